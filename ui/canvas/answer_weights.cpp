#include "ui/canvas/answer_weights.h"

#include "core/report/heatmap.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bars.h"
#include "ui/workbench/explanation_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

struct AnswerWeightsText {
    Q_DECLARE_TR_FUNCTIONS(vbs::AnswerWeightsText)
};

} // namespace

CanvasWeights weightsOf(const Answered& answered, Side side, int looked)
{
    const InferenceResult& result = answered.result;
    if (looked >= 0 && std::size_t(looked) < result.phrases.size()) {
        const PhraseRegions& phrase = result.phrases[std::size_t(looked)];
        return {phrase.regions, 0, AnswerWeightsText::tr("“%1”: where it is").arg(toQString(phrase.text)),
                AnswerWeightsText::tr("Match")};
    }
    if (!taskSpec(answered.task).explained)
        return {};
    const Explanation& why = result.explanation;
    CanvasWeights weights{side == Side::Left ? why.regions : why.rightRegions, 0, legendTitle(answered.why),
                          weightName(answered.why.method), legendNotes(result)};
    if (taskSpec(answered.task).twoPictures()) { // one scale for both, told once
        const double right = greatestWeight(result.rightRegions, why.rightRegions);
        if ((side == Side::Left) == (right > 0))
            weights.title.clear();
        weights.greatest = std::max(greatestWeight(result.regions, why.regions), right);
    }
    return weights;
}

std::vector<CanvasOutline> outlinesOf(const Answered& answered, const SideState& side, int looked)
{
    std::vector<CanvasOutline> outlines;
    const auto& phrases = answered.result.phrases;
    for (int i = 0; i < int(phrases.size()); ++i) {
        const int region = surestRegion(phrases[std::size_t(i)]);
        if (side.isShown(region) && !isAbsent(answered.result, phrases[std::size_t(i)].span))
            outlines.push_back({region, toQString(phrases[std::size_t(i)].text), i, i == looked});
    }
    return outlines;
}

} // namespace vbs
