#include "core/report/region_painter.h"

#include "core/base/ranking.h"
#include "core/engine/region_name.h"
#include "core/report/annotate_page.h"
#include "core/report/heat_look.h"
#include "core/report/label_places.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vbs {

namespace {

constexpr int kTagHeight = 15, kTagPadding = 5, kShareBar = 30;
constexpr Rgb kFoundLine{255, 255, 255}, kShareTrack{84, 88, 96};

// The qualitative colours of Okabe and Ito (2008), readable with every common colour blindness.
constexpr Rgb kPalette[] = {{230, 159, 0}, {86, 180, 233}, {0, 158, 115}, {0, 114, 178}, {213, 94, 0}, {204, 121, 167}};

LabelPlaces placesIn(const Frame& area)
{
    return LabelPlaces({float(area.x), float(area.y), float(area.right()), float(area.bottom())});
}

/// Room for a label of this size at the box; empty when there is none.
Frame placeIn(LabelPlaces& places, const Frame& box, int width, int height)
{
    const auto place = places.place({float(box.x), float(box.y), float(box.right()), float(box.bottom())}, float(width),
                                    float(height));
    return place ? Frame{int(place->x1), int(place->y1), width, height} : Frame{};
}

/// A thin light line around the coloured one sets it off from any background.
void paintOutline(Drawing& drawing, const Frame& box, int inset, const Rgb& color)
{
    const Frame inner{box.x + inset, box.y + inset, std::max(1, box.width - 2 * inset),
                      std::max(1, box.height - 2 * inset)};
    drawing.outline(inner, {255, 255, 255}, 4);
    drawing.outline(inner, color, 2);
}

/// A dark line around the light one does the same.
void paintFrame(Drawing& drawing, const Frame& box, const Rgb& color, int width)
{
    drawing.outline(box, kDarkHalo, width + 2);
    drawing.outline(box, color, width);
}

/// The name, and for a region that matters its share, in figures and as a bar.
void paintLabel(Drawing& drawing, LabelPlaces& places, const Frame& box, const std::string& name, const HeatMark* mark,
                TextPainter& text)
{
    const std::string share = mark ? annotation::percent(mark->weight) : "";
    const int nameWidth = text.widthOf(name, kTagHeight);
    const int more = mark ? 2 * kTagPadding + kShareBar + text.widthOf(share, kTagHeight) : 0;
    const Frame place = placeIn(places, box, nameWidth + more + 2 * kTagPadding, kTagHeight + 2 * kTagPadding);
    if (place.width == 0)
        return;
    drawing.fill(place, kDarkHalo);
    drawing.text(name, place.x + kTagPadding, place.middle(), {kTagHeight, kFoundLine});
    if (!mark)
        return;
    const Frame bar{place.x + 2 * kTagPadding + nameWidth, place.middle() - 3, kShareBar, 6};
    drawing.fill(bar, kShareTrack);
    drawing.fill({bar.x, bar.y, std::max(1, int(std::lround(kShareBar * mark->strength))), bar.height}, kHeatLine);
    drawing.text(share, bar.right() + kTagPadding, place.middle(), {kTagHeight, kFoundLine});
}

} // namespace

Frame placeOf(const Box& box, const RegionSet& regions, const Frame& area)
{
    const double sx = double(area.width) / std::max(1, regions.imageWidth);
    const double sy = double(area.height) / std::max(1, regions.imageHeight);
    const auto across = [&](double x) {
        return std::clamp(int(std::lround(std::clamp(x, -1e6, 1e6) * sx)), 0, area.width);
    };
    const auto down = [&](double y) {
        return std::clamp(int(std::lround(std::clamp(y, -1e6, 1e6) * sy)), 0, area.height);
    };
    const int left = across(box.x1), top = down(box.y1);
    return {area.x + left, area.y + top, std::max(0, across(box.x2) - left), std::max(0, down(box.y2) - top)};
}

Rgb qualitativeColor(std::size_t index)
{
    return kPalette[index % std::size(kPalette)];
}

Rgb readableOn(const Rgb& background)
{
    const double luminance = 0.299 * background[0] + 0.587 * background[1] + 0.114 * background[2];
    return luminance > 140 ? Rgb{20, 20, 20} : Rgb{255, 255, 255};
}

void paintTagged(Drawing& drawing, const Frame& area, const RegionSet& regions, std::span<const TaggedRegion> tagged,
                 TextPainter& text)
{
    drawing.clip(area);
    for (std::size_t i = 0; i < tagged.size(); ++i) {
        const auto before = std::ranges::count(tagged.first(i), tagged[i].region, &TaggedRegion::region);
        paintOutline(drawing, placeOf(regions.regions[tagged[i].region].box, regions, area), 5 * int(before),
                     tagged[i].color);
    }
    LabelPlaces places = placesIn(area);
    for (const TaggedRegion& entry : tagged) {
        if (entry.tag.empty())
            continue;
        const Frame box = placeOf(regions.regions[entry.region].box, regions, area);
        const Frame place =
            placeIn(places, box, text.widthOf(entry.tag, kTagHeight) + 2 * kTagPadding, kTagHeight + 2 * kTagPadding);
        if (place.width == 0)
            continue;
        drawing.fill(place, entry.color);
        drawing.text(entry.tag, place.x + kTagPadding, place.middle(), {kTagHeight, readableOn(entry.color)});
    }
    drawing.unclip();
}

void paintRegions(Drawing& drawing, const Frame& area, const RegionSet& regions, const RegionPainting& what,
                  TextPainter& text)
{
    const std::vector<HeatMark> marks =
        what.marks ? heatMarks(regions, what.weights, what.maximum) : std::vector<HeatMark>();
    std::vector<bool> marked(regions.regions.size(), false);
    for (const HeatMark& mark : marks)
        marked[mark.region] = true;
    std::vector<std::size_t> others; // the surest first
    if (what.boxes) {
        std::vector<double> scores;
        for (const Region& region : regions.regions)
            scores.push_back(region.score);
        for (const std::size_t i : greatestFirst(scores))
            if (!regions.regions[i].wholeImage && !marked[i])
                others.push_back(i);
    }
    drawing.clip(area);
    for (const std::size_t i : others)
        paintFrame(drawing, placeOf(regions.regions[i].box, regions, area), kFoundLine, 1);
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
        paintFrame(drawing, placeOf(regions.regions[mark->region].box, regions, area), kHeatLine,
                   int(std::lround(heatFrameWidth(mark->strength))));
    LabelPlaces places = placesIn(area);
    for (const HeatMark& mark : marks)
        paintLabel(drawing, places, placeOf(regions.regions[mark.region].box, regions, area),
                   nameOf(regions.regions[mark.region]), &mark, text);
    if (others.size() + marks.size() <= kNamedAtMost)
        for (const std::size_t i : others)
            paintLabel(drawing, places, placeOf(regions.regions[i].box, regions, area), nameOf(regions.regions[i]),
                       nullptr, text);
    drawing.unclip();
}

} // namespace vbs
