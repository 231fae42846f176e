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

/// A disk may be full, a terminal gone.
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
        int usage = 0; // of CLI11: none for help and version
        const int code = reported([&] { usage = m_app.exit(e); }, errorOf);
        return usage == 0 ? code : 2;
    }
    return reported([&] { m_chosen->run(); }, errorOf);
}

int CommandLine::reported(const std::function<void()>& work, Error (*errorOf)(const std::exception&))
{
    try {
        work();
        requireOutputWritten();
        return 0;
    } catch (const std::exception& e) {
        const Error error = errorOf(e);
        std::cerr << "visualbert: error: " << joinedLines(error.what()) << '\n';
        return error.code() == ErrorCode::Cancelled ? kStopped : 1;
    }
}

} // namespace vbs
