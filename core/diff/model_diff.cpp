#include "core/diff/model_diff.h"

#include "core/base/error.h"
#include "core/datasets/example_pictures.h"
#include "core/datasets/example_score.h"
#include "core/diff/answer_difference.h"
#include "core/metrics/mcnemar.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr double kRight = 0.5;

/// The official accuracy of one example; negative without a truth.
double accuracyOf(const Example& example, const InferenceResult& result)
{
    double sum = 0, count = 0;
    for (const ScoredFigure& figure : scoreOf(example, result)) {
        if (figure.measure != "accuracy")
            continue;
        sum += figure.value;
        ++count;
    }
    return count > 0 ? sum / count : -1; // one figure a phrase
}

class Comparison {
public:
    void add(std::size_t number, const Example& example, const std::array<InferenceResult, 2>& results)
    {
        std::array<ModelAnswer, 2> answers;
        for (std::size_t i = 0; i < 2; ++i)
            answers[i] = {answerInWords(results[i]), answerProbability(results[i]), accuracyOf(example, results[i])};
        ++m_diff.examples;
        if (answers[0].score >= 0)
            addScores(example, answers[0].score, answers[1].score);
        const double distance = answerDistance(results[0], results[1]);
        m_diff.meanDistance += distance;
        if (giveTheSame(results[0], results[1]))
            ++m_diff.same;
        else
            m_diff.differing.push_back(
                {number, example.id, example.text, example.type, example.pictures, std::move(answers), distance});
    }
    void addFailure(const Example& example, const std::string& reason)
    {
        m_diff.failures.push_back({example.id, reason});
    }

    ModelDiff finish(const BootstrapOptions& intervals)
    {
        if (m_diff.examples > 0)
            m_diff.meanDistance /= double(m_diff.examples);
        m_diff.right.chance = mcNemarExact(m_diff.right.onlyA, m_diff.right.onlyB);
        m_means.fill(m_diff.accuracies, intervals);
        std::ranges::stable_sort(m_diff.differing, std::greater(), &DifferingExample::distance);
        return std::move(m_diff);
    }
    const ModelDiff& diff() const { return m_diff; }

private:
    void addScores(const Example& example, double a, double b)
    {
        const bool isRight[] = {a >= kRight, b >= kRight};
        ModelDiff::Right& right = m_diff.right;
        ++(isRight[0] ? (isRight[1] ? right.both : right.onlyA) : (isRight[1] ? right.onlyB : right.neither));
        const std::string group = example.group.empty() ? example.id : example.group;
        m_means.add("", "accuracy of A", group, a);
        m_means.add("", "accuracy of B", group, b);
        m_means.add("", "B - A", group, b - a);
        if (example.type.empty())
            return;
        m_means.add("A by type", example.type, group, a);
        m_means.add("B by type", example.type, group, b);
        m_means.add("B - A by type", example.type, group, b - a);
    }

    ModelDiff m_diff;
    GroupedMeans m_means;
};

} // namespace

ModelDiff diffOnDataset(InferenceBackend& engine, const ModelPair& models, const Dataset& dataset, PhraseSource findBy,
                        const BootstrapOptions& intervals, const JobControl& control)
{
    Comparison comparison;
    ExamplePictures pictures;
    const JobControl quiet{control.stop, {}};
    for (std::size_t i = 0; i < dataset.count(); ++i) {
        control.throwIfStopped();
        control.report(forPeople("Asking both models"), double(i) / double(dataset.count()));
        const Example example = dataset.at(i);
        try {
            if (!example.fault.empty())
                throw Error(ErrorCode::InvalidArgument, example.fault);
            InferenceRequest request = requestOf(example);
            request.phraseSource = findBy;
            pictures.give(example, request);
            std::array<InferenceResult, 2> results;
            for (std::size_t model = 0; model < 2; ++model) {
                request.pack = model == 0 ? models.a : models.b;
                results[model] = engine.run(request, quiet);
            }
            comparison.add(i, example, results);
        } catch (const Error& e) {
            if (!isOfExample(e.code()))
                throw;
            comparison.addFailure(example, e.what());
        }
    }
    if (comparison.diff().examples == 0)
        throw Error(ErrorCode::InvalidArgument, comparison.diff().failures.empty()
                                                    ? sentence("The data set holds nothing to ask.")
                                                    : Sentence(comparison.diff().failures.front().reason));
    control.report(forPeople("Asking both models"), 1);
    return comparison.finish(intervals);
}

} // namespace vbs
