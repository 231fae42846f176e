#include "app/commands/review_carry_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/terminal_progress.h"
#include "core/base/json.h"
#include "ui/store/review_project_file.h"

#include <iostream>

namespace vbs {

namespace {

constexpr std::size_t kItemsListed = 20;

using CarriedItems = std::vector<CarryReport::Item>;

OrderedJson jsonOfItems(const CarriedItems& items)
{
    OrderedJson list = OrderedJson::array();
    for (const CarryReport::Item& item : items) {
        list.push_back({{"item", item.id}, {"was", item.verdict}});
        if (!item.what.empty())
            list.back()["changed"] = item.what;
    }
    return list;
}

/// Lines below a heading; nothing without lines.
void printLines(const std::string& heading, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    std::cout << heading << '\n';
    for (std::size_t i = 0; i < std::min(kItemsListed, lines.size()); ++i)
        std::cout << "  " << lines[i] << '\n';
    if (lines.size() > kItemsListed)
        std::cout << "  and " << lines.size() - kItemsListed << " more; --json lists all.\n";
}

std::vector<std::string> linesOf(const CarriedItems& items)
{
    std::vector<std::string> lines;
    for (const CarryReport::Item& item : items) {
        std::string what;
        for (const std::string& one : item.what)
            what += (what.empty() ? ": " : ", ") + one;
        lines.push_back(item.id + " (was " + item.verdict + ")" + what);
    }
    return lines;
}

class ReviewCarryCommand : public Command {
public:
    std::string name() const override { return "carry-over"; }
    std::string help() const override
    {
        return "Make a new project of a data set that changed, with all that was done in the old one";
    }

    void declare(CLI::App& app) override
    {
        m_from.declare(app);
        app.add_option("NEW", m_to, "the new project, a file or an address; it must not be there yet")->required();
        app.add_option("--dataset", m_files.dataset, "the changed data set; default: where the project has it");
        app.add_option("--annotations", m_files.annotations, "its annotations; default likewise");
        app.add_option("--images", m_files.images, "folder of its pictures; default likewise");
        m_reviewer.declare(app);
        app.add_flag("--json", m_json, "print a JSON document");
        app.add_flag("--quiet", m_quiet, "no progress");
        app.footer(
            "Items are matched by their ids. Where the question, the pictures or the annotation changed, an item "
            "is undecided again and has\nthe tag \"" +
            std::string(kChangedTag) +
            "\": its decisions are kept as undone, since they were about something else. Where it changed\nto "
            "what its reviewers had made of it, it stays accepted. PROJECT stays as it is.\n\n" +
            std::string(kServerProjects));
    }

    void run() override
    {
        prepareReviewStores();
        const ReviewProject known = openReviewProject(m_from.where)->project();
        const auto pick = [](std::filesystem::path& path, const std::filesystem::path& old) {
            path = path.empty() ? old : path;
        };
        pick(m_files.dataset, known.files.dataset);
        pick(m_files.annotations, known.files.annotations);
        pick(m_files.images, known.files.images);
        const CarryReport report = carryReviewProject(m_from.where, m_to, draftOf(m_files, known.format),
                                                      m_reviewer.name, terminalProgress(m_quiet));
        if (m_json)
            std::cout << jsonText({{"items", report.items},
                                   {"same", report.same},
                                   {"as_corrected", jsonOfItems(report.applied)},
                                   {"changed", jsonOfItems(report.changed)},
                                   {"gone", jsonOfItems(report.gone)},
                                   {"came", report.came},
                                   {"acts", report.acts},
                                   {"acts_left", report.actsLeft},
                                   {"answers", report.answers},
                                   {"answers_left", report.answersLeft}})
                      << '\n';
        else
            print(report);
    }

private:
    void print(const CarryReport& report) const
    {
        std::cout << m_to << ": " << report.items << " items, " << report.same << " of them as they were; "
                  << report.acts << (report.acts == 1 ? " act" : " acts") << " carried over.\n";
        printLines("As their reviewers had corrected them, and still accepted:", linesOf(report.applied));
        printLines("Changed; what was decided of them is undecided again:", linesOf(report.changed));
        printLines("New:", report.came);
        printLines("Gone:", linesOf(report.gone));
        if (report.actsLeft > 0)
            std::cout << report.actsLeft << " acts on items that are gone are in the old project only.\n";
        if (report.answersLeft > 0)
            std::cout << report.answersLeft
                      << " answers of models are about something else now: `visualbert review "
                         "predict` asks again.\n";
    }

    ReviewProjectOption m_from;
    std::string m_to;
    DatasetFiles m_files;
    ReviewerOption m_reviewer;
    bool m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeReviewCarryCommand()
{
    return std::make_unique<ReviewCarryCommand>();
}

} // namespace vbs
