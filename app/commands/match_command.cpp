#include "app/commands/match_command.h"

#include "app/commands/task_command.h"

#include <cstdio>

namespace vbs {

namespace {

class MatchCommand : public TaskCommand {
public:
    MatchCommand() : TaskCommand(Task::CaptionMatch) {}
    std::string help() const override { return "Check whether a caption fits a picture"; }

private:
    void declareArguments(CLI::App& app) override
    {
        declarePicture(app, "image", m_picture);
        app.add_option("sentence", m_request.text, "caption")->required();
    }
    void print(const InferenceResult& result) const override
    {
        std::printf("%s %5.1f %%\n", result.match >= .5 ? "fits        " : "does not fit",
                    100 * (result.match >= .5 ? result.match : 1 - result.match));
    }
};

} // namespace

std::unique_ptr<Command> makeMatchCommand()
{
    return std::make_unique<MatchCommand>();
}

} // namespace vbs
