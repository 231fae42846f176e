#include "core/report/html_pictures.h"

#include "core/base/error.h"
#include "core/image/picture_data.h"
#include "core/image/picture_digest.h"
#include "core/image/transform.h"
#include "core/report/annotate_overlay.h"
#include "core/report/region_painter.h"
#include "core/report/svg_drawing.h"
#include "core/report/xml_text.h"

#include <algorithm>
#include <cmath>

namespace vbs::html {

namespace {

/// Larger than a page shows, and small enough for a report of a hundred pictures.
constexpr int kPictureSide = 1024;

std::string nameOfPicture(std::size_t number)
{
    return "picture-" + std::to_string(number + 1);
}

std::string sizeOf(int width, int height)
{
    return " width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) + "\"";
}

std::string viewBoxOf(int width, int height)
{
    return " viewBox=\"0 0 " + std::to_string(width) + " " + std::to_string(height) + "\"";
}

/// A region on the heatmap's scale.
struct Warm {
    double value = 0; ///< 0..1
    Frame place;
};

/// What counts, the faintest first: of several at one place the heaviest shows, as in a heatmap of pixels.
std::vector<Warm> warmest(const RegionSet& regions, std::span<const double> weights, double maximum, const Frame& area)
{
    std::vector<Warm> warm;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (!regions.regions[i].wholeImage && std::isfinite(weights[i]) && weights[i] > 0 && maximum > 0)
            warm.push_back({std::min(1., weights[i] / maximum), placeOf(regions.regions[i].box, regions, area)});
    std::ranges::stable_sort(warm, {}, &Warm::value);
    return warm;
}

Rgb grayOf(double opacity)
{
    const auto level = std::uint8_t(std::lround(255 * std::clamp(opacity, 0., 1.)));
    return {level, level, level};
}

/// The heatmap as two layers of rectangles: how strongly each place is covered, as a mask, and with which color.
std::string heatOf(const std::vector<Warm>& warm, const HeatLook& look, const Rgb& veil, const Frame& area,
                   const std::string& name, TextPainter& text)
{
    if (look.style == HeatStyle::Frames || warm.empty())
        return {};
    SvgDrawing opacity(text, name), color(text, name);
    const HeatPaint nothing = heatPaint(0, look, veil);
    opacity.fill(area, grayOf(nothing.opacity));
    color.fill(area, nothing.color);
    for (const Warm& region : warm) {
        const HeatPaint paint = heatPaint(region.value, look, veil);
        opacity.fill(region.place, grayOf(paint.opacity));
        if (paint.color != nothing.color)
            color.fill(region.place, paint.color);
    }
    return "<mask id=\"" + name + "\">\n" + opacity.body() + "</mask>\n<g mask=\"url(#" + name + ")\">\n" +
           color.body() + "</g>\n";
}

} // namespace

std::size_t SharedPictures::numberOf(const ImagePtr& picture)
{
    if (const auto known = m_known.find(picture.get()); known != m_known.end())
        return known->second;
    const RgbImage small = shrinkToFit(*picture, kPictureSide);
    const auto [place, isNew] = m_byDigest.emplace(pictureDigest(small), m_pictures.size());
    if (isNew) {
        const auto [width, height] = annotation::reportSizeOf(small);
        m_pictures.push_back({width, height, smallDataUri(small), veilFor(small)});
    }
    return m_known[picture.get()] = place->second;
}

std::string SharedPictures::shown(const ImagePtr& picture, const PictureOverlay& overlay)
{
    if (!picture || picture->empty())
        return {};
    const RegionSet& regions = overlay.regions;
    if (!overlay.weights.empty() && overlay.weights.size() != regions.regions.size())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are %1 weights for %2 regions.", overlay.weights.size(), regions.regions.size()));
    const std::size_t number = numberOf(picture);
    const Picture& shared = m_pictures[number];
    const auto scaled = [&](int length) { return std::max(1, int(std::lround(length * overlay.scale))); };
    const Frame area{0, 0, scaled(shared.width), scaled(shared.height)};
    const std::string name = "over-" + std::to_string(++m_drawn);
    SvgDrawing boxes(m_text, name + "-");
    paintRegions(boxes, area, regions, {true, true, overlay.weights, overlay.maximum}, m_text);
    return "<svg role=\"img\" aria-label=\"" + xmlText(picture->name) + "\"" + sizeOf(area.width, area.height) +
           viewBoxOf(area.width, area.height) + ">\n<svg" + sizeOf(area.width, area.height) +
           viewBoxOf(shared.width, shared.height) + " preserveAspectRatio=\"none\"><use href=\"#" +
           nameOfPicture(number) + "\"/></svg>\n" +
           heatOf(warmest(regions, overlay.weights, overlay.maximum, area), m_look, shared.veil, area, name, m_text) +
           boxes.body() + "</svg>\n";
}

std::string SharedPictures::definitions() const
{
    std::string images;
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        images += "<image id=\"" + nameOfPicture(i) + "\"" + sizeOf(m_pictures[i].width, m_pictures[i].height) +
                  " preserveAspectRatio=\"none\" href=\"" + m_pictures[i].data + "\"/>\n";
    // Not display: none, with which some readers leave out what refers to it.
    return images.empty() ? "" : "<svg class=\"shared\" width=\"0\" height=\"0\"><defs>\n" + images + "</defs></svg>\n";
}

} // namespace vbs::html
