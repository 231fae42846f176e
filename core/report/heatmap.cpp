#include "core/report/heatmap.h"

#include "core/base/error.h"
#include "core/image/opencv_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace vbs {

namespace {

/// How far a box's edge is blurred to either side, as a part of the map's shorter side.
constexpr double kSoftness = 0.02;

/// 0 outside first..last, 1 inside, a smooth step over `soft` pixels to either side of both edges.
std::vector<float> softInterval(int count, double first, double last, double soft)
{
    std::vector<float> values(std::size_t(count), 0.f);
    for (int i = 0; i < count; ++i) {
        const double centre = i + 0.5;
        const double inside = std::min(centre - first, last - centre);
        const double t = std::clamp(inside / (2 * soft) + 0.5, 0., 1.);
        values[std::size_t(i)] = static_cast<float>(t * t * (3 - 2 * t));
    }
    return values;
}

double usable(double weight)
{
    return std::isfinite(weight) && weight > 0 ? weight : 0.;
}

void raise(Heatmap& map, const Box& box, float weight, double scaleX, double scaleY)
{
    const double soft = std::max(0.5, kSoftness * std::min(map.width, map.height));
    const auto columns = softInterval(map.width, box.x1 * scaleX, box.x2 * scaleX, soft);
    const auto rows = softInterval(map.height, box.y1 * scaleY, box.y2 * scaleY, soft);
    for (int y = 0; y < map.height; ++y) {
        const float rowWeight = weight * rows[std::size_t(y)];
        if (rowWeight <= 0)
            continue;
        float* values = map.values.data() + std::size_t(y) * std::size_t(map.width);
        for (int x = 0; x < map.width; ++x)
            values[x] = std::max(values[x], rowWeight * columns[std::size_t(x)]);
    }
}

} // namespace

double greatestWeight(const RegionSet& regions, std::span<const double> weights)
{
    double greatest = 0;
    for (std::size_t i = 0; i < std::min(weights.size(), regions.regions.size()); ++i)
        if (!regions.regions[i].wholeImage)
            greatest = std::max(greatest, usable(weights[i]));
    return greatest;
}

Heatmap renderHeatmap(const RegionSet& regions, std::span<const double> weights, int width, int height, double maximum)
{
    if (weights.size() != regions.regions.size()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are %1 weights for %2 regions.", weights.size(), regions.regions.size()));
    }
    if (width < 1 || height < 1 || regions.imageWidth < 1 || regions.imageHeight < 1)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("A heatmap needs a picture and a size of at least one pixel."));
    Heatmap map;
    map.width = width;
    map.height = height;
    map.values.assign(std::size_t(width) * std::size_t(height), 0.f);
    map.maximum = maximum > 0 ? maximum : greatestWeight(regions, weights);
    if (map.maximum == 0)
        return map;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto weight = static_cast<float>(std::min(1., usable(weights[i]) / map.maximum));
        if (!regions.regions[i].wholeImage && weight > 0)
            raise(map, regions.regions[i].box, weight, double(width) / regions.imageWidth,
                  double(height) / regions.imageHeight);
    }
    return map;
}

RgbImage blendHeatmap(const RgbImage& picture, const Heatmap& heatmap, const HeatLook& look)
{
    if (picture.empty() || heatmap.values.empty() || heatmap.maximum <= 0 || look.style == HeatStyle::Frames)
        return picture;
    const cv::Mat small(heatmap.height, heatmap.width, CV_32FC1, const_cast<float*>(heatmap.values.data()));
    cv::Mat weights;
    cv::resize(small, weights, cv::Size(picture.width, picture.height), 0, 0, cv::INTER_LINEAR);
    const Rgb veil = veilFor(picture);
    std::array<HeatPaint, 256> paints;
    for (std::size_t i = 0; i < paints.size(); ++i)
        paints[i] = heatPaint(double(i) / 255, look, veil);

    RgbImage result(picture.width, picture.height);
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* from = picture.row(y);
        const float* weight = weights.ptr<float>(y);
        std::uint8_t* to = result.row(y);
        for (int x = 0; x < picture.width; ++x) {
            const HeatPaint& paint = paints[static_cast<std::size_t>(std::clamp(weight[x], 0.f, 1.f) * 255 + 0.5f)];
            const auto opacity = static_cast<float>(paint.opacity);
            for (int c = 0; c < 3; ++c) {
                const auto before = static_cast<float>(from[3 * x + c]);
                const float mixed = before + (static_cast<float>(paint.color[std::size_t(c)]) - before) * opacity;
                to[3 * x + c] = static_cast<std::uint8_t>(mixed + 0.5f);
            }
        }
    }
    return result;
}

} // namespace vbs
