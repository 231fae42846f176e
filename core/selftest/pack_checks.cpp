#include "core/bench/precision_bench.h"
#include "core/selftest/batch_answers.h"
#include "core/selftest/sample_answers.h"
#include "core/selftest/selftest_checks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace vbs {

namespace {

/// By how much a probability or a weight of an explanation may differ from the processor's in float32. GPUs may
/// convolve in TensorFloat-32 (11 bits), and that is what the detector's features are off by; bfloat16 has 8 bits. With
/// all of it in bfloat16, 0.08 (phrases found by hiding, which adds logarithms up; 0.012 else) and 0.05 were measured
/// on the processor. What is said must be the same besides.
struct Closeness {
    double probability, weight;
};
constexpr Closeness kCloseInFloat32{0.03, 0.02}, kCloseInBfloat16{0.2, 0.15};

/// Regions that may be lost, gained or named otherwise among the samples' thirty: in bfloat16 8 of 1857 were.
constexpr double kRegionsInFloat32 = 0, kRegionsInBfloat16 = 2;

/// Shares add up to 1 but for their rounding: of float32 numbers, and of bfloat16 ones (0.003 was measured).
constexpr double kWholeInFloat32 = 1e-4, kWholeInBfloat16 = 0.01;

/// Of the shipped pack on the scenes below: 96.7 % of all answers are right, with one of each kind, and the
/// detector's AP50 is 0.993 (resources/help/accuracy.md).
constexpr const char* kScenesPack = "picture-book";
constexpr int kScenes = 60, kFewScenes = 10;
constexpr double kRight = 0.96, kDeviations = 4, kAp50 = 0.96;

Closeness closenessOf(const DeviceInfo& device)
{
    return device.precision == "bfloat16" ? kCloseInBfloat16 : kCloseInFloat32;
}

/// What one task's samples came to.
struct TaskAgreement {
    std::size_t asked = 0;
    double difference = 0;
    std::string otherwise; ///< the first that is answered otherwise, in words
};

void compare(const InferenceRequest& sample, const InferenceResult& known, const InferenceResult& result,
             TaskAgreement& agreement)
{
    ++agreement.asked;
    const double difference = largestDifference(known, result);
    if (std::isnan(difference) || difference > agreement.difference)
        agreement.difference = difference;
    if (agreement.otherwise.empty() && said(known) != said(result))
        agreement.otherwise =
            "says \"" + said(result) + "\" where the processor says \"" + said(known) + "\": " + sample.text;
}

/// The attention that every head pays adds up to 1, and states are numbers: the largest deviation.
double deviationOf(const Inspection& inspection)
{
    double largest = 0;
    for (std::size_t row = 0; row < inspection.attention.size(); row += inspection.positions) {
        double sum = 0;
        for (std::size_t to = 0; to < inspection.positions; ++to)
            sum += double(inspection.attention[row + to]);
        largest = std::max(largest, std::abs(sum - 1));
        if (std::isnan(sum))
            return sum;
    }
    for (const float state : inspection.states)
        if (!std::isfinite(state))
            return NAN;
    return largest;
}

/// By how much an explanation's weights miss what they must add up to; of those that are causes, what they exceed 1 by.
double deviationOf(const Explanation& explanation)
{
    const bool causes = methodInfo(explanation.request.method).isSigned;
    double sum = 0, beyond = 0;
    for (const auto* weights : {&explanation.tokens, &explanation.regions, &explanation.rightRegions}) {
        for (const double weight : *weights) {
            sum += weight;
            beyond = std::max(beyond, std::abs(weight) - 1);
        }
    }
    return causes && !std::isnan(sum) ? beyond : std::abs(sum - 1);
}

} // namespace

