#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace vbs {

/// What another program said and how it ended.
struct ChildOutcome {
    int exitCode = 0; ///< of one that a signal ended: 128 and its number
    std::string out, err;
};

/// Runs a program and waits for its end. There is no shell between: each word is one argument, whatever is in it. It
/// reads nothing and its output is kept in memory.
/// @param command the program, looked for in PATH, and its arguments.
/// @throws Error (FileNotFound) when there is no such program; (FileUnreadable) when it did not end in time, and was
/// ended.
ChildOutcome runChildProgram(const std::vector<std::string>& command,
                             std::chrono::milliseconds patience = std::chrono::minutes(1));

} // namespace vbs
