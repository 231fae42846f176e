#include "app/manual/program_doc.h"
#include "core/base/program_version.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string_view>

namespace vbs {
namespace {

/// A line that troff takes as it stands.
std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
        if (c == '\n')
            result += "\\&";
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

std::string bold(std::string_view text)
{
    return "\\fB" + escaped(text) + "\\fR";
}

std::string cursive(std::string_view text)
{
    return "\\fI" + escaped(text) + "\\fR";
}

/// Help texts begin small in the one parser and end with a full stop in the other.
std::string asSentence(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = char(std::toupper(text[0]));
    return text.empty() || text.ends_with('.') ? text : text + '.';
}

/// As lists of manual pages have it: small, and without a full stop.
std::string asName(std::string text)
{
    if (!text.empty())
        text[0] = char(std::tolower(static_cast<unsigned char>(text[0])));
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string joined(const std::vector<std::string>& items, std::string_view between)
{
    std::string result;
    for (const std::string& item : items)
        result += (result.empty() ? "" : std::string(between)) + item;
    return result;
}

/// "[options] image question", or "command" for what has commands.
std::string usage(const ProgramDoc& program)
{
    std::string line = bold(program.name);
    if (!program.commands.empty())
        return line + ' ' + cursive("command") + " [" + cursive("options") + "] " + cursive("arguments") + "...";
    line += " [" + cursive("options") + ']';
    for (const ArgumentDoc& argument : program.arguments) {
        if (!argument.isPositional)
            continue;
        const std::string word = cursive(argument.names.front()) + (argument.isRepeated ? "..." : "");
        line += ' ' + (argument.isRequired ? word : '[' + word + ']');
    }
    return line;
}

void writeArgument(std::string& page, const ArgumentDoc& argument)
{
    std::string head;
    for (const std::string& name : argument.names)
        head += (head.empty() ? "" : ", ") + (argument.isPositional ? cursive(name) : bold(name));
    if (!argument.isPositional && !argument.value.empty())
        head += ' ' + cursive(argument.value);
    page += ".TP\n" + head + '\n' + escaped(asSentence(argument.help));
    if (!argument.choices.empty())
        page += "\nOne of " + escaped(joined(argument.choices, ", ")) + '.';
    if (!argument.limits.empty())
        page += '\n' + escaped(argument.limits) + '.';
    if (!argument.standard.empty())
        page += "\nDefault: " + escaped(argument.standard) + '.';
    if (argument.isRequired && !argument.isPositional)
        page += "\nRequired.";
    page += '\n';
}

void writeArguments(std::string& page, const ProgramDoc& program)
{
    for (const bool positional : {true, false})
        for (const ArgumentDoc& argument : program.arguments)
            if (argument.isPositional == positional)
                writeArgument(page, argument);
    if (!program.notes.empty())
        page += ".PP\n.nf\n" + escaped(program.notes) + "\n.fi\n";
}

void writeCommands(std::string& page, const ProgramDoc& program)
{
    for (const ProgramDoc& command : program.commands) {
        if (command.commands.empty()) {
            page += ".SS " + usage(command) + '\n' + escaped(asSentence(command.help)) + '\n';
            writeArguments(page, command);
        }
        writeCommands(page, command);
    }
}

std::string upperCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return text;
}

} // namespace

std::string manPage(const ProgramDoc& program, const std::string& version, const std::vector<ManualChapter>& chapters)
{
    std::string page = ".\\\" Made by " + program.name + " from the tables that its --help prints.\n";
    page += ".TH " + escaped(upperCase(program.name)) + " 1 \"\" \"VisualBERT Studio " + version +
            "\" \"User Commands\"\n.SH NAME\n" + escaped(program.name) + " \\- " + escaped(asName(program.help)) +
            "\n.SH SYNOPSIS\n" + usage(program) + "\n.SH OPTIONS\n";
    writeArguments(page, program);
    if (!program.commands.empty()) {
        page += ".SH COMMANDS\n";
        writeCommands(page, program);
    }
    for (const ManualChapter& chapter : chapters) {
        page += ".SH " + escaped(chapter.title) + '\n';
        for (const auto& [what, about] : chapter.entries)
            page += ".TP\n" + bold(what) + '\n' + escaped(about) + '\n';
    }
    return page;
}

std::optional<int> documentPrinted(int argc, char** argv, const ProgramDoc& program,
                                   const std::vector<ManualChapter>& chapters)
{
    if (argc != 3 || std::string_view(argv[1]) != "--document")
        return std::nullopt;
    const std::string_view kind = argv[2];
    std::string text;
    if (kind == "man")
        text = manPage(program, programVersion(), chapters);
    else if (kind == "bash")
        text = bashCompletion(program);
    else if (kind == "markdown")
        text = referencePage(program);
    else
        return std::nullopt;
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
        return 0;
    std::perror(program.name.c_str());
    return 1;
}

} // namespace vbs
