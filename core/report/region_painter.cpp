#include "core/report/region_painter.h"

#include "core/base/ranking.h"
#include "core/engine/region_name.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vbs {

namespace {

constexpr int kTagHeight = 15, kTagPadding = 5;

constexpr std::pair<std::string_view, Rgb> kNamedColors[] = {
    {"red", {214, 39, 40}},      {"orange", {245, 130, 32}},    {"yellow", {240, 200, 20}}, {"green", {44, 160, 44}},
    {"blue", {31, 100, 200}},    {"purple", {128, 70, 180}},    {"pink", {240, 120, 180}},  {"brown", {140, 86, 60}},
    {"black", {40, 40, 40}},     {"white", {245, 245, 245}},    {"gray", {130, 130, 130}},  {"grey", {130, 130, 130}},
    {"cyan", {23, 180, 200}},    {"turquoise", {40, 190, 180}}, {"beige", {215, 200, 160}}, {"gold", {212, 165, 20}},
    {"silver", {180, 185, 190}}, {"tan", {200, 165, 120}},
};

// The qualitative colours of Okabe and Ito (2008), readable with every common colour blindness.
constexpr Rgb kPalette[] = {{230, 159, 0}, {86, 180, 233}, {0, 158, 115}, {0, 114, 178}, {213, 94, 0}, {204, 121, 167}};

/// The part of the area that a box covers.
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

bool meet(const Frame& a, const Frame& b)
{
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool holds(const Frame& outer, const Frame& inner)
{
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

std::string tagOf(const Region& region)
{
    std::string tag = nameOf(region);
    return tag + " " + std::to_string(std::lround(region.score * 100)) + " %";
}

/// The first place near the box that is inside the area and meets no other tag; empty when there is none.
Frame placeTag(const Frame& box, int width, int height, const Frame& area, const std::vector<Frame>& taken)
{
    const int last = area.x + std::max(0, area.width - width);
    const int left = std::clamp(box.x, area.x, last), right = std::clamp(box.right() - width, area.x, last);
    const int above = box.y - height, below = box.bottom();
    const int inTop = box.y, inBottom = below - height;
    for (const auto& [x, y] : {std::pair(left, above), std::pair(left, below), std::pair(right, above),
                               std::pair(left, inTop), std::pair(left, inBottom)}) {
        const Frame tag{x, y, width, height};
        const bool isFree = std::ranges::none_of(taken, [&](const Frame& other) { return meet(other, tag); });
        if (holds(area, tag) && isFree)
            return tag;
    }
    return {};
}

/// A thin light line around the coloured one sets it off from any background.
void paintOutline(Drawing& drawing, const Frame& box, int inset, const Rgb& color)
{
    const Frame inner{box.x + inset, box.y + inset, std::max(1, box.width - 2 * inset),
                      std::max(1, box.height - 2 * inset)};
    drawing.outline(inner, {255, 255, 255}, 4);
    drawing.outline(inner, color, 2);
}

} // namespace

Rgb colorOf(const Region& region)
{
    for (const auto& [name, color] : kNamedColors)
        if (region.attribute == name)
            return color;
    std::size_t hash = 5381;
    for (const char c : region.label)
        hash = hash * 33 + static_cast<unsigned char>(c);
    return kPalette[hash % std::size(kPalette)];
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
    std::vector<Frame> taken;
    for (const TaggedRegion& entry : tagged) {
        if (entry.tag.empty())
            continue;
        const Frame box = placeOf(regions.regions[entry.region].box, regions, area);
        const Frame place = placeTag(box, text.widthOf(entry.tag, kTagHeight) + 2 * kTagPadding,
                                     kTagHeight + 2 * kTagPadding, area, taken);
        if (place.width == 0)
            continue;
        drawing.fill(place, entry.color);
        drawing.text(entry.tag, place.x + kTagPadding, place.middle(), {kTagHeight, readableOn(entry.color)});
        taken.push_back(place);
    }
    drawing.unclip();
}

void paintRegions(Drawing& drawing, const Frame& area, const RegionSet& regions, std::span<const double> weights,
                  TextPainter& text)
{
    std::vector<double> importance(weights.begin(), weights.end());
    if (weights.empty())
        for (const Region& region : regions.regions)
            importance.push_back(region.score);
    std::vector<TaggedRegion> tagged;
    for (const std::size_t i : greatestFirst(importance))
        if (!regions.regions[i].wholeImage)
            tagged.push_back({i, tagOf(regions.regions[i]), colorOf(regions.regions[i])});
    paintTagged(drawing, area, regions, tagged, text);
}

} // namespace vbs
