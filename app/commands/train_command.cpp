#include "app/commands/train_command.h"

namespace vbs {

namespace {

class TrainCommand : public Command {
public:
    TrainCommand() { m_parts.push_back(makeTrainDetectorCommand()); }

    std::string name() const override { return "train"; }
    std::string help() const override { return "Train a model on picture-book scenes"; }

    void declare(CLI::App& app) override
    {
        app.require_subcommand(1);
        for (const auto& part : m_parts) {
            CLI::App* sub = app.add_subcommand(part->name(), part->help());
            part->declare(*sub);
            sub->callback([this, raw = part.get()] { m_chosen = raw; });
        }
    }

    void run() override { m_chosen->run(); }

private:
    std::vector<std::unique_ptr<Command>> m_parts;
    Command* m_chosen = nullptr;
};

} // namespace

std::unique_ptr<Command> makeTrainCommand()
{
    return std::make_unique<TrainCommand>();
}

} // namespace vbs
