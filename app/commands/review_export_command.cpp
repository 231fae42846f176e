#include "app/commands/review_export_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/terminal_progress.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/review/prediction_export.h"
#include "core/review/project_export.h"
#include "core/review/review_report.h"

#include <iostream>

namespace vbs {

namespace {

class ReviewExportCommand : public Command {
public:
    std::string name() const override { return "export"; }
    std::string help() const override
    {
        return "Write the reviewed data set in its own format, where nothing differs but what was corrected";
    }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_option("--dataset", m_to.dataset, "the file or folder to write");
        app.add_option("--annotations", m_to.annotations, "its annotations, where they are kept apart");
        app.add_option("--items", m_scope, "which items: all of them, all but the rejected ones, or the accepted ones")
            ->check(CLI::IsMember({"all", "without-rejected", "accepted"}))
            ->capture_default_str();
        app.add_option("--changes", m_changes,
                       "write a list of what was changed, rejected or left open: .csv or .json");
        app.add_option("--predictions", m_predictions, "write what the model answered, as the challenge takes it");
        app.add_option("--report", m_report, "write a page on the review for people: .html");
        app.add_option("--report-pictures", m_reportOptions.pictures, "how many pictures the page holds at most")
            ->capture_default_str();
        app.add_flag("--force", m_force, "replace files that are there; the data set itself is never replaced");
        app.add_flag("--json", m_json, "print a JSON document");
        app.add_flag("--quiet", m_quiet, "no progress");
    }

    void run() override
    {
        if (m_to.dataset.empty() && m_to.annotations.empty() && m_changes.empty() && m_report.empty() &&
            m_predictions.empty())
            throw Error(ErrorCode::InvalidArgument,
                        "Name what to write: --dataset, --annotations, --changes, --predictions or --report.");
        const std::string suffix = m_changes.extension().string();
        if (!m_changes.empty() && suffix != ".csv" && suffix != ".json")
            throw Error(ErrorCode::InvalidArgument, m_changes.string() + " should end with .csv or .json.");
        for (const std::filesystem::path& path : {m_to.dataset, m_to.annotations, m_changes, m_report, m_predictions})
            requireFree(path);
        const auto store = m_project.open();
        OrderedJson summary = OrderedJson::object();
        if (!m_to.dataset.empty() || !m_to.annotations.empty()) {
            const ExportReport report =
                exportDataset(*store, *exportScopeNamed(m_scope), m_to, terminalProgress(m_quiet));
            summary.update({{"items", report.items}, {"changed", report.changed}, {"left_out", report.left}});
        }
        if (!m_changes.empty()) {
            const std::vector<ListedChange> changes = changesOf(*store);
            writeFileAtomically(m_changes, suffix == ".csv" ? changesAsCsv(changes) : jsonText(changesAsJson(changes)));
            summary["listed"] = changes.size();
        }
        if (!m_predictions.empty()) {
            const PredictionExport results = exportPredictions(*store, terminalProgress(m_quiet));
            writeFileAtomically(m_predictions, results.text);
            summary["results"] = results.results;
            summary["remarks"] = results.remarks;
        }
        if (!m_report.empty()) {
            writeFileAtomically(m_report, reviewReport(*store, m_reportOptions, terminalProgress(m_quiet)));
            summary["report"] = m_report.string();
        }
        print(summary);
    }

private:
    void requireFree(const std::filesystem::path& path) const
    {
        std::error_code code;
        const bool taken = !path.empty() && std::filesystem::exists(path, code) &&
                           !(std::filesystem::is_directory(path, code) && std::filesystem::is_empty(path, code));
        if (taken && !m_force)
            throw Error(ErrorCode::InvalidArgument, path.string() + " exists already: name another place, or add "
                                                                    "--force.");
    }

    void print(const OrderedJson& summary) const
    {
        if (m_json) {
            std::cout << jsonText(summary) << '\n';
            return;
        }
        if (summary.contains("items"))
            std::cout << summary["items"] << " items written, " << summary["changed"] << " of them changed; "
                      << summary["left_out"] << " left out.\n";
        if (summary.contains("listed"))
            std::cout << summary["listed"] << " changes listed in " << m_changes.string() << ".\n";
        if (summary.contains("results"))
            std::cout << summary["results"] << " results written to " << m_predictions.string() << ".\n";
        for (const OrderedJson& remark : summary.value("remarks", OrderedJson::array()))
            std::cerr << remark.get<std::string>() << '\n';
        if (summary.contains("report"))
            std::cout << "The report is " << m_report.string() << ".\n";
    }

    ReviewProjectOption m_project;
    DatasetFiles m_to;
    std::string m_scope = "all";
    std::filesystem::path m_changes, m_report, m_predictions;
    ReviewReportOptions m_reportOptions;
    bool m_force = false, m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeReviewExportCommand()
{
    return std::make_unique<ReviewExportCommand>();
}

} // namespace vbs
