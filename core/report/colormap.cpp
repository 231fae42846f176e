#include "core/report/colormap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

using Table = std::array<Rgb, 256>;

/// OpenCV carries the published 256 colours of each map (viridis and magma by Smith and van der Walt, CC0;
/// cividis by Nunez, Anderton and Renslow, 2018).
Table tableOf(cv::ColormapTypes type)
{
    cv::Mat ramp(1, 256, CV_8UC1), colors;
    for (int i = 0; i < 256; ++i)
        ramp.at<std::uint8_t>(i) = static_cast<std::uint8_t>(i);
    cv::applyColorMap(ramp, colors, type);
    Table table;
    for (int i = 0; i < 256; ++i) {
        const auto bgr = colors.at<cv::Vec3b>(i);
        table[std::size_t(i)] = {bgr[2], bgr[1], bgr[0]};
    }
    return table;
}

const Table& tableOf(ColorMap map)
{
    static const Table viridis = tableOf(cv::COLORMAP_VIRIDIS);
    static const Table magma = tableOf(cv::COLORMAP_MAGMA);
    static const Table cividis = tableOf(cv::COLORMAP_CIVIDIS);
    switch (map) {
    case ColorMap::Magma:
        return magma;
    case ColorMap::Cividis:
        return cividis;
    case ColorMap::Viridis:
        break;
    }
    return viridis;
}

} // namespace

Rgb colorOf(ColorMap map, double value)
{
    const double clamped = value > 0 ? std::min(value, 1.) : 0.; // a NaN becomes 0
    return tableOf(map)[static_cast<std::size_t>(std::lround(clamped * 255))];
}

std::string_view nameOf(ColorMap map)
{
    switch (map) {
    case ColorMap::Magma:
        return "magma";
    case ColorMap::Cividis:
        return "cividis";
    case ColorMap::Viridis:
        break;
    }
    return "viridis";
}

} // namespace vbs
