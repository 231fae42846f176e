#include "app/commands/command_group.h"

namespace vbs {

CommandGroup::CommandGroup(std::string name, std::string help, std::vector<std::unique_ptr<Command>> parts)
    : m_name(std::move(name)), m_help(std::move(help)), m_parts(std::move(parts))
{
}

void CommandGroup::declare(CLI::App& app)
{
    app.require_subcommand(1);
    for (const auto& part : m_parts) {
        CLI::App* sub = app.add_subcommand(part->name(), part->help());
        part->declare(*sub);
        sub->callback([this, raw = part.get()] { m_chosen = raw; });
    }
}

void CommandGroup::run()
{
    m_chosen->run();
}

} // namespace vbs
