#include "app/command_line.h"

#include "core/base/one_line.h"
#include "core/base/program_version.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>

namespace vbs {

namespace {

constexpr int kStopped = 75; ///< sysexits.h: "temporary failure", what batch systems queue again

/// What was printed counts once the system has taken it: a disk may be full, a terminal gone.
void requireOutputWritten()
{
    std::cout.flush();
    if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw Error(ErrorCode::FileUnwritable,
                    std::string("Standard output cannot be written: ") + std::strerror(errno) + ".");
}

} // namespace

CommandLine::CommandLine(std::vector<std::unique_ptr<Command>> commands)
    : m_app("Ask pictures questions with VisualBERT, and see why."), m_commands(std::move(commands))
{
    m_app.name("visualbert");
    m_app.set_version_flag("--version", "visualbert " + programVersion(), "Print the version and exit");
    m_app.require_subcommand(1);
    for (const auto& command : m_commands) {
        CLI::App* sub = m_app.add_subcommand(command->name(), command->help());
        command->declare(*sub);
        sub->callback([this, raw = command.get()] { m_chosen = raw; });
    }
}

int CommandLine::run(int argc, char** argv, Error (*errorOf)(const std::exception&))
{
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return m_app.exit(e) == 0 ? 0 : 2;
    }
    try {
        m_chosen->run();
        requireOutputWritten();
        return 0;
    } catch (const std::exception& e) {
        const Error error = errorOf(e);
        std::cerr << "visualbert: error: " << joinedLines(error.what()) << '\n';
        return error.code() == ErrorCode::Cancelled ? kStopped : 1;
    }
}

} // namespace vbs
