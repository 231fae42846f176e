#include "app/commands/review_undo_command.h"

#include "app/commands/review_project_option.h"

#include <iostream>

namespace vbs {

namespace {

/// Undo and redo differ in what they call alone.
class ReviewTurnCommand : public Command {
public:
    using Turn = std::optional<Decision> (ReviewStore::*)(const std::string&);

    ReviewTurnCommand(std::string name, std::string help, Turn turn)
        : m_name(std::move(name)), m_help(std::move(help)), m_turn(turn)
    {
    }

    std::string name() const override { return m_name; }
    std::string help() const override { return m_help; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        m_reviewer.declare(app);
    }

    void run() override
    {
        const auto store = m_project.open();
        const auto turned = (*store.*m_turn)(m_reviewer.name);
        if (!turned)
            throw Error(ErrorCode::InvalidArgument, m_reviewer.name + " has nothing to " + m_name + ".");
        std::cout << turned->id << ' ' << store->item(turned->item).example.id << ' ' << nameOf(turned->kind) << '\n';
    }

private:
    std::string m_name, m_help;
    Turn m_turn;
    ReviewProjectOption m_project;
    ReviewerOption m_reviewer;
};

} // namespace

std::unique_ptr<Command> makeReviewUndoCommand()
{
    return std::make_unique<ReviewTurnCommand>("undo", "Undo a reviewer's last decision that stands",
                                               &ReviewStore::undo);
}

std::unique_ptr<Command> makeReviewRedoCommand()
{
    return std::make_unique<ReviewTurnCommand>("redo", "Redo the decision that was undone last", &ReviewStore::redo);
}

} // namespace vbs
