#include "app/commands/metrics_command.h"

#include "app/commands/metrics_text.h"
#include "core/base/error.h"
#include "core/datasets/record_file.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/vqa_metrics.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

using Report = MetricReport (*)(const fs::path& truth, const fs::path& results, const BootstrapOptions& options);

struct MetricKind {
    const char* name;
    const char* sign; ///< a key by which the data set's file is known
    Report report;
};

constexpr MetricKind kKinds[] = {{"coco", "images", cocoFilesReport},
                                 {"vqa-v2", "annotations", vqaFilesReport},
                                 {"nlvr2", "identifier", nlvr2FilesReport},
                                 {"vcr", "answer_choices", vcrFilesReport}};

class MetricsCommand : public Command {
public:
    std::string name() const override { return "metrics"; }
    std::string help() const override { return "Measure a results file as its challenge does, with intervals"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--dataset", m_dataset, "the annotations that the results are compared with: see below");
        app.add_option("--annotations", m_annotations, "the same for VQA v2, whose questions are a file of their own");
        app.add_option("--results", m_results, "the results");
        app.add_option("--agreement", m_agreement,
                       "how far raters agree instead: a JSON file with a list of ratings for each rater");
        app.add_option("--key", m_key, "of --agreement: under which key the raters stand")->capture_default_str();
        app.add_option("--resamples", m_options.resamples, "for the 95 % intervals, by picture; 0: none")
            ->check(CLI::Range(0, 100000))
            ->capture_default_str();
        app.add_option("--seed", m_options.seed, "of the intervals")->capture_default_str();
        app.add_flag("--json", m_json, "print a JSON document, in full precision");
        app.footer("What --dataset and --results are:\n"
                   "  VQA v2: annotations; [{\"question_id\", \"answer\"}]\n"
                   "  NLVR2: its JSON lines; CSV without a head: identifier, True or False\n"
                   "  VCR: its JSON lines; CSV as the leaderboard takes it\n"
                   "  COCO: instances; [{\"image_id\", \"category_id\", \"bbox\", \"score\"}]\n"
                   "  phrases: --results alone: [{\"type\", \"boxes\", \"scores\", \"gold\", \"picture\"}]");
    }

    void run() override
    {
        if (!m_agreement.empty())
            return printAgreement(readRatings(m_agreement, m_key));
        if (m_results.empty())
            throw Error(ErrorCode::InvalidArgument, "Name what to measure: --dataset and --results, or --agreement.");
        const fs::path& truth = m_annotations.empty() ? m_dataset : m_annotations;
        if (truth.empty())
            return print("phrases", phraseFileReport(m_results, m_options));
        const auto keys = firstKeysOf(truth);
        for (const MetricKind& kind : kKinds)
            if (keys.contains(kind.sign))
                return print(kind.name, kind.report(truth, m_results, m_options));
        if (!fs::exists(truth))
            throw Error(ErrorCode::FileNotFound, truth.string() + " does not exist.");
        throw Error(ErrorCode::UnsupportedFormat,
                    truth.string() + (keys.contains("questions")
                                          ? " holds questions alone: name their answers with --annotations."
                                          : " is no annotation file of VQA v2, NLVR2, VCR or COCO."));
    }

private:
    void print(const std::string& kind, const MetricReport& report) const
    {
        if (!m_json)
            return printReport(report);
        OrderedJson json = {{"kind", kind}};
        json.update(reportJson(report));
        if (kind == "vqa-v2") { // as the challenge's code rounds it
            OrderedJson& rounded = json["rounded"];
            rounded["overall"] = vqaPerCent(report.figures.front().value);
            for (const auto& [name, figures] : report.slices)
                for (const Figure& figure : figures)
                    rounded[name == "by answer type" ? "perAnswerType" : "perQuestionType"][figure.name] =
                        vqaPerCent(figure.value);
        }
        std::cout << jsonText(json) << '\n';
    }

    void printAgreement(const Ratings& ratings) const
    {
        OrderedJson json = {{"kind", "agreement"}};
        const auto numberOrNull = [](const std::optional<double>& value) {
            return value ? OrderedJson(*value) : OrderedJson();
        };
        for (std::size_t i = 0; i < ratings.size(); ++i)
            for (std::size_t j = i + 1; j < ratings.size(); ++j)
                json["cohen_kappa"][std::to_string(i) + "-" + std::to_string(j)] =
                    numberOrNull(cohenKappa(ratings[i], ratings[j]));
        json["fleiss_kappa"] = numberOrNull(fleissKappa(ratings));
        json["krippendorff_alpha"] = numberOrNull(krippendorffAlpha(ratings));
        if (m_json) {
            std::cout << jsonText(json) << '\n';
            return;
        }
        const auto row = [](const std::string& name, const OrderedJson& value) {
            std::printf("%-32s %s\n", name.c_str(),
                        value.is_null() ? "not defined" : std::to_string(value.get<double>()).c_str());
        };
        if (json.contains("cohen_kappa"))
            for (const auto& [pair, value] : json["cohen_kappa"].items())
                row("Cohen's kappa, raters " + pair, value);
        row("Fleiss' kappa", json["fleiss_kappa"]);
        row("Krippendorff's alpha, nominal", json["krippendorff_alpha"]);
    }

    fs::path m_dataset, m_annotations, m_results, m_agreement;
    std::string m_key = "raters";
    BootstrapOptions m_options;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeMetricsCommand()
{
    return std::make_unique<MetricsCommand>();
}

} // namespace vbs
