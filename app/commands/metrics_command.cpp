#include "app/commands/metrics_command.h"

#include "app/commands/metrics_text.h"
#include "core/base/error.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/metric_formats.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestSlice = 8;

class MetricsCommand : public Command {
public:
    std::string name() const override { return "metrics"; }
    std::string help() const override { return "Measure a results file as its challenge does, with intervals"; }

    void declare(CLI::App& app) override
    {
        auto* dataset = app.add_option("--dataset", m_files.dataset, "what the results are compared with: see below");
        auto* annotations = app.add_option("--annotations", m_files.annotations,
                                           "the annotations of VQA v2, whose questions are a file of their own");
        auto* results = app.add_option("--results", m_files.results, "the results");
        std::vector<std::string> names;
        for (const MetricFormat& format : metricFormats())
            names.emplace_back(format.name);
        app.add_flag("--partial", m_files.partial, "leave out items without a result, and count them");
        app.add_option("--format", m_format, "of the files; default: told by their contents")
            ->check(CLI::IsMember(names));
        auto* agreement =
            app.add_option("--agreement", m_agreement,
                           "how far raters agree instead: a JSON file with a list of labels for each rater");
        agreement->excludes(dataset)->excludes(annotations)->excludes(results);
        app.add_option("--key", m_key, "of --agreement: another key under which raters stand")->needs(agreement);
        app.add_option("--by", m_by, "type: list long slices, too; item: list each item's own figure")
            ->check(CLI::IsMember({"type", "item"}));
        auto* resamples = app.add_option("--resamples", m_options.resamples,
                                         "drawings of pictures behind the 95 % intervals; fewer for very many boxes")
                              ->check(CLI::Range(0, 100000))
                              ->capture_default_str();
        app.add_flag("--no-intervals", m_noIntervals, "leave the intervals out")->excludes(resamples);
        app.add_option("--seed", m_options.seed, "of the intervals")->capture_default_str();
        app.add_flag("--json", m_json, "print a JSON document: everything, in full precision and rounded");
        std::string footer = "What the files are:";
        for (const MetricFormat& format : metricFormats())
            footer += "\n  " + std::string(format.name) + ": " + std::string(format.truth) + ";\n    --results " +
                      std::string(format.results);
        app.footer(footer +
                   "\n  --agreement {\"raters\": [[\"yes\", null, …], …]}: a label for each item, or null; likewise "
                   "\"raters_with_gaps\"\nEvery item of the data set needs one result; pictures may have any "
                   "number of boxes. Figures are those of the\nchallenges' own code. Intervals draw pictures "
                   "with repetition; the same seed gives the same ones.");
    }

    void run() override
    {
        if (!m_agreement.empty())
            return printAgreements();
        if (m_files.results.empty() && m_files.truth().empty())
            throw Error(ErrorCode::InvalidArgument, "Name what to measure: --dataset and --results, or --agreement.");
        m_options.resamples = m_noIntervals ? 0 : m_options.resamples;
        const MetricFormat& format = metricFormatOf(m_files, m_format);
        const MetricReport report = format.report(m_files, m_options);
        if (m_json)
            return printJson(format, report);
        std::printf("%s\n", std::string(format.title).c_str());
        printReport(report, m_by == "type" ? std::numeric_limits<std::size_t>::max() : kLongestSlice, m_by == "item");
    }

private:
    void printJson(const MetricFormat& format, const MetricReport& report) const
    {
        OrderedJson json = {{"kind", format.name}};
        json.update(reportJson(report, m_by == "item"));
        if (report.resamples > 0)
            json["seed"] = m_options.seed;
        if (format.name == "vqa-v2") { // with the keys of the challenge's code
            OrderedJson& rounded = json["rounded"];
            rounded["overall"] = report.figures.front().rounded;
            for (const auto& [name, figures] : report.slices)
                for (const Figure& figure : figures)
                    rounded[name == "by answer type" ? "perAnswerType" : "perQuestionType"][figure.name] =
                        figure.rounded;
        }
        std::cout << jsonText(json) << '\n';
    }

    void printAgreements() const
    {
        constexpr const char *kWhole = "raters", *kGaps = "raters_with_gaps";
        const Json file = readJsonFile(m_agreement);
        const bool both = m_key.empty() && file.is_object() && file.contains(kWhole) && file.contains(kGaps);
        const std::string first = !m_key.empty()                                                       ? m_key
                                  : file.is_object() && !file.contains(kWhole) && file.contains(kGaps) ? kGaps
                                                                                                       : kWhole;
        OrderedJson json = agreementJson(readRatings(m_agreement, first));
        if (both)
            json[kGaps] = agreementJson(readRatings(m_agreement, kGaps));
        if (m_json) {
            OrderedJson document = {{"kind", "agreement"}};
            document.update(json);
            std::cout << jsonText(document) << '\n';
            return;
        }
        printAgreement(json);
        if (both) {
            std::printf("with gaps\n");
            printAgreement(json[kGaps]);
        }
    }

    MetricFiles m_files;
    fs::path m_agreement;
    std::string m_format, m_key, m_by;
    BootstrapOptions m_options;
    bool m_json = false, m_noIntervals = false;
};

} // namespace

std::unique_ptr<Command> makeMetricsCommand()
{
    return std::make_unique<MetricsCommand>();
}

} // namespace vbs
