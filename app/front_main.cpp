#include "app/command_line.h"
#include "app/commands/light_commands.h"
#include "app/engine_help.h"
#include "app/tuned_environment.h"
#include "core/base/shipped_folder.h"
#include "core/base/unexpected_error.h"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <string_view>
#include <unistd.h>

namespace {

/// Becomes the engine, with what this machine computes fastest with. @return the exit code, where that fails.
int becomeEngine(char** argv)
{
    vbs::TunedEnvironment environment(environ);
    const std::filesystem::path engine = vbs::engineFile();
    if (!engine.empty())
        ::execve(engine.c_str(), argv, environment.pointers().data());
    std::cerr << "visualbert: error: visualbert-engine, which belongs beside this program, "
              << (engine.empty() ? "is missing" : std::strerror(errno)) << ": install VisualBERT Studio again.\n";
    return 1;
}

} // namespace

/// `visualbert`: does by itself what needs no network, at once, since loading LibTorch takes half a second; for all
/// else it becomes the engine, which has all commands.
int main(int argc, char** argv)
{
    if (argc == 2 && (std::string_view(argv[1]) == "--help" || std::string_view(argv[1]) == "-h"))
        return vbs::CommandLine::reported([] { std::cout << vbs::engineHelp(); }, vbs::unexpectedError);
    auto command = vbs::lightCommand(argc, argv);
    if (!command && !(argc == 2 && std::string_view(argv[1]) == "--version"))
        return becomeEngine(argv);
    std::vector<std::unique_ptr<vbs::Command>> commands;
    if (command)
        commands.push_back(std::move(command));
    return vbs::CommandLine(std::move(commands)).run(argc, argv, vbs::unexpectedError);
}
