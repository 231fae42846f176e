#include "core/picture_book/evaluation/faithfulness.h"

#include "core/base/random.h"
#include "core/engine/explanation_methods.h"
#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace {

/// All, in the order of their table; None stands for regions taken away by chance.
constexpr std::size_t kRandom = std::size_t(ExplanationMethod::None),
                      kAttention = std::size_t(ExplanationMethod::Attention);

/// The trials of one method, one a question.
struct Trials {
    std::vector<RemovalTrial> mostFirst, leastFirst;
};

class Measurement {
public:
    Measurement(InferenceBackend& engine, const FaithfulnessOptions& options, const JobControl& control)
        : m_engine(engine), m_options(options), m_control(control), m_quiet{control.stop, nullptr},
          m_rng(options.seed ^ 0x5bd1e995u)
    {
    }

    Faithfulness run()
    {
        std::vector<Scene> scenes;
        for (int i = 0; i < m_options.scenes; ++i)
            scenes.push_back(sceneOfSeries(m_options.seed, std::uint64_t(i)));
        const int perScene = m_options.questions / m_options.scenes + 1; // more than enough, as types come out even
        std::vector<SceneExample> examples =
            sceneExamples(Task::VisualQuestionAnswering, scenes, m_options.seed, perScene);
        m_rng.shuffle(examples);
        examples.resize(std::min(examples.size(), std::size_t(m_options.questions)));
        for (std::size_t i = 0; i < examples.size(); ++i) {
            m_control.throwIfStopped();
            m_control.report("Taking regions away", double(i) / double(examples.size()));
            examples[i].request.image = std::make_shared<const RgbImage>(drawScene(scenes[examples[i].scene]));
            measure(examples[i]);
            examples[i].request.image.reset();
        }
        return summary(int(examples.size()));
    }

private:
    void measure(SceneExample& example)
    {
        for (std::size_t m = 0; m < kMethodCount; ++m) {
            InferenceRequest request = example.request;
            request.explanation.method = ExplanationMethod(m);
            const InferenceResult result = m_engine.run(request, m_quiet);
            std::vector<double> weights = result.explanation.regions;
            if (m == kRandom) {
                weights.resize(result.regions.regions.size());
                std::ranges::generate(weights, [&] { return m_rng.uniform(); });
            }
            m_trials[m].mostFirst.push_back(trial(example, weights, RemovalOrder::MostImportantFirst));
            m_trials[m].leastFirst.push_back(trial(example, weights, RemovalOrder::LeastImportantFirst));
        }
    }

    RemovalTrial trial(const SceneExample& example, const std::vector<double>& weights, RemovalOrder order)
    {
        RemovalTrial result;
        result.fractions = evenFractions(std::max<std::size_t>(1, weights.size()));
        const std::vector<std::size_t> sorted = removalOrder(weights, order);
        InferenceRequest request = example.request;
        for (const std::vector<bool>& hidden : removalMasks(sorted, result.fractions)) {
            request.hiddenRegions = hidden;
            result.right.push_back(example.countRight(m_engine.run(request, m_quiet)) == example.count);
        }
        return result;
    }

    Faithfulness summary(int questions) const
    {
        Faithfulness result;
        result.questions = questions;
        const std::vector<double> fractions = evenFractions(m_options.steps);
        for (std::size_t m = 0; m < kMethodCount; ++m) {
            const Trials &own = m_trials[m], &random = m_trials[kRandom], &attention = m_trials[kAttention];
            result.methods.push_back(
                {m == kRandom ? "random" : std::string(nameOf(ExplanationMethod(m))), areaUnderRemoval(own.mostFirst),
                 areaUnderRemoval(own.leastFirst), areaDifference(own.mostFirst, random.mostFirst),
                 areaDifference(own.leastFirst, random.leastFirst), areaDifference(own.mostFirst, attention.mostFirst),
                 areaDifference(own.leastFirst, attention.leastFirst), removalCurve(own.mostFirst, fractions),
                 removalCurve(own.leastFirst, fractions)});
        }
        return result;
    }

    InferenceBackend& m_engine;
    const FaithfulnessOptions& m_options;
    const JobControl& m_control;
    JobControl m_quiet;
    Rng m_rng;
    std::array<Trials, kMethodCount> m_trials;
};

OrderedJson jsonOf(const Estimate& estimate)
{
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

} // namespace

OrderedJson Faithfulness::toJson() const
{
    OrderedJson json = {{"questions", questions}, {"methods", OrderedJson::object()}};
    for (const Method& method : methods) {
        json["methods"][method.name] = {{"most_first", jsonOf(method.mostFirst)},
                                        {"least_first", jsonOf(method.leastFirst)},
                                        {"most_first_against_random", jsonOf(method.mostAgainstRandom)},
                                        {"least_first_against_random", jsonOf(method.leastAgainstRandom)},
                                        {"most_first_against_attention", jsonOf(method.mostAgainstAttention)},
                                        {"least_first_against_attention", jsonOf(method.leastAgainstAttention)},
                                        {"most_first_curve", method.mostCurve},
                                        {"least_first_curve", method.leastCurve}};
    }
    return json;
}

Faithfulness measureFaithfulness(InferenceBackend& engine, const FaithfulnessOptions& options,
                                 const JobControl& control)
{
    return Measurement(engine, options, control).run();
}

} // namespace vbs
