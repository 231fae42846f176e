#include "ui/diff/diff_text.h"

#include "core/diff/answer_difference.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bars.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace vbs {
namespace {

struct TwoModelsText {
    Q_DECLARE_TR_FUNCTIONS(vbs::TwoModelsText)
};

QString said(const Answered& answered)
{
    return isolatedWord(taskSpec(answered.task).headline(answered.result).text);
}

std::vector<double> weightsOfBoth(const Explanation& explanation)
{
    std::vector<double> weights = explanation.regions;
    weights.insert(weights.end(), explanation.rightRegions.begin(), explanation.rightRegions.end());
    for (double& weight : weights)
        weight = std::max(0.0, weight);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (sum <= 0)
        return {};
    for (double& weight : weights)
        weight /= sum;
    return weights;
}

bool haveTheSameBoxes(const RegionSet& a, const RegionSet& b)
{
    return std::ranges::equal(a.regions, b.regions, {}, &Region::box, &Region::box);
}

} // namespace

QString verdictText(const Answered& first, const Answered& second)
{
    const bool same = giveTheSame(first.result, second.result);
    if (taskSpec(first.task).phrases) {
        if (same)
            return TwoModelsText::tr("Both models find the same regions.");
        const auto others = int(answerDistance(first.result, second.result) * double(first.result.phrases.size()) + .5);
        return TwoModelsText::tr("%n phrase(s) mean another region to the second model.", nullptr, others);
    }
    if (same)
        return TwoModelsText::tr("Both models say “%1”.").arg(said(first));
    return TwoModelsText::tr("The first model says “%1”, the second “%2”.").arg(said(first), said(second));
}

QString distanceText(const Answered& first, const Answered& second)
{
    if (taskSpec(first.task).phrases)
        return {};
    const double distance = answerDistance(first.result, second.result);
    return distance < 0.001
               ? TwoModelsText::tr("The answers are equally probable.")
               : TwoModelsText::tr("%1 of the probability lies on other answers.").arg(percentText(distance));
}

double sharedWeight(const InferenceResult& first, const InferenceResult& second)
{
    if (!haveTheSameBoxes(first.regions, second.regions) || !haveTheSameBoxes(first.rightRegions, second.rightRegions))
        return -1;
    const std::vector<double> a = weightsOfBoth(first.explanation), b = weightsOfBoth(second.explanation);
    if (a.empty() || a.size() != b.size())
        return -1;
    double shared = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        shared += std::min(a[i], b[i]);
    return shared;
}

QString sharedWeightText(const Answered& first, const Answered& second)
{
    const double shared = sharedWeight(first.result, second.result);
    return shared < 0 ? QString()
                      : TwoModelsText::tr("The explanations share %1 of their weight.").arg(percentText(shared));
}

std::vector<AnswerBar> barsBeside(const Answered& first, const Answered& second)
{
    const TaskSpec& spec = taskSpec(second.task);
    std::vector<AnswerBar> bars = spec.bars(second.result, nullptr, 0);
    if (spec.phrases)
        return bars;
    const std::vector<AnswerBar> before = spec.bars(first.result, nullptr, 0);
    for (AnswerBar& bar : bars) {
        const auto same = std::ranges::find(before, bar.text, &AnswerBar::text);
        if (same == before.end())
            bar.note = TwoModelsText::tr("not among the first model's answers");
        else if (percentText(same->probability) != percentText(bar.probability))
            bar.note = TwoModelsText::tr("the first model: %1").arg(percentText(same->probability));
    }
    return bars;
}

} // namespace vbs
