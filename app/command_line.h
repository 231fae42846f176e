#pragma once

#include "app/commands/command.h"
#include "core/base/error.h"

#include <exception>
#include <functional>
#include <memory>
#include <vector>

namespace vbs {

/// `visualbert` as CLI11 reads it, with commands that declare() themselves in it.
class CommandLine {
public:
    explicit CommandLine(std::vector<std::unique_ptr<Command>> commands);

    CLI::App& app() { return m_app; }

    /// Reads the arguments and runs the command that they name.
    /// @param errorOf what an exception means.
    /// @return the exit code: 0 done, 1 failed (one line on standard error), 2 wrong usage, 75 stopped on request (the
    /// same command, mostly with --resume, goes on).
    int run(int argc, char** argv, Error (*errorOf)(const std::exception&));

    /// The same for work that prints something: what was printed counts once the system has taken it.
    static int reported(const std::function<void()>& work, Error (*errorOf)(const std::exception&));

private:
    CLI::App m_app;
    std::vector<std::unique_ptr<Command>> m_commands;
    Command* m_chosen = nullptr;
};

} // namespace vbs
