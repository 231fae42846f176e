#include "core/metrics/label_metrics.h"

#include "core/datasets/nlvr2.h"
#include "core/metrics/confusions.h"

namespace vbs {

MetricReport nlvr2Report(const std::vector<Nlvr2Measured>& statements, const BootstrapOptions& options)
{
    GroupedMeans means;
    struct Pairs {
        std::string set;
        bool right = true;
    };
    std::map<std::string, Pairs> sentences;
    std::map<std::pair<std::string, std::string>, std::size_t> pairs;
    const auto word = [](bool value) { return value ? "true" : "false"; };
    for (const Nlvr2Measured& statement : statements) {
        const bool right = statement.truth == statement.verdict;
        const std::string set = nlvr2SetOf(statement.identifier);
        means.add("", "accuracy", set, right);
        means.add("by label", word(statement.truth), set, right);
        Pairs& sentence = sentences[nlvr2ConsistencyGroupOf(statement.identifier)];
        sentence.set = set;
        sentence.right = sentence.right && right;
        if (!right)
            ++pairs[{word(statement.truth), word(statement.verdict)}];
    }
    for (const auto& [group, sentence] : sentences)
        means.add("", "consistency", sentence.set, sentence.right);
    MetricReport report{{}, {}, mostFrequentConfusions(pairs)};
    means.fill(report, options);
    for (const Nlvr2Measured& statement : statements)
        report.items.emplace_back(statement.identifier, double(statement.truth == statement.verdict));
    return report;
}

MetricReport vcrReport(const std::vector<VcrMeasured>& records, const BootstrapOptions& options)
{
    GroupedMeans means;
    MetricReport report;
    for (const VcrMeasured& record : records) {
        const bool hasAnswer = record.answerLabel >= 0 && record.answer >= 0;
        const bool hasRationale = record.rationaleLabel >= 0 && record.rationale >= 0;
        if (hasAnswer)
            means.add("", "Q -> A", record.picture, record.answer == record.answerLabel);
        if (hasRationale)
            means.add("", "QA -> R", record.picture, record.rationale == record.rationaleLabel);
        if (!hasAnswer || !hasRationale)
            continue;
        const bool both = record.answer == record.answerLabel && record.rationale == record.rationaleLabel;
        means.add("", "Q -> AR", record.picture, both);
        if (!record.id.empty())
            report.items.emplace_back(record.id, both);
    }
    means.fill(report, options);
    return report;
}

} // namespace vbs
