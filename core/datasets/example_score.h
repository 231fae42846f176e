#pragma once

#include "core/base/json.h"
#include "core/datasets/dataset.h"

#include <map>
#include <string>
#include <vector>

namespace vbs {

/// One figure that an example adds to.
struct ScoredFigure {
    std::string measure;  ///< "accuracy" is every task's own; others by their names: "recall at 5"
    double value = 0;     ///< 0..1
    std::string type;     ///< that reports group by: of the example, or of one of its phrases; may be empty
    std::string together; ///< not empty: counts once for all that share it, by the worst of them
};

/// What a result is worth by the official metrics; nothing when the example has no truth.
///   questions   accuracy: people's answers as vqaEval.py compares them, or the score of the answer; the same again as
///               "accuracy yes/no", … by the answer's type
///   statements  accuracy; consistency (together: the sentence's other pairs)
///   choices     accuracy; for VCR's two halves also "Q -> A", "QA -> R" and "Q -> AR"
///   phrases     accuracy (recall at 1), recall at 5, recall at 10, upper bound: a phrase is found when one of its most
///               probable regions overlaps one of its boxes by half (IoU); phrases without a box are left out
///   masked words, captions   accuracy
std::vector<ScoredFigure> scoreOf(const Example& example, const InferenceResult& result);

/// Sums of figures over examples.
class ScoreSum {
public:
    void add(const std::vector<ScoredFigure>& figures);
    void add(const std::string& measure, double value, double weight = 1);

    /// For another process, which adds it to its own.
    Json toJson() const;
    void add(const Json& others);

    /// 0..1 by measure.
    std::map<std::string, double> means() const;
    /// Mean and count of "accuracy" by type, "" for figures without one.
    struct TypeMean {
        double mean = 0;
        std::size_t count = 0;
    };
    std::map<std::string, TypeMean> accuracyByType() const;
    std::size_t count() const; ///< of "accuracy"

private:
    struct Sum {
        double sum = 0, weight = 0;
    };
    std::map<std::string, Sum> m_sums;
    std::map<std::string, Sum> m_byType;
    std::map<std::string, std::map<std::string, double>> m_together; ///< the worst by measure and what is shared
};

/// The official accuracy of an answer: the mean over the people of min(1, others who gave it / 3), answers normalised
/// unless all are the same. Where people are too few for that, the share of them; with scores, the answer's.
double vqaAccuracyOf(const ExampleTruth& truth, const std::string& answer);

/// Which regions overlap one of a phrase's boxes by at least half (IoU). Boxes of a picture of another size are scaled.
std::vector<bool> regionsFittingPhrase(const ExampleTruth& truth, std::size_t phrase, const RegionSet& regions);

} // namespace vbs
