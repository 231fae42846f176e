#include "app/commands/command.h"
#include "app/commands/tokenize_command.h"
#include "app/commands/train_command.h"

namespace vbs {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeTokenizeCommand());
    commands.push_back(makeTrainCommand());
    return commands;
}

} // namespace vbs
