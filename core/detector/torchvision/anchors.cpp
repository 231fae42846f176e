#include "core/detector/torchvision/anchors.h"

#include <torch/types.h>

namespace vbs {

AnchorGenerator::AnchorGenerator(const std::vector<std::vector<double>>& sizes, const std::vector<double>& ratios)
{
    const at::Tensor heightRatios = torch::tensor(ratios, torch::kFloat).sqrt();
    const at::Tensor widthRatios = 1 / heightRatios;
    for (const auto& levelSizes : sizes) {
        const at::Tensor scales = torch::tensor(levelSizes, torch::kFloat);
        const at::Tensor widths = (widthRatios.unsqueeze(1) * scales.unsqueeze(0)).flatten();
        const at::Tensor heights = (heightRatios.unsqueeze(1) * scales.unsqueeze(0)).flatten();
        m_cellAnchors.push_back((torch::stack({-widths, -heights, widths, heights}, 1) / 2).round());
    }
}

std::int64_t AnchorGenerator::anchorsPerCell() const
{
    return m_cellAnchors.at(0).size(0);
}

at::Tensor AnchorGenerator::levelAnchors(std::size_t level, std::int64_t rows, std::int64_t columns,
                                         std::int64_t imageHeight, std::int64_t imageWidth) const
{
    const at::Tensor ys = torch::arange(rows, torch::kFloat) * static_cast<double>(imageHeight / rows);
    const at::Tensor xs = torch::arange(columns, torch::kFloat) * static_cast<double>(imageWidth / columns);
    const at::Tensor y = ys.view({-1, 1}).expand({rows, columns}).reshape(-1);
    const at::Tensor x = xs.view({1, -1}).expand({rows, columns}).reshape(-1);
    const at::Tensor shifts = torch::stack({x, y, x, y}, 1);
    return (shifts.unsqueeze(1) + cellAnchors(level).unsqueeze(0)).reshape({-1, 4});
}

} // namespace vbs
