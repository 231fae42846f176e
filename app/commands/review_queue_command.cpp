#include "app/commands/review_queue_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/review_queue_options.h"
#include "core/base/json.h"
#include "core/base/one_line.h"

#include <cmath>
#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class ReviewQueueCommand : public Command {
public:
    std::string name() const override { return "queue"; }
    std::string help() const override { return "List a project's items, those that most likely are wrong first"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        m_queue.declare(app);
        app.add_option("--limit", m_limit, "at most so many; 0: all")->capture_default_str();
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        const auto store = m_project.open();
        const ReviewIndex index = indexOf(*store);
        std::vector<std::uint32_t> numbers = m_queue.queue(*store, index);
        const std::size_t total = numbers.size();
        if (m_limit > 0 && numbers.size() > m_limit)
            numbers.resize(m_limit);
        const std::vector<ItemLine> lines = store->lines(numbers);
        if (m_json)
            return printJson(index, lines, total);
        for (const ItemLine& line : lines) {
            const Standing& standing = index.standing(line.number);
            const float surprise = index.summary(line.number).surprise;
            std::printf("%-14s %-10s %s  %s | %s | %s\n", line.id.c_str(),
                        std::string(nameOf(standing.verdict)).c_str(),
                        surprise < 0 ? "     -" : formatted(surprise).c_str(), joinedLines(line.text).c_str(),
                        joinedLines(line.truth).c_str(), line.guess.empty() ? "not asked" : line.guess.c_str());
        }
        std::printf("%zu of %zu items\n", lines.size(), total);
    }

private:
    static std::string formatted(float value)
    {
        char text[16];
        std::snprintf(text, sizeof text, "%6.3f", double(value));
        return text;
    }

    static OrderedJson numberOrNull(float value)
    {
        return value < 0 ? OrderedJson() : OrderedJson(std::round(double(value) * 1e4) / 1e4);
    }

    void printJson(const ReviewIndex& index, const std::vector<ItemLine>& lines, std::size_t total) const
    {
        OrderedJson items = OrderedJson::array();
        for (const ItemLine& line : lines) {
            const Standing& standing = index.standing(line.number);
            const ItemSummary& summary = index.summary(line.number);
            OrderedJson item = {{"item", line.id},
                                {"text", line.text},
                                {"truth", line.truth},
                                {"guess", line.guess},
                                {"surprise", numberOrNull(summary.surprise)},
                                {"entropy", numberOrNull(summary.entropy)},
                                {"score", numberOrNull(summary.score)},
                                {"verdict", nameOf(standing.verdict)}};
            if (!standing.correction.empty())
                item["correction"] = parseOrderedJson(standing.correction, "A correction");
            if (standing.flagged)
                item["flagged"] = true;
            if (!standing.tags.empty())
                item["tags"] = standing.tags;
            if (!standing.reviewers.empty())
                item["reviewers"] = standing.reviewers;
            if (standing.conflict)
                item["conflict"] = true;
            items.push_back(std::move(item));
        }
        std::cout << jsonText({{"total", total}, {"items", items}}) << '\n';
    }

    ReviewProjectOption m_project;
    ReviewQueueOptions m_queue;
    std::size_t m_limit = 20;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeReviewQueueCommand()
{
    return std::make_unique<ReviewQueueCommand>();
}

} // namespace vbs
