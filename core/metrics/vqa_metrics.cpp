#include "core/metrics/vqa_metrics.h"

#include "core/datasets/vqa_answer.h"
#include "core/metrics/confusions.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::size_t kMostKnown = 1'000'000; ///< a few hundred MB at most; VQA v2 has some 150,000 spellings

} // namespace

const std::string& VqaNormalizer::operator()(const std::string& answer)
{
    if (const auto known = m_known.find(answer); known != m_known.end())
        return known->second;
    if (m_known.size() == kMostKnown)
        m_known.clear();
    return m_known.emplace(answer, normalizedVqaAnswer(answer)).first->second;
}

double vqaChallengeAccuracy(const std::vector<VqaV2Answer>& people, const std::string& answer)
{
    VqaNormalizer normalized;
    return vqaChallengeAccuracy(people, answer, normalized);
}

double vqaChallengeAccuracy(const std::vector<VqaV2Answer>& people, const std::string& answer,
                            VqaNormalizer& normalized)
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
            one.answer = normalized(one.answer);
        predicted = normalized(predicted);
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
    add(question, vqaChallengeAccuracy(question.people, question.answer, m_normalized));
}

void VqaMetrics::add(const VqaMeasured& question, double accuracy)
{
    m_means.add("", "accuracy", question.picture, accuracy);
    m_means.add("by answer type", question.answerType, question.picture, accuracy);
    m_means.add("by question type", question.questionType, question.picture, accuracy);
    if (accuracy < .5)
        if (const std::string truth = m_normalized(question.truth), answer = m_normalized(question.answer);
            truth != answer)
            ++m_confusions[{truth, answer}];
    if (!question.id.empty())
        m_items.emplace_back(question.id, accuracy);
}

MetricReport VqaMetrics::report(const BootstrapOptions& options) const
{
    MetricReport report{{}, {}, mostFrequentConfusions(m_confusions)};
    m_means.fill(report, options);
    report.items = m_items;
    return report;
}

} // namespace vbs
