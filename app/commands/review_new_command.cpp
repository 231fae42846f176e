#include "app/commands/review_new_command.h"

#include "app/commands/dataset_format_option.h"
#include "app/commands/review_project_option.h"
#include "app/commands/terminal_progress.h"
#include "core/base/json.h"
#include "core/datasets/dataset_formats.h"
#include "ui/store/review_project_file.h"

#include <iostream>

namespace vbs {

namespace {

constexpr std::size_t kFaultsListed = 10;

class ReviewNewCommand : public Command {
public:
    std::string name() const override { return "new"; }
    std::string help() const override { return "Make a review project of a data set, whose files it never changes"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_option("--dataset", m_files.dataset, "the data set: see below")->required();
        app.add_option("--annotations", m_files.annotations, "its annotations, where they are kept apart");
        app.add_option("--images", m_files.images, "folder of its pictures");
        addDatasetFormatOption(app, m_format);
        app.add_option("--name", m_name, "of the project; default: the data set's file");
        app.add_option("--reviewers", m_reviewers, "how many have to decide each item")
            ->check(CLI::Range(1, kMostReviewersWanted))
            ->capture_default_str();
        app.add_flag("--json", m_json, "print the summary as JSON");
        app.add_flag("--quiet", m_quiet, "no progress");
        std::string files;
        for (const DatasetFormat& format : datasetFormats())
            files += "\n  " + std::string(format.name) + ": " + std::string(format.files);
        app.footer("What --dataset and --annotations are:" + files + "\n\n" + kServerProjects);
    }

    void run() override
    {
        prepareReviewStores();
        const JobControl control = terminalProgress(m_quiet);
        ProjectDraft draft = draftOf(m_files, m_format, m_name);
        draft.project.reviewersWanted = m_reviewers;
        const DraftSummary summary = summaryOf(draft, control);
        makeReviewProject(m_project.where, draft, control);
        if (m_json)
            std::cout << jsonText(
                             {{"project", m_project.where},
                              {"format", draft.project.format},
                              {"items", summary.items},
                              {"pictures", summary.pictures},
                              {"faulty", summary.faulty},
                              {"faults", summary.faults},
                              {"remarks", std::vector<std::string>(summary.remarks.begin(), summary.remarks.end())}})
                      << '\n';
        else
            print(draft, summary);
    }

private:
    void print(const ProjectDraft& draft, const DraftSummary& summary) const
    {
        std::cout << m_project.where << ": " << summary.items << " items of "
                  << datasetFormat(draft.project.format).title << " about " << summary.pictures << " pictures.\n";
        for (const Sentence& remark : summary.remarks)
            std::cerr << remark.english() << '\n';
        if (summary.faulty == 0)
            return;
        std::cerr << summary.faulty << " items can be reviewed as text only:\n";
        for (std::size_t i = 0; i < std::min(kFaultsListed, summary.faults.size()); ++i)
            std::cerr << "  " << summary.faults[i] << '\n';
        if (summary.faulty > kFaultsListed)
            std::cerr << "  and " << summary.faulty - kFaultsListed << " more; --json lists the first "
                      << kMostFaultsShown << ".\n";
    }

    ReviewProjectOption m_project;
    DatasetFiles m_files;
    std::string m_format, m_name;
    int m_reviewers = 1;
    bool m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeReviewNewCommand()
{
    return std::make_unique<ReviewNewCommand>();
}

} // namespace vbs
