#include "app/commands/review_decide_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/review_queue_options.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/review/correction.h"
#include "core/review/prediction_run.h"
#include "core/review/review_team.h"
#include "core/review/suggestion.h"

#include <chrono>
#include <fstream>
#include <iostream>

namespace vbs {

namespace {

std::int64_t millisecondsNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

class ReviewDecideCommand : public Command {
public:
    std::string name() const override { return "decide"; }
    std::string help() const override { return "Accept, reject, correct, flag, tag or comment on items"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_option("ITEM", m_item, "its id in the data set");
        app.add_option("DECISION", m_kind, "accept, reject, unsure, correct, flag, unflag, tag, untag or comment");
        app.add_option(
            "VALUE", m_value,
            "of correct: the changed fields as JSON, such as {\"label\": 0}; of tag, untag and comment: the text");
        app.add_option("--take", m_take, "correct: take the model's answer of this rank, 1 for its first")
            ->check(CLI::Range(1, 100));
        app.add_option(
            "--from", m_from,
            "decide on many items: a file of JSON lines, {\"item\", \"decision\", \"value\"}; - for the input");
        app.add_flag("--adjudicate", m_adjudicate, "settle what reviewers disagree on");
        m_reviewer.declare(app);
        app.footer(
            "Every line on the output is a decision that is in the project, or, with \"waiting\" in the place of "
            "its number, on this computer until the project's server is there again.");
    }

    void run() override
    {
        if (m_from.empty() == m_item.empty())
            throw Error(ErrorCode::InvalidArgument, "Name an item and a decision, or a file of them with --from.");
        m_store = m_project.open();
        if (m_from.empty())
            return decide(m_item, m_kind, m_value, m_take);
        std::ifstream file;
        if (m_from != "-") {
            file.open(m_from);
            if (!file)
                throw Error(ErrorCode::FileUnreadable, m_from + " cannot be read.");
        }
        std::istream& input = m_from == "-" ? std::cin : file;
        std::string line;
        for (int number = 1; std::getline(input, line); ++number)
            if (line.find_first_not_of(" \t\r") != std::string::npos)
                decideLine(line, m_from + ", line " + std::to_string(number));
    }

private:
    void decideLine(const std::string& line, const std::string& place)
    {
        const Json json = parseJson(line, place);
        const auto text = [&](const char* key) {
            if (!json.is_object() || !json.contains(key))
                return std::string();
            const Json& value = json[key];
            return value.is_string() ? value.get<std::string>() : value.dump();
        };
        if (text("item").empty() || text("decision").empty())
            throw Error(ErrorCode::InvalidArgument, place + " needs an \"item\" and a \"decision\".");
        const Json take = json.value("take", Json(0));
        if (!take.is_number_integer() || take < 0 || take > 100)
            throw Error(ErrorCode::InvalidArgument, place + ": \"take\" should be a rank, 1 for the model's first.");
        decide(text("item"), text("decision"), text("value"), take.get<int>());
    }

    void decide(const std::string& id, const std::string& kindName, const std::string& value, int take)
    {
        const auto kind = decisionKindNamed(kindName);
        if (!kind)
            throw Error(ErrorCode::InvalidArgument, "There is no decision \"" + kindName +
                                                        "\": use accept, reject, unsure, correct, flag, unflag, tag, "
                                                        "untag or comment.");
        Decision decision;
        decision.item = itemNamed(*m_store, id);
        decision.reviewer = m_reviewer.name;
        decision.time = millisecondsNow();
        decision.kind = *kind;
        decision.value = *kind == DecisionKind::Correct ? correctionFor(decision.item, value, take) : value;
        decision.adjudicates = m_adjudicate;
        const bool needsText =
            *kind == DecisionKind::Tag || *kind == DecisionKind::Untag || *kind == DecisionKind::Comment;
        if (needsText && value.empty())
            throw Error(ErrorCode::InvalidArgument, "The decision \"" + kindName + "\" needs a text.");
        const Decision stored = m_store->add(decision);
        // Each is told once it is kept.
        std::cout << (isWaiting(stored) ? "waiting" : std::to_string(stored.id)) << ' ' << id << ' ' << kindName
                  << std::endl;
    }

    /// The correction in the form that projects keep: what differs from the annotation.
    std::string correctionFor(std::uint32_t number, const std::string& value, int take)
    {
        const Example example = m_store->item(number).example;
        if (take == 0) {
            if (value.empty())
                throw Error(ErrorCode::InvalidArgument, "The decision \"correct\" needs the changed fields as JSON, or "
                                                        "--take.");
            return correctionOf(example, corrected(example, value));
        }
        const std::string model = m_store->project().model;
        const auto prediction = m_store->prediction(model, number);
        if (!prediction || prediction->result.empty())
            throw Error(ErrorCode::InvalidArgument, "No model has answered the item " + example.id + " yet.");
        const auto suggestions = suggestionsFor(example, predictedResultOf(prediction->result),
                                                example.task ? std::set<std::string>() : labelsSeenBy(*m_store, model));
        if (std::size_t(take) > suggestions.size())
            throw Error(ErrorCode::InvalidArgument, "The model has " + std::to_string(suggestions.size()) +
                                                        " suggestions for the item " + example.id + ".");
        return correctionOf(example, suggestions[std::size_t(take) - 1].example);
    }

    ReviewProjectOption m_project;
    ReviewerOption m_reviewer;
    std::string m_item, m_kind, m_value, m_from;
    int m_take = 0;
    bool m_adjudicate = false;
    std::unique_ptr<ReviewStore> m_store;
};

} // namespace

std::unique_ptr<Command> makeReviewDecideCommand()
{
    return std::make_unique<ReviewDecideCommand>();
}

} // namespace vbs
