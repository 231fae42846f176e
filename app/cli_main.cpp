#include "app/commands/command.h"
#include "app/tuned_environment.h"
#include "core/base/error.h"

#include <iostream>
#include <new>

/// Exit codes: 0 done, 1 failed (one line on standard error), 2 wrong usage.
int main(int argc, char** argv)
{
    vbs::restartWithTunedEnvironment(argv);
    CLI::App app{"Ask pictures questions with VisualBERT, and see why."};
    app.name("visualbert");
    app.require_subcommand(1);
    const auto commands = vbs::allCommands();
    vbs::Command* chosen = nullptr;
    for (const auto& command : commands) {
        CLI::App* sub = app.add_subcommand(command->name(), command->help());
        command->declare(*sub);
        sub->callback([&chosen, raw = command.get()] { chosen = raw; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    try {
        chosen->run();
        return 0;
    } catch (const vbs::Error& e) {
        std::cerr << "visualbert: error: " << e.what() << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "visualbert: error: there is not enough memory for this.\n";
    } catch (const std::exception& e) {
        std::cerr << "visualbert: error: " << e.what() << '\n';
    }
    return 1;
}
