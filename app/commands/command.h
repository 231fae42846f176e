#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// One command of the command line. declare() binds options to members; run() does the work and prints the
/// result on standard output. Errors are thrown; CommandLine prints them and sets the exit code.
class Command {
public:
    virtual ~Command() = default;
    virtual std::string name() const = 0;
    virtual std::string help() const = 0; ///< one line
    virtual void declare(CLI::App& app) = 0;
    virtual void run() = 0;
};

/// Every command, in the order of the help text. A new command is a file beside this one and a line there.
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace vbs
