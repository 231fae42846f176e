#include "ui/inside/looked.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>

#include <tuple>

namespace vbs {
namespace {

QString positionText(const char* source)
{
    return QCoreApplication::translate("vbs::Positions", source);
}

PositionFacts factsOf(const TextToken& token)
{
    using Kind = PositionFacts::Kind;
    const QString piece = toQString(token.text);
    PositionFacts facts{token.special ? Kind::Mark : Kind::Word, piece, {}};
    if (piece == "[CLS]")
        facts.description = positionText(QT_TRANSLATE_NOOP("vbs::Positions", "Marks the beginning of the text."));
    else if (token.special)
        facts.description = positionText(QT_TRANSLATE_NOOP("vbs::Positions", "Marks the end of a text."));
    else if (piece.startsWith("##"))
        facts.description =
            positionText(QT_TRANSLATE_NOOP("vbs::Positions", "A word piece that continues the one before."));
    else
        facts.description = token.ofChoice
                                ? positionText(QT_TRANSLATE_NOOP("vbs::Positions", "A word piece of the best choice."))
                                : positionText(QT_TRANSLATE_NOOP("vbs::Positions", "A word piece of the text."));
    return facts;
}

PositionFacts factsOf(const Region& region, PositionFacts::Kind kind, int place, bool hidden, bool two)
{
    PositionFacts facts{kind, regionName(region), {}, toRectF(region.box).toAlignedRect(), place, region.wholeImage};
    facts.description = !two ? positionText(QT_TRANSLATE_NOOP("vbs::Positions", "A region of the picture."))
                        : kind == PositionFacts::Kind::LeftRegion
                            ? positionText(QT_TRANSLATE_NOOP("vbs::Positions", "A region of the left picture."))
                            : positionText(QT_TRANSLATE_NOOP("vbs::Positions", "A region of the right picture."));
    if (hidden)
        facts.description +=
            ' ' + positionText(QT_TRANSLATE_NOOP("vbs::Positions", "It is hidden from the model, so nothing looks at "
                                                                   "it."));
    return facts;
}

} // namespace

std::vector<PositionFacts> positionsOf(const Looked& looked)
{
    const InferenceResult& result = looked.inspection.result;
    std::vector<PositionFacts> positions;
    for (const TextToken& token : result.tokens)
        positions.push_back(factsOf(token));
    const bool two = !result.rightRegions.regions.empty();
    const auto add = [&](const RegionSet& set, PositionFacts::Kind kind, const std::vector<bool>& hidden) {
        for (std::size_t i = 0; i < set.regions.size(); ++i)
            positions.push_back(factsOf(set.regions[i], kind, int(i), isMarked(hidden, i), two));
    };
    add(result.regions, PositionFacts::Kind::LeftRegion, looked.request.hiddenRegions);
    add(result.rightRegions, PositionFacts::Kind::RightRegion, looked.request.hiddenRightRegions);
    for (std::size_t i = 0; i < positions.size(); ++i)
        positions[i].description.prepend(
            positionText(QT_TRANSLATE_NOOP("vbs::Positions", "Position %1 of %2. ")).arg(i + 1).arg(positions.size()));
    return positions;
}

bool sameRequest(const InferenceRequest& a, const InferenceRequest& b)
{
    const auto parts = [](const InferenceRequest& r) {
        return std::tie(r.pack, r.task, r.image, r.rightImage, r.text, r.choices, r.phrases, r.hiddenRegions, r.boxes,
                        r.hiddenRightRegions, r.rightBoxes, r.phraseSource, r.named);
    };
    return parts(a) == parts(b);
}

std::size_t bytesOf(const Looked& looked)
{
    return (looked.inspection.attention.size() + looked.inspection.states.size()) * sizeof(float) + 4096;
}

} // namespace vbs
