#include "app/commands/light_commands.h"

#include "app/commands/command_group.h"
#include "app/commands/metrics_command.h"
#include "app/commands/packs_available_command.h"
#include "app/commands/packs_list_command.h"
#include "app/commands/packs_pull_command.h"
#include "app/commands/packs_remove_command.h"
#include "app/commands/packs_show_command.h"
#include "app/commands/packs_verify_command.h"
#include "app/commands/tokenize_command.h"

#include <string_view>

namespace vbs {

namespace {

struct LightCommand {
    std::string_view group; ///< empty: it stands alone
    std::unique_ptr<Command> (*make)();
};

constexpr LightCommand kLightCommands[] = {{"", makeTokenizeCommand},
                                           {"", makeMetricsCommand},
                                           {"packs", makePacksListCommand},
                                           {"packs", makePacksShowCommand},
                                           {"packs", makePacksAvailableCommand},
                                           {"packs", makePacksPullCommand},
                                           {"packs", makePacksVerifyCommand},
                                           {"packs", makePacksRemoveCommand}};

} // namespace

std::unique_ptr<Command> lightCommand(int argc, char** argv)
{
    for (const LightCommand& light : kLightCommands) {
        const int place = light.group.empty() ? 1 : 2;
        if (argc <= place || (place == 2 && light.group != argv[1]))
            continue;
        std::unique_ptr<Command> command = light.make();
        if (command->name() != argv[place])
            continue;
        return light.group.empty() ? std::move(command)
                                   : makeCommandGroup(std::string(light.group), "", std::move(command));
    }
    return nullptr;
}

} // namespace vbs
