#pragma once

#include "app/commands/command.h"

namespace vbs {

/// A command that only holds others: `visualbert train detector`.
class CommandGroup : public Command {
public:
    CommandGroup(std::string name, std::string help, std::vector<std::unique_ptr<Command>> parts);

    std::string name() const override { return m_name; }
    std::string help() const override { return m_help; }
    void declare(CLI::App& app) override;
    void run() override;

private:
    std::string m_name, m_help;
    std::vector<std::unique_ptr<Command>> m_parts;
    Command* m_chosen = nullptr;
};

/// A group from its parts, which are moved in.
template <typename... Parts>
std::unique_ptr<Command> makeCommandGroup(std::string name, std::string help, Parts... parts)
{
    std::vector<std::unique_ptr<Command>> list;
    (list.push_back(std::move(parts)), ...);
    return std::make_unique<CommandGroup>(std::move(name), std::move(help), std::move(list));
}

} // namespace vbs
