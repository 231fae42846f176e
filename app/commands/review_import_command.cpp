#include "app/commands/review_import_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/terminal_progress.h"
#include "core/base/json.h"
#include "core/review/prediction_import.h"

#include <iostream>

namespace vbs {

namespace {

class ReviewImportCommand : public Command {
public:
    std::string name() const override { return "import-predictions"; }
    std::string help() const override { return "Review against what another program answered"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_option("FILE", m_file, "its results: see below")->required();
        app.add_option("--model", m_model, "what to call it; default: the file's name");
        app.add_flag("--json", m_json, "print a JSON document");
        app.footer(
            "What FILE is, by the project's data set:\n"
            "  VQA: [{\"question_id\", \"answer\", \"probability\"?, \"answers\"?: [[ANSWER, PROBABILITY], …]}]\n"
            "  NLVR2: CSV: identifier, True or False, and the probability of that if it is known\n"
            "  VCR: CSV as the leaderboard takes it\n"
            "  of each also the predictions.jsonl of `visualbert predict`");
    }

    void run() override
    {
        const auto store = m_project.open();
        const std::string model = m_model.empty() ? m_file.stem().string() : m_model;
        const PredictionImport report = importPredictions(*store, m_file, model, terminalProgress(m_json));
        if (m_json)
            std::cout << jsonText({{"model", model}, {"items", report.items}, {"unknown", report.unknown}}) << '\n';
        else
            std::cout << report.items << " items have the answers of " << model << ".\n";
        if (report.unknown > 0)
            std::cerr << report.unknown << " results belong to no item of the project, the first one to "
                      << report.firstUnknown << ".\n";
    }

private:
    ReviewProjectOption m_project;
    std::filesystem::path m_file;
    std::string m_model;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeReviewImportCommand()
{
    return std::make_unique<ReviewImportCommand>();
}

} // namespace vbs
