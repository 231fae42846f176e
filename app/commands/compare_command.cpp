#include "app/commands/compare_command.h"

#include "app/commands/task_command.h"
#include "core/image/image_io.h"

namespace vbs {

namespace {

class CompareCommand : public TaskCommand {
public:
    CompareCommand() : TaskCommand(Task::VisualReasoning) {}
    std::string help() const override { return "Check whether a statement about two pictures is true (NLVR)"; }

private:
    void declareArguments(CLI::App& app) override
    {
        declarePicture(app, "left", m_picture);
        declarePicture(app, "right", m_right);
        app.add_option("statement", m_request.text, "statement about both pictures")->required();
    }
    void complete(InferenceRequest& request) override
    {
        request.rightImage = std::make_shared<const RgbImage>(readImage(m_right));
    }
    void print(const InferenceResult& result) const override { printAnswers(result.answers); }

    std::string m_right;
};

} // namespace

std::unique_ptr<Command> makeCompareCommand()
{
    return std::make_unique<CompareCommand>();
}

} // namespace vbs
