#include "core/explain/region_painter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace vbs {

namespace {

constexpr int kTagHeight = 15, kTagPadding = 5;

constexpr std::pair<std::string_view, Rgb> kNamedColors[] = {
    {"red", {214, 39, 40}},     {"orange", {245, 130, 32}},  {"yellow", {240, 200, 20}}, {"green", {44, 160, 44}},
    {"blue", {31, 100, 200}},   {"purple", {128, 70, 180}},  {"pink", {240, 120, 180}},  {"brown", {140, 86, 60}},
    {"black", {40, 40, 40}},    {"white", {245, 245, 245}},  {"gray", {130, 130, 130}},  {"grey", {130, 130, 130}},
    {"cyan", {23, 180, 200}},   {"turquoise", {40, 190, 180}}, {"beige", {215, 200, 160}}, {"gold", {212, 165, 20}},
    {"silver", {180, 185, 190}}, {"tan", {200, 165, 120}},
};

// The qualitative colours of Okabe and Ito (2008), readable with every common colour blindness.
constexpr Rgb kPalette[] = {{230, 159, 0}, {86, 180, 233}, {0, 158, 115}, {0, 114, 178}, {213, 94, 0}, {204, 121, 167}};

cv::Scalar scalarOf(const Rgb& color)
{
    return {double(color[0]), double(color[1]), double(color[2])};
}

Rgb readableOn(const Rgb& background)
{
    const double luminance = 0.299 * background[0] + 0.587 * background[1] + 0.114 * background[2];
    return luminance > 140 ? Rgb{20, 20, 20} : Rgb{255, 255, 255};
}

cv::Rect scaled(const Box& box, const RegionSet& regions, const cv::Mat& picture)
{
    const double sx = double(picture.cols) / std::max(1, regions.imageWidth);
    const double sy = double(picture.rows) / std::max(1, regions.imageHeight);
    const cv::Point first(int(std::lround(box.x1 * sx)), int(std::lround(box.y1 * sy)));
    const cv::Point last(int(std::lround(box.x2 * sx)), int(std::lround(box.y2 * sy)));
    return cv::Rect(first, last) & cv::Rect(0, 0, picture.cols, picture.rows);
}

std::string tagOf(const Region& region)
{
    std::string tag = region.attribute.empty() ? region.label : region.attribute + " " + region.label;
    return tag + " " + std::to_string(std::lround(region.score * 100)) + " %";
}

/// The first place near the box that is inside the picture and meets no other tag; empty when there is none.
cv::Rect placeTag(const cv::Rect& box, cv::Size size, const cv::Rect& whole, const std::vector<cv::Rect>& taken)
{
    const int left = std::clamp(box.x, 0, std::max(0, whole.width - size.width));
    const int right = std::clamp(box.x + box.width - size.width, 0, std::max(0, whole.width - size.width));
    const int above = box.y - size.height, below = box.y + box.height;
    const int inTop = box.y, inBottom = below - size.height;
    for (const cv::Point at : {cv::Point(left, above), cv::Point(left, below), cv::Point(right, above),
                               cv::Point(left, inTop), cv::Point(left, inBottom)}) {
        const cv::Rect tag(at, size);
        const bool isFree = std::ranges::none_of(taken, [&](const cv::Rect& other) { return (other & tag).area() > 0; });
        if ((tag & whole) == tag && isFree)
            return tag;
    }
    return {};
}

void paintOutline(cv::Mat& picture, const cv::Rect& box, const Rgb& color)
{
    // A thin light line around the coloured one sets it off from any background.
    const cv::Rect inner(box.x, box.y, std::max(1, box.width), std::max(1, box.height));
    cv::rectangle(picture, inner, scalarOf({255, 255, 255}), 4);
    cv::rectangle(picture, inner, scalarOf(color), 2);
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

void paintRegions(cv::Mat& picture, const RegionSet& regions, std::span<const double> weights, TextPainter& text)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < regions.regions.size(); ++i)
        if (!regions.regions[i].wholeImage)
            order.push_back(i);
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) {
        return weights.empty() ? double(regions.regions[i].score) : weights[i];
    });
    for (const std::size_t i : order)
        paintOutline(picture, scaled(regions.regions[i].box, regions, picture), colorOf(regions.regions[i]));

    const cv::Rect whole(0, 0, picture.cols, picture.rows);
    std::vector<cv::Rect> taken;
    for (const std::size_t i : order) {
        const Region& region = regions.regions[i];
        const std::string tag = tagOf(region);
        const cv::Size size(text.widthOf(tag, kTagHeight) + 2 * kTagPadding, kTagHeight + 2 * kTagPadding);
        const cv::Rect place = placeTag(scaled(region.box, regions, picture), size, whole, taken);
        if (place.empty())
            continue;
        const Rgb color = colorOf(region);
        cv::rectangle(picture, place, scalarOf(color), cv::FILLED);
        text.draw(picture, tag, place.x + kTagPadding, place.y + place.height / 2, kTagHeight, readableOn(color));
        taken.push_back(place);
    }
}

} // namespace vbs
