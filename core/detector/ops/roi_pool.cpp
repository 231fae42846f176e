#include "core/detector/ops/roi_pool.h"

#include "core/base/error.h"

#include <ATen/Parallel.h>
#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vbs {

namespace {

struct Range {
    std::int64_t begin = 0, end = 0;
};

/// The cells of each bin along one axis, cut to the map. The reference divides in single precision, which now and
/// then takes a cell more than exact arithmetic would.
std::vector<Range> binsAlong(std::int64_t first, std::int64_t last, std::int64_t bins, std::int64_t size)
{
    const auto extent = static_cast<float>(std::max<std::int64_t>(last - first + 1, 1));
    const float binSize = extent / static_cast<float>(bins);
    std::vector<Range> ranges;
    for (std::int64_t i = 0; i < bins; ++i) {
        const auto begin = static_cast<std::int64_t>(std::floor(static_cast<float>(i) * binSize)) + first;
        const auto end = static_cast<std::int64_t>(std::ceil(static_cast<float>(i + 1) * binSize)) + first;
        ranges.push_back({std::clamp<std::int64_t>(begin, 0, size), std::clamp<std::int64_t>(end, 0, size)});
    }
    return ranges;
}

/// Blocks of a known length are what the compiler turns into vector instructions.
void maximum(float* target, const float* values, std::int64_t count)
{
    constexpr std::int64_t kBlock = 16;
    std::int64_t c = 0;
    for (; c + kBlock <= count; c += kBlock)
        for (std::int64_t i = c; i < c + kBlock; ++i)
            target[i] = values[i] > target[i] ? values[i] : target[i];
    for (; c < count; ++c)
        target[c] = values[c] > target[c] ? values[c] : target[c];
}

/// Pools one region. map: [height][width][channels]; output: [bin][channels].
/// First the bins' columns of every row that is needed, then the bins' rows of these.
class RegionPool {
public:
    RegionPool(const at::Tensor& map, std::int64_t outputHeight, std::int64_t outputWidth)
        : m_data(map.data_ptr<float>()), m_height(map.size(0)), m_width(map.size(1)), m_channels(map.size(2)),
          m_outputHeight(outputHeight), m_outputWidth(outputWidth)
    {
    }

    void pool(const RoiCells& region, float* output)
    {
        const auto rows = binsAlong(region.top, region.bottom, m_outputHeight, m_height);
        const auto columns = binsAlong(region.left, region.right, m_outputWidth, m_width);
        const std::int64_t lineSize = m_outputWidth * m_channels;
        const std::int64_t firstRow = rows.front().begin, endRow = std::max(firstRow, rows.back().end);
        m_lines.resize(static_cast<std::size_t>((endRow - firstRow) * lineSize));
        for (std::int64_t y = firstRow; y < endRow; ++y)
            poolLine(y, columns, m_lines.data() + (y - firstRow) * lineSize);
        for (std::int64_t bin = 0; bin < m_outputHeight; ++bin) {
            float* target = output + bin * lineSize;
            const Range& range = rows[static_cast<std::size_t>(bin)];
            if (range.begin >= range.end) {
                std::fill(target, target + lineSize, 0.f);
                continue;
            }
            const float* line = m_lines.data() + (range.begin - firstRow) * lineSize;
            std::copy(line, line + lineSize, target);
            for (std::int64_t y = range.begin + 1; y < range.end; ++y)
                maximum(target, line += lineSize, lineSize);
        }
    }

private:
    void poolLine(std::int64_t y, const std::vector<Range>& columns, float* line) const
    {
        const float* row = m_data + y * m_width * m_channels;
        for (const Range& range : columns) {
            if (range.begin >= range.end) {
                std::fill(line, line + m_channels, 0.f);
            } else {
                const float* cell = row + range.begin * m_channels;
                std::copy(cell, cell + m_channels, line);
                for (std::int64_t x = range.begin + 1; x < range.end; ++x)
                    maximum(line, cell += m_channels, m_channels);
            }
            line += m_channels;
        }
    }

    const float* m_data;
    std::int64_t m_height, m_width, m_channels, m_outputHeight, m_outputWidth;
    std::vector<float> m_lines;
};

} // namespace

std::vector<RoiCells> roiCells(const at::Tensor& boxes, double spatialScale)
{
    const at::Tensor corners = boxes.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const float* b = corners.data_ptr<float>();
    const auto scale = static_cast<float>(spatialScale);
    const auto cell = [scale](float pixel) {
        // Far outside any map, so that no number is too large for an integer; a NaN is as good as 0.
        const float place = std::clamp(pixel * scale, -1e7f, 1e7f);
        return std::isnan(place) ? std::int64_t(0) : static_cast<std::int64_t>(std::round(place));
    };
    std::vector<RoiCells> cells;
    for (std::int64_t i = 0; i < corners.size(0); ++i, b += 4)
        cells.push_back({cell(b[0]), cell(b[1]), cell(b[2]), cell(b[3])});
    return cells;
}

at::Tensor roiPool(const at::Tensor& map, const std::vector<RoiCells>& regions, std::int64_t outputHeight,
                   std::int64_t outputWidth)
{
    if (map.dim() != 4 || map.size(0) != 1 || map.scalar_type() != torch::kFloat)
        throw Error(ErrorCode::InvalidArgument, sentence("RoIPool takes one float map of four dimensions."));
    const at::Tensor cells = map.detach().to(torch::kCPU).permute({0, 2, 3, 1}).contiguous().squeeze(0);
    const auto count = static_cast<std::int64_t>(regions.size());
    const std::int64_t channels = map.size(1), regionSize = outputHeight * outputWidth * channels;
    const at::Tensor output = torch::empty({count, outputHeight, outputWidth, channels}, cells.options());
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        RegionPool pool(cells, outputHeight, outputWidth);
        for (std::int64_t i = begin; i < end; ++i)
            pool.pool(regions[static_cast<std::size_t>(i)], output.data_ptr<float>() + i * regionSize);
    });
    return output.permute({0, 3, 1, 2});
}

} // namespace vbs
