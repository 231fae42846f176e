#include "app/manual/program_doc.h"

namespace vbs {
namespace {

/// Text in a table's cell.
std::string cell(const std::string& text)
{
    std::string result;
    for (const char c : text)
        result += c == '|' ? "\\|" : c == '\n' ? " " : std::string(1, c);
    return result;
}

std::string code(const std::string& text)
{
    return '`' + cell(text) + '`';
}

std::string nameOf(const ArgumentDoc& argument)
{
    std::string names;
    for (const std::string& name : argument.names)
        names += (names.empty() ? "" : ", ") + code(name);
    if (!argument.isPositional && !argument.value.empty())
        names += ' ' + cell(argument.value);
    return names;
}

std::string about(const ArgumentDoc& argument)
{
    std::string text = cell(argument.help);
    std::string choices;
    for (const std::string& choice : argument.choices)
        choices += (choices.empty() ? "" : ", ") + cell(choice);
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (!choices.empty())
        add("one of " + choices);
    if (!argument.limits.empty())
        add(cell(argument.limits));
    if (!argument.standard.empty())
        add("default: " + cell(argument.standard));
    if (argument.isRequired)
        add("required");
    return text;
}

void appendTable(std::string& page, const ProgramDoc& program)
{
    if (program.arguments.empty())
        return;
    page += "| argument | meaning |\n|---|---|\n";
    for (const bool positional : {true, false})
        for (const ArgumentDoc& argument : program.arguments)
            if (argument.isPositional == positional)
                page += "| " + nameOf(argument) + " | " + about(argument) + " |\n";
    page += '\n';
}

void appendCommands(std::string& page, const ProgramDoc& program)
{
    for (const ProgramDoc& command : program.commands) {
        if (command.commands.empty()) {
            page += "## " + command.name + '\n' + command.help + ".\n\n";
            appendTable(page, command);
        }
        appendCommands(page, command);
    }
}

} // namespace

std::string referencePage(const ProgramDoc& program)
{
    std::string page =
        "# Every command and option\n\nWhat `" + program.name + " COMMAND --help` says, in one place.\n\n";
    appendTable(page, program);
    appendCommands(page, program);
    while (page.ends_with("\n\n"))
        page.pop_back();
    return page;
}

} // namespace vbs
