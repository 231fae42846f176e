#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vbs {

/// An option, a flag or a positional argument, as the program's own parser has it.
struct ArgumentDoc {
    std::vector<std::string> names; ///< with their dashes; of a positional argument one, without
    std::string value;              ///< what stands for the value, such as INT or FILE; empty: a flag
    std::string help;
    std::vector<std::string> choices; ///< the values that there are; empty: any
    std::string limits;               ///< such as "INT in [1 - 100]"
    std::string standard;             ///< the value that holds without the option
    bool isPositional = false;
    bool isRequired = false;
    bool isRepeated = false;
};

/// A program, or one of its commands.
struct ProgramDoc {
    std::string name; ///< of a command as it is typed: "train detector"
    std::string help; ///< a line
    std::vector<ArgumentDoc> arguments;
    std::vector<ProgramDoc> commands;
    std::string notes; ///< preformatted lines below the options
};

/// The chapters of a manual page that no parser knows: name, and paragraphs.
struct ManualChapter {
    std::string title;
    std::vector<std::pair<std::string, std::string>> entries; ///< what, and what about it
};

/// A page for man(1), in troff. @param version of the program.
std::string manPage(const ProgramDoc& program, const std::string& version, const std::vector<ManualChapter>& chapters);

/// A script that teaches bash to complete the program's commands, options, the values that are known, and files.
std::string bashCompletion(const ProgramDoc& program);

/// A page of the manual in Markdown: every command with its arguments and options.
std::string referencePage(const ProgramDoc& program);

/// What is said of the environment, files and exit codes of both programs. @param seeAlso the other one.
std::vector<ManualChapter> sharedChapters(const std::string& seeAlso);

/// Serves the build: with the arguments --document man, bash or markdown it prints that text and returns the exit
/// code. Users have no need of it, so no help speaks of it.
std::optional<int> documentPrinted(int argc, char** argv, const ProgramDoc& program,
                                   const std::vector<ManualChapter>& chapters);

} // namespace vbs
