#include "app/commands/ask_command.h"

#include "app/commands/task_command.h"
#include "core/base/utf8.h"

#include <cstdio>

namespace vbs {

namespace {

class AskCommand : public TaskCommand {
public:
    AskCommand() : TaskCommand(Task::VisualQuestionAnswering) {}
    std::string help() const override { return "Answer a question about a picture (VQA)"; }

private:
    void declareArguments(CLI::App& app) override
    {
        declarePicture(app, "image", m_picture);
        app.add_option("question", m_request.text, "question in plain English")->required();
        app.add_option("--top", m_request.topK, "how many answers")->capture_default_str()->check(CLI::Range(1, 10000));
    }
    void complete(InferenceRequest& request) override { request.presenceToo = true; }
    void print(const InferenceResult& result) const override
    {
        printAnswers(result.answers);
        for (const Presence& presence : result.presences)
            if (presence.isAbsent())
                std::printf("The model sees no %s in this picture, so the answer is a guess.\n",
                            withoutControls(presence.noun).c_str());
    }
};

} // namespace

std::unique_ptr<Command> makeAskCommand()
{
    return std::make_unique<AskCommand>();
}

} // namespace vbs