void checkAgreement(SelftestContext& context)
{
    if (context.isProcessorInFloat()) // it agrees with itself
        return;
    const ProcessorAnswers& known = context.processorAnswers();
    if (known.samples.empty())
        return context.tell({}, "this pack has no samples to ask about");
    std::map<Task, TaskAgreement> tasks;
    RegionChange regions;
    std::set<ImagePtr> seen;
    for (std::size_t i = 0; i < known.samples.size(); ++i) {
        const InferenceResult result = context.engine().run(known.samples[i], context.control());
        compare(known.samples[i], known.answers[i], result, tasks[known.samples[i].task]);
        if (seen.insert(known.samples[i].image).second)
            regions.add(known.answers[i].regions, result.regions);
    }
    for (const auto& [task, agreement] : tasks) {
        const std::string name(taskInfo(task).command);
        if (!agreement.otherwise.empty())
            context.fail(name, agreement.otherwise);
        else
            context.atMost(name, agreement.difference, closenessOf(context.device()).probability,
                           std::to_string(agreement.asked) + " answered alike; largest difference of a probability");
    }
    context.atMost("regions", double(regions.lost + regions.gained + regions.relabelled),
                   context.device().precision == "bfloat16" ? kRegionsInBfloat16 : kRegionsInFloat32,
                   "of " + std::to_string(regions.regions) + " regions, lost, gained or named otherwise:");
}

void checkBatches(SelftestContext& context)
{
    const ProcessorAnswers& known = context.processorAnswers();
    std::vector<InferenceRequest> questions;
    std::vector<InferenceResult> expected;
    for (std::size_t i = 0; i < known.samples.size(); ++i) {
        if (known.samples[i].phraseSource != PhraseSource::Best)
            continue;
        questions.push_back(known.samples[i]);
        InferenceResult& alone = expected.emplace_back(known.answers[i]);
        alone.blindAnswers.clear(); // batches do without
        alone.allBlind.reset();
        alone.presences.clear();
    }
    if (questions.empty())
        return context.tell({}, "this pack has no samples to ask about");
    const std::vector<InferenceResult> results =
        answeredInBatches(context.options().pack, context.device(), questions, context.control());
    TaskAgreement all;
    for (std::size_t i = 0; i < questions.size(); ++i)
        compare(questions[i], expected[i], results[i], all);
    if (!all.otherwise.empty())
        return context.fail({}, all.otherwise);
    context.atMost({}, all.difference, closenessOf(context.device()).probability,
                   std::to_string(all.asked) + " answered alike in batches; largest difference of a probability");
}

void checkExplanations(SelftestContext& context)
{
    const ProcessorAnswers& known = context.processorAnswers();
    if (known.explained.empty())
        return context.tell({}, "this pack has no samples to explain");
    double sums = 0, attention = 0;
    std::map<ExplanationMethod, double> apart;
    const auto keepWorst = [](double& worst, double value) {
        if (std::isnan(value) || value > worst)
            worst = value;
    };
    for (const ExplainedSample& sample : known.explained) {
        const ExplanationMethod method = sample.request.explanation.method;
        const Explanation explanation = context.engine().run(sample.request, context.control()).explanation;
        keepWorst(sums, deviationOf(explanation));
        keepWorst(apart[method], largestDifference(sample.explanation, explanation));
        if (method == ExplanationMethod::Attention) // once a sample
            keepWorst(attention, deviationOf(context.engine().inspect({sample.request}, context.control())));
    }
    const double whole = context.device().precision == "bfloat16" ? kWholeInBfloat16 : kWholeInFloat32;
    context.atMost("heads", attention, whole, "every head's attention adds up to 1, but for");
    context.atMost("weights", sums, whole, "every explanation's weights add up to 1, but for");
    for (const auto& [method, difference] : apart)
        context.atMost(std::string(nameOf(method)), difference, closenessOf(context.device()).weight,
                       "largest difference of a weight from the processor's:");
}

void checkScenes(SelftestContext& context)
{
    if (!context.options().scenes)
        return;
    const PackInfo& pack = context.pack();
    if (pack.name != kScenesPack)
        return context.tell({}, "only the pack " + std::string(kScenesPack) + " knows these scenes");
    const int scenes = context.options().quick ? kFewScenes : kScenes;
    const SceneMarks marks = context.options().scenes(context.engine(), pack.tasks, scenes, context.options().control);
    if (marks.asked < 1)
        return context.fail({}, "nothing was asked");
    // Chance decides which scenes they are.
    const double bound = kRight - kDeviations * std::sqrt(kRight * (1 - kRight) / marks.asked);
    context.atLeast("answers", double(marks.right) / marks.asked, bound,
                    std::to_string(marks.asked) + " questions about " + std::to_string(scenes) +
                        " unseen scenes; share of right answers");
    context.atLeast("detector", marks.ap50, kAp50, "average precision at IoU 0.5 (AP50):");
}

} // namespace vbs
