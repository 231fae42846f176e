#include "app/cli_doc.h"
#include "app/commands/command.h"
#include "app/tuned_environment.h"
#include "core/base/one_line.h"
#include "core/base/program_version.h"
#include "core/checkpoint/torch_errors.h"
#include "core/runtime/process_setup.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <iostream>

namespace {

constexpr int kStopped = 75; ///< sysexits.h: "temporary failure", what batch systems queue again

/// What was printed counts once the system has taken it: a disk may be full, a terminal gone.
void requireOutputWritten()
{
    std::cout.flush();
    if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw vbs::Error(vbs::ErrorCode::FileUnwritable,
                         std::string("Standard output cannot be written: ") + std::strerror(errno) + ".");
}

} // namespace

/// Exit codes: 0 done, 1 failed (one line on standard error), 2 wrong usage, 75 stopped on request (the same command,
/// mostly with --resume, goes on).
int main(int argc, char** argv)
{
    vbs::restartWithTunedEnvironment(argv);
    vbs::setUpProcess();
    CLI::App app{"Ask pictures questions with VisualBERT, and see why."};
    app.name("visualbert");
    app.set_version_flag("--version", "visualbert " + vbs::programVersion(), "Print the version and exit");
    app.require_subcommand(1);
    const auto commands = vbs::allCommands();
    vbs::Command* chosen = nullptr;
    for (const auto& command : commands) {
        CLI::App* sub = app.add_subcommand(command->name(), command->help());
        command->declare(*sub);
        sub->callback([&chosen, raw = command.get()] { chosen = raw; });
    }
    if (const auto code = vbs::documentPrinted(argc, argv, vbs::cliDoc(app, app.get_name()),
                                               vbs::sharedChapters("visualbert-studio")))
        return *code;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    try {
        chosen->run();
        requireOutputWritten();
        return 0;
    } catch (const std::exception& e) {
        const vbs::Error error = vbs::asError(e);
        std::cerr << "visualbert: error: " << vbs::joinedLines(error.what()) << '\n';
        return error.code() == vbs::ErrorCode::Cancelled ? kStopped : 1;
    }
}
