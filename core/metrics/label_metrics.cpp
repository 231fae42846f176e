#include "core/metrics/label_metrics.h"

#include "core/datasets/nlvr2.h"
#include "core/metrics/confusions.h"

namespace vbs {

MetricReport nlvr2Report(const std::vector<Nlvr2Measured>& statements, const BootstrapOptions& options)
{
    GroupedMean accuracy, consistency;
    struct Sentence {
        std::string set;
        bool right = true;
    };
    std::map<std::string, Sentence> sentences;
    std::map<std::pair<std::string, std::string>, std::size_t> pairs;
    for (const Nlvr2Measured& statement : statements) {
        const bool right = statement.truth == statement.verdict;
        const std::string set = nlvr2SetOf(statement.identifier);
        accuracy.add(set, right);
        Sentence& sentence = sentences[nlvr2ConsistencyGroupOf(statement.identifier)];
        sentence.set = set;
        sentence.right = sentence.right && right;
        if (!right)
            ++pairs[{statement.truth ? "true" : "false", statement.verdict ? "true" : "false"}];
    }
    for (const auto& [group, sentence] : sentences)
        consistency.add(sentence.set, sentence.right);
    return {{accuracy.figure("accuracy", options), consistency.figure("consistency", options)},
            {},
            mostFrequentConfusions(pairs)};
}

MetricReport vcrReport(const std::vector<VcrMeasured>& records, const BootstrapOptions& options)
{
    GroupedMean answers, rationales, both;
    for (const VcrMeasured& record : records) {
        const bool hasAnswer = record.answerLabel >= 0 && record.answer >= 0;
        const bool hasRationale = record.rationaleLabel >= 0 && record.rationale >= 0;
        if (hasAnswer)
            answers.add(record.picture, record.answer == record.answerLabel);
        if (hasRationale)
            rationales.add(record.picture, record.rationale == record.rationaleLabel);
        if (hasAnswer && hasRationale)
            both.add(record.picture, record.answer == record.answerLabel && record.rationale == record.rationaleLabel);
    }
    MetricReport report;
    for (const auto& [name, mean] :
         {std::pair("Q -> A", &answers), std::pair("QA -> R", &rationales), std::pair("Q -> AR", &both)})
        if (mean->count() > 0)
            report.figures.push_back(mean->figure(name, options));
    return report;
}

} // namespace vbs
