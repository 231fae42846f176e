#pragma once

#include "core/datasets/vqa_v2.h"
#include "core/metrics/bootstrap.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// A question's accuracy as the VQA challenge's code computes it (vqaEval.py of GT-Vision-Lab/VQA): each person in turn
/// is compared with all whose record is another; min(1, those who gave the answer / 3), meaned over the people. Answers
/// are normalised unless all people gave the same.
/// @param people as the file has them. 0 without people.
double vqaChallengeAccuracy(const std::vector<VqaV2Answer>& people, const std::string& answer);

/// Normalises answers and remembers them, since people mostly give the same few.
class VqaNormalizer {
public:
    const std::string& operator()(const std::string& answer);

private:
    std::unordered_map<std::string, std::string> m_known;
};
double vqaChallengeAccuracy(const std::vector<VqaV2Answer>& people, const std::string& answer,
                            VqaNormalizer& normalized);

/// A question with its people's answers and the one that is measured.
struct VqaMeasured {
    std::string picture; ///< questions on it are drawn together for intervals
    std::string questionType, answerType;
    std::string truth; ///< the most frequent answer, for the list of confusions
    std::vector<VqaV2Answer> people;
    std::string answer;
    std::string id{}; ///< for the list of items; empty: left out
};

/// Collects questions one by one; keeps no people's answers, so that whole data sets fit.
class VqaMetrics {
public:
    void add(const VqaMeasured& question);

    /// The same where the accuracy comes from elsewhere than people's answers: fewer people than the challenge asks, or
    /// answers with scores. @param accuracy 0..1.
    void add(const VqaMeasured& question, double accuracy);

    /// accuracy; slices "by question type" and "by answer type".
    MetricReport report(const BootstrapOptions& options) const;

private:
    GroupedMeans m_means;
    VqaNormalizer m_normalized;
    std::map<std::pair<std::string, std::string>, std::size_t> m_confusions; ///< normalised
    std::vector<std::pair<std::string, double>> m_items;
};

} // namespace vbs
