#include "app/commands/fill_command.h"

#include "app/commands/task_command.h"
#include "core/text/blanks.h"

#include <cstdio>

namespace vbs {

namespace {

class FillCommand : public TaskCommand {
public:
    FillCommand() : TaskCommand(Task::MaskedWords) {}
    std::string help() const override { return "Fill in the masked words of a sentence about a picture"; }

private:
    void declareArguments(CLI::App& app) override
    {
        declarePicture(app, "image", m_picture);
        app.add_option("sentence", m_request.text, "sentence with [MASK], ___ or … in the place of words")->required();
        app.add_option("--top", m_request.topK, "how many words per mask")
            ->capture_default_str()
            ->check(CLI::Range(1, 10000));
    }
    void complete(InferenceRequest& request) override { request.text = withMasks(request.text); }
    void print(const InferenceResult& result) const override
    {
        for (std::size_t i = 0; i < result.masks.size(); ++i) {
            if (result.masks.size() > 1)
                std::printf("Mask %zu\n", i + 1);
            printAnswers(result.masks[i].words);
        }
        std::printf("The sentence fits the picture: %.1f %%\n", 100 * result.match);
    }
};

} // namespace

std::unique_ptr<Command> makeFillCommand()
{
    return std::make_unique<FillCommand>();
}

} // namespace vbs
