#include "core/base/error.h"
#include "core/base/ranking.h"
#include "core/engine/absence_text.h"
#include "core/report/annotate_tasks.h"
#include "core/report/annotate_text.h"
#include "core/report/heatmap.h"

#include <algorithm>

namespace vbs::annotation {

namespace {

/// A phrase in its colour with its surest region.
struct Found {
    const PhraseRegions* phrase = nullptr;
    Rgb color{};
    double probability = 0;
    const char* absent = nullptr;     ///< why it has no region; null: it has one
    std::vector<TaggedRegion> tagged; ///< that region, or none

    std::string caption() const { return absent ? absent : percent(probability); }
};

std::vector<Found> foundIn(const InferenceResult& result)
{
    std::vector<Found> found;
    for (const PhraseRegions& phrase : result.phrases) {
        if (phrase.regions.size() != result.regions.regions.size())
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The phrase \"%1\" has %2 weights for %3 regions.", phrase.text, phrase.regions.size(),
                                 result.regions.regions.size()));
        Found entry{&phrase,
                    qualitativeColor(found.size()),
                    0,
                    isAbsent(result, phrase.span) ? absenceText(result) : nullptr,
                    {}};
        if (!phrase.regions.empty()) {
            const std::size_t best = greatestFirst(phrase.regions).front();
            entry.probability = phrase.regions[best];
            if (!entry.absent)
                entry.tagged.push_back({best, phrase.text + " " + percent(entry.probability), entry.color});
        }
        found.push_back(std::move(entry));
    }
    return found;
}

/// One map for all phrases, so that their scales can be compared; the explanation has its own.
std::vector<Panel> panelsOf(const Input& input, const std::vector<Found>& found, const RgbImage& picture,
                            double maximum)
{
    const auto overlayWith = [&](std::span<const double> weights, double strongest) {
        return Overlay{picture, &input.result.regions, weights, strongest, input.options.look, false, {}};
    };
    std::vector<Panel> panels;
    for (const Found& entry : found) {
        Panel panel{overlayWith(entry.phrase->regions, maximum), entry.phrase->text, entry.caption(), entry.color};
        panel.overlay.tagged = entry.tagged;
        for (TaggedRegion& tagged : panel.overlay.tagged)
            tagged.tag.clear(); // the caption says it
        panels.push_back(std::move(panel));
    }
    if (!input.options.weights.empty()) {
        const double own = heatMaximum(input.options.look, greatestWeight(input.result.regions, input.options.weights));
        panels.push_back({overlayWith(input.options.weights, own), legendTitle(input.result),
                          own > 0 ? "up to " + percent(own) : "", kFaint});
    }
    return panels;
}

} // namespace

Page findPage(const Input& input, TextPainter& text)
{
    const std::vector<Found> found = foundIn(input.result);
    const bool several = found.size() + (input.options.weights.empty() ? 0 : 1) > 1;
    double greatest = 0;
    for (const Found& entry : found)
        greatest = std::max(greatest, greatestWeight(input.result.regions, entry.phrase->regions));
    const Legend legend{"probability", heatMaximum(input.options.look, greatest), input.options.look, {}};

    Overlay whole{atReportSize(*input.request.image), &input.result.regions, {}, 0, input.options.look, false, {}};
    if (!several && !found.empty())
        whole.weights = found.front().phrase->regions;
    for (const Found& entry : found)
        whole.tagged.insert(whole.tagged.end(), entry.tagged.begin(), entry.tagged.end());
    const RgbImage picture = several ? whole.picture : RgbImage();
    Page page(whole.picture.width + (whole.weights.empty() ? 0 : kLegendWidth), text);
    std::vector<Overlay> overlays;
    overlays.push_back(std::move(whole));
    page.add(0, Pictures(page, std::move(overlays), {}, legend));

    std::vector<Mark> marks;
    std::vector<Bar> bars;
    for (const Found& entry : found) {
        marks.push_back({entry.phrase->span, "", entry.color});
        bars.push_back({entry.phrase->text, entry.probability, entry.color, false});
    }
    page.add(kMargin - 8, MarkedSentence(page, input.request.text, std::move(marks)));
    page.add(4, Bars(page, std::move(bars)));
    if (several) {
        page.add(16, Panels(page, panelsOf(input, found, picture, legend.maximum)));
        if (legend.maximum > 0)
            page.add(0, FlatLegend(page, legend));
    }
    return page;
}

} // namespace vbs::annotation
