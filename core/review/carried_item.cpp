#include "core/review/carried_item.h"

#include "core/base/json.h"
#include "core/review/correction.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

/// An export may round boxes to whole pixels.
constexpr double kRounding = .5;

bool isNear(const Box& a, const Box& b, double tolerance)
{
    const auto near = [&](float one, float other) { return std::abs(double(one) - double(other)) <= tolerance; };
    return near(a.x1, b.x1) && near(a.y1, b.y1) && near(a.x2, b.x2) && near(a.y2, b.y2);
}

bool isNear(const LabelledBox& a, const LabelledBox& b, double tolerance)
{
    return a.label == b.label && isNear(a.box, b.box, tolerance);
}

/// In any order.
template <typename Kind> bool sameBoxes(const std::vector<Kind>& some, std::vector<Kind> others, double tolerance)
{
    if (some.size() != others.size())
        return false;
    return std::ranges::all_of(some, [&](const Kind& box) {
        const auto same = std::ranges::find_if(others, [&](const Kind& one) { return isNear(box, one, tolerance); });
        if (same == others.end())
            return false;
        others.erase(same);
        return true;
    });
}

bool samePhraseBoxes(const ExampleTruth& was, const ExampleTruth& is, double tolerance)
{
    if (was.phraseBoxes.size() != is.phraseBoxes.size())
        return false;
    for (std::size_t p = 0; p < was.phraseBoxes.size(); ++p)
        if (!sameBoxes(was.phraseBoxes[p], is.phraseBoxes[p], tolerance))
            return false;
    return is.phraseBoxes.empty() || (was.width == is.width && was.height == is.height);
}

bool samePictures(const Example& before, const Example& now)
{
    return std::ranges::equal(
        before.pictures, now.pictures, {}, [](const auto& path) { return path.filename(); },
        [](const auto& path) { return path.filename(); });
}

/// The places of records that a correction of boxes names are those of its file: each box is looked up in the new one.
std::string withRecordsOf(const std::string& correction, const Example& before, const Example& now)
{
    if (correction.empty() || before.truth.boxes == now.truth.boxes)
        return correction;
    OrderedJson json = parseOrderedJson(correction, "A correction");
    if (!json.is_object() || !json.contains("boxes") || !json["boxes"].is_array())
        return correction;
    std::vector<LabelledBox> others = now.truth.boxes;
    for (OrderedJson& box : json["boxes"]) {
        if (!box.is_object() || !box.contains("record"))
            continue;
        const OrderedJson record = box["record"];
        box.erase("record");
        const auto was =
            std::ranges::find_if(before.truth.boxes, [&](const LabelledBox& one) { return record == one.record; });
        if (was == before.truth.boxes.end())
            continue;
        const auto is =
            std::ranges::find_if(others, [&](const LabelledBox& one) { return isNear(*was, one, kRounding); });
        if (is == others.end())
            continue;
        box["record"] = is->record;
        others.erase(is);
    }
    return jsonText(json, -1);
}

bool makes(const std::string& correction, const Example& before, const Example& now)
{
    return !correction.empty() && whatDiffers(corrected(before, correction), now, kRounding).empty();
}

} // namespace

std::vector<std::string> whatDiffers(const Example& before, const Example& now, double tolerance)
{
    const ExampleTruth &was = before.truth, &is = now.truth;
    const std::pair<const char*, bool> fields[] = {
        {"task", before.task == now.task},
        {"text", before.text == now.text},
        {"choices", before.choices == now.choices},
        {"pictures", samePictures(before, now)},
        {"answers", was.answers == is.answers},
        {"scores", was.scores == is.scores},
        {"label", was.label == is.label},
        {"phrases", before.phrases == now.phrases},
        {"boxes", samePhraseBoxes(was, is, tolerance) && sameBoxes(was.boxes, is.boxes, tolerance)}};
    std::vector<std::string> different;
    for (const auto& [name, same] : fields)
        if (!same)
            different.emplace_back(name);
    return different;
}

ItemFate fateOf(const Example& before, const Example& now, const std::string& correction)
{
    if (whatDiffers(before, now).empty())
        return ItemFate::Same;
    return makes(correction, before, now) ? ItemFate::Applied : ItemFate::Changed;
}

std::vector<Decision> carriedActs(std::span<const Decision> acts, ItemFate fate, const Example& before,
                                  const Example& now)
{
    std::vector<Decision> carried(acts.begin(), acts.end());
    for (Decision& act : carried) {
        if (act.kind == DecisionKind::Correct)
            act.value =
                fate == ItemFate::Applied && makes(act.value, before, now) ? "" : withRecordsOf(act.value, before, now);
        act.undone |= fate == ItemFate::Changed && decides(act.kind);
    }
    return carried;
}

bool answerHolds(ItemFate fate, const Example& before, const Example& now)
{
    return fate == ItemFate::Same && before.boxes == now.boxes && before.truth.fewPeople == now.truth.fewPeople;
}

} // namespace vbs
