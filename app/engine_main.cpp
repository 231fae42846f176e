#include "app/cli_doc.h"
#include "app/command_line.h"
#include "app/tuned_restart.h"
#include "core/checkpoint/torch_errors.h"
#include "core/runtime/process_setup.h"

/// All commands. People start `visualbert` (front_main.cpp), which becomes this for what it cannot do itself.
int main(int argc, char** argv)
{
    vbs::restartWithTunedEnvironment(argv);
    vbs::setUpProcess();
    vbs::CommandLine line(vbs::allCommands());
    if (const auto code = vbs::documentPrinted(argc, argv, vbs::cliDoc(line.app(), line.app().get_name()),
                                               vbs::sharedChapters("visualbert-studio")))
        return *code;
    return line.run(argc, argv, vbs::asError);
}
