#include "app/commands/review_show_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/review_queue_options.h"
#include "core/base/json.h"
#include "core/datasets/dataset_formats.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class ReviewShowCommand : public Command {
public:
    std::string name() const override { return "show"; }
    std::string help() const override { return "Say how far a review has come"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        const auto store = m_project.open();
        const ReviewProject project = store->project();
        const ReviewCounts counts = indexOf(*store).counts();
        if (m_json) {
            std::cout << jsonText({{"name", project.name},
                                   {"format", project.format},
                                   {"dataset", project.files.dataset.string()},
                                   {"model", project.model},
                                   {"reviewers_wanted", project.reviewersWanted},
                                   {"items", counts.total},
                                   {"predicted", counts.predicted},
                                   {"undecided", counts.undecided},
                                   {"accepted", counts.accepted},
                                   {"rejected", counts.rejected},
                                   {"unsure", counts.unsure},
                                   {"corrected", counts.corrected},
                                   {"flagged", counts.flagged},
                                   {"conflict", counts.conflict},
                                   {"faulty", counts.faulty},
                                   {"model_right", counts.modelRight},
                                   {"model_wrong", counts.modelWrong},
                                   {"people_disagree", counts.peopleDisagree},
                                   {"types", counts.types},
                                   {"tags", counts.tags},
                                   {"reviewers", counts.reviewers}})
                      << '\n';
            return;
        }
        std::printf("%s: %s\n", project.name.c_str(), std::string(datasetFormat(project.format).title).c_str());
        row("items", counts.total);
        row("undecided", counts.undecided);
        row("accepted", counts.accepted);
        row("  with a correction", counts.corrected);
        row("rejected", counts.rejected);
        row("unsure", counts.unsure);
        row("flagged", counts.flagged);
        row("reviewers disagree", counts.conflict);
        row("annotators disagree", counts.peopleDisagree);
        row("model wrong", counts.modelWrong);
        row("model not asked", counts.total - counts.predicted);
        row("picture or record faulty", counts.faulty);
        for (const auto& [reviewer, count] : counts.reviewers)
            row(("by " + reviewer).c_str(), count);
        for (const auto& [tag, count] : counts.tags)
            row(("tagged " + tag).c_str(), count);
    }

private:
    static void row(const char* name, std::size_t count) { std::printf("  %-28s %8zu\n", name, count); }

    ReviewProjectOption m_project;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeReviewShowCommand()
{
    return std::make_unique<ReviewShowCommand>();
}

} // namespace vbs
