#include "core/metrics/vqa_metrics.h"

#include "core/datasets/vqa_answer.h"
#include "core/metrics/confusions.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace vbs {

double vqaChallengeAccuracy(const std::vector<VqaV2Answer>& people, const std::string& answer)
{
    if (people.empty())
        return 0;
    std::vector<VqaV2Answer> given = people;
    for (VqaV2Answer& one : given)
        one.answer = strippedVqaAnswer(one.answer);
    std::string predicted = strippedVqaAnswer(answer);
    const bool agreed = std::ranges::adjacent_find(given, std::not_equal_to(), &VqaV2Answer::answer) == given.end();
    if (!agreed) {
        for (VqaV2Answer& one : given)
            one.answer = normalizedVqaAnswer(one.answer);
        predicted = normalizedVqaAnswer(predicted);
    }
    double sum = 0;
    for (const VqaV2Answer& person : given) {
        const auto matches = std::ranges::count_if(
            given, [&](const VqaV2Answer& other) { return other.answer == predicted && other != person; });
        sum += std::min(1., double(matches) / 3);
    }
    return sum / double(given.size());
}

void VqaMetrics::add(const VqaMeasured& question)
{
    add(question, vqaChallengeAccuracy(question.people, question.answer));
}

void VqaMetrics::add(const VqaMeasured& question, double accuracy)
{
    m_all.add(question.picture, accuracy);
    m_byQuestionType[question.questionType].add(question.picture, accuracy);
    m_byAnswerType[question.answerType].add(question.picture, accuracy);
    if (accuracy < .5)
        ++m_confusions[{question.truth, question.answer}];
}

MetricReport VqaMetrics::report(const BootstrapOptions& options) const
{
    MetricReport report{{m_all.figure("accuracy", options)}, {}, mostFrequentConfusions(m_confusions)};
    const auto slice = [&](const std::string& name, const std::map<std::string, GroupedMean>& means) {
        report.slices.emplace_back(name, std::vector<Figure>());
        for (const auto& [type, mean] : means)
            report.slices.back().second.push_back(mean.figure(type, options));
    };
    slice("by answer type", m_byAnswerType);
    slice("by question type", m_byQuestionType);
    return report;
}

double vqaPerCent(double accuracy, int decimals)
{
    // printf rounds the exact value to the nearest, ties to even, which is what Python's round does.
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, 100 * accuracy);
    return std::strtod(text, nullptr);
}

} // namespace vbs
