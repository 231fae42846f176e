#include "app/commands/choose_command.h"

#include "app/commands/task_command.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace {

class ChooseCommand : public TaskCommand {
public:
    ChooseCommand() : TaskCommand(Task::MultipleChoice) {}
    std::string help() const override { return "Choose the sentence that answers a question (VCR)"; }

private:
    void declareArguments(CLI::App& app) override
    {
        declarePicture(app, "image", m_picture);
        app.add_option("question", m_request.text, "question in plain English")->required();
        app.add_option("choices", m_request.choices, "two to eight sentences")
            ->required()
            ->expected(int(kFewestChoices), int(kMostChoices));
    }
    void print(const InferenceResult& result) const override
    {
        std::size_t width = 0;
        double best = 0;
        for (const ChoiceScore& choice : result.choices) {
            width = std::max(width, choice.text.size());
            best = std::max(best, choice.probability);
        }
        for (const ChoiceScore& choice : result.choices) {
            std::printf("%c %-*s %5.1f %%\n", choice.probability == best ? '*' : ' ', int(width),
                        withoutControls(choice.text).c_str(), 100 * choice.probability);
        }
    }
};

} // namespace

std::unique_ptr<Command> makeChooseCommand()
{
    return std::make_unique<ChooseCommand>();
}

} // namespace vbs
