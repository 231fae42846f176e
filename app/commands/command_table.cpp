#include "app/commands/command.h"
#include "app/commands/tokenize_command.h"

namespace vbs {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeTokenizeCommand());
    return commands;
}

} // namespace vbs
