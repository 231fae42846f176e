#include "app/manual/program_doc.h"

#include <algorithm>
#include <string_view>

namespace vbs {
namespace {

constexpr const char* kHead = R"bash({
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= kind=any choices= i
    # --option=value comes as three words.
    if [[ $current == = ]]; then
        current=
    elif [[ $before == = ]] && ((COMP_CWORD > 2)); then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case "$command/${COMP_WORDS[i]}" in
)bash";

constexpr const char* kAfterCommands = R"bash(            *) break ;;
        esac
        command=${command:+$command }${COMP_WORDS[i]}
    done
    case "$command/$before" in
)bash";

constexpr const char* kAfterValues = R"bash(    esac
    if [[ $kind == any ]]; then
        case "$command" in
)bash";

constexpr const char* kTail = R"bash(        esac
    fi
    COMPREPLY=()
    if [[ $kind == words ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current")
    elif [[ $kind == files ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
)bash";

/// For a program, as the script calls it, "", and for its commands "ask", "train detector".
std::string pathOf(const ProgramDoc& program, const std::string& root)
{
    return program.name == root ? std::string() : program.name.substr(root.size() + 1);
}

std::string quoted(const std::string& text)
{
    return '\'' + text + '\''; // names and choices hold letters, digits, dashes and the like
}

std::string joinedWords(const std::vector<std::string>& words, std::string_view between)
{
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : std::string(between)) + word;
    return line;
}

template <typename Visit> void forEach(const ProgramDoc& program, const Visit& visit)
{
    visit(program);
    for (const ProgramDoc& command : program.commands)
        forEach(command, visit);
}

/// What the table says of a value: words, a number (nothing to propose), else it may be a file.
std::string proposalFor(const ArgumentDoc& argument)
{
    if (!argument.choices.empty())
        return "kind=words choices=" + quoted(joinedWords(argument.choices, " "));
    const bool isNumber =
        argument.value == "INT" || argument.value == "UINT" || argument.value == "FLOAT" || argument.value == "count";
    return isNumber ? "kind=none" : "kind=files";
}

std::string commandPatterns(const ProgramDoc& program)
{
    std::string lines;
    forEach(program, [&](const ProgramDoc& p) {
        std::vector<std::string> names;
        for (const ProgramDoc& command : p.commands)
            names.push_back(quoted(pathOf(p, program.name) + '/' + command.name.substr(p.name.size() + 1)));
        if (!names.empty())
            lines += "            " + joinedWords(names, " | ") + ") ;;\n";
    });
    return lines;
}

std::string valuePatterns(const ProgramDoc& program)
{
    std::string lines;
    forEach(program, [&](const ProgramDoc& p) {
        for (const ArgumentDoc& argument : p.arguments) {
            if (argument.isPositional || argument.value.empty())
                continue;
            std::vector<std::string> names;
            for (const std::string& name : argument.names)
                names.push_back(quoted(pathOf(p, program.name) + '/' + name));
            lines += "        " + joinedWords(names, " | ") + ") " + proposalFor(argument) + " ;;\n";
        }
    });
    return lines;
}

/// Commands where there are some, else options after a dash, else files.
std::string wordPatterns(const ProgramDoc& program)
{
    std::string lines;
    forEach(program, [&](const ProgramDoc& p) {
        std::vector<std::string> commands, options;
        for (const ProgramDoc& command : p.commands)
            commands.push_back(command.name.substr(p.name.size() + 1));
        for (const ArgumentDoc& argument : p.arguments)
            if (!argument.isPositional)
                options.insert(options.end(), argument.names.begin(), argument.names.end());
        lines +=
            "            " + quoted(pathOf(p, program.name)) +
            ")\n                if [[ $current == -* ]]; then kind=words choices=" + quoted(joinedWords(options, " ")) +
            "; else " + (commands.empty() ? "kind=files" : "kind=words choices=" + quoted(joinedWords(commands, " "))) +
            "; fi\n                ;;\n";
    });
    return lines;
}

} // namespace

std::string bashCompletion(const ProgramDoc& program)
{
    std::string function = '_' + program.name;
    std::ranges::replace(function, '-', '_');
    return "# Completion for bash, made by " + program.name + " from the tables that its --help prints.\n" + function +
           "()\n" + kHead + commandPatterns(program) + kAfterCommands + valuePatterns(program) + kAfterValues +
           wordPatterns(program) + kTail + "complete -F " + function + ' ' + program.name + '\n';
}

} // namespace vbs
