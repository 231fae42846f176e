#include "core/detector/ops/box_ops.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vbs {

at::Tensor boxArea(const at::Tensor& boxes)
{
    return (boxes.select(1, 2) - boxes.select(1, 0)) * (boxes.select(1, 3) - boxes.select(1, 1));
}

at::Tensor boxIou(const at::Tensor& a, const at::Tensor& b)
{
    const at::Tensor leftTop = torch::max(a.unsqueeze(1).slice(2, 0, 2), b.unsqueeze(0).slice(2, 0, 2));
    const at::Tensor rightBottom = torch::min(a.unsqueeze(1).slice(2, 2, 4), b.unsqueeze(0).slice(2, 2, 4));
    const at::Tensor sides = (rightBottom - leftTop).clamp_min(0); // [n, m, 2]
    const at::Tensor intersection = sides.select(2, 0) * sides.select(2, 1);
    return intersection / (boxArea(a).unsqueeze(1) + boxArea(b).unsqueeze(0) - intersection);
}

at::Tensor clipBoxesToImage(const at::Tensor& boxes, std::int64_t height, std::int64_t width)
{
    const at::Tensor limits =
        torch::tensor({double(width), double(height), double(width), double(height)}, boxes.options());
    return torch::minimum(boxes.clamp_min(0), limits);
}

at::Tensor removeSmallBoxes(const at::Tensor& boxes, double minSize)
{
    const at::Tensor widths = boxes.select(1, 2) - boxes.select(1, 0);
    const at::Tensor heights = boxes.select(1, 3) - boxes.select(1, 1);
    return ((widths >= minSize) & (heights >= minSize)).nonzero().squeeze(1);
}

at::Tensor nms(const at::Tensor& boxes, const at::Tensor& scores, double iouThreshold, std::int64_t most)
{
    if (boxes.numel() == 0)
        return torch::empty({0}, boxes.options().dtype(torch::kLong));
    const at::Tensor order =
        std::get<1>(scores.detach().to(torch::kCPU).sort(/*stable=*/true, 0, /*descending=*/true)).contiguous();
    const at::Tensor sorted = boxes.detach().to(torch::kCPU, torch::kFloat).index_select(0, order).contiguous();
    const float* b = sorted.data_ptr<float>();
    const std::int64_t* ids = order.data_ptr<std::int64_t>();
    const std::int64_t count = sorted.size(0);
    std::vector<float> areas(count);
    for (std::int64_t i = 0; i < count; ++i)
        areas[i] = (b[4 * i + 2] - b[4 * i]) * (b[4 * i + 3] - b[4 * i + 1]);
    std::vector<char> suppressed(count, 0);
    std::vector<std::int64_t> kept;
    for (std::int64_t i = 0; i < count && static_cast<std::int64_t>(kept.size()) != most; ++i) {
        if (suppressed[i])
            continue;
        kept.push_back(ids[i]);
        const float* p = b + 4 * i;
        for (std::int64_t j = i + 1; j < count; ++j) {
            const float* q = b + 4 * j;
            const float width = std::max(0.f, std::min(p[2], q[2]) - std::max(p[0], q[0]));
            const float height = std::max(0.f, std::min(p[3], q[3]) - std::max(p[1], q[1]));
            const float intersection = width * height;
            const float overlap = intersection / (areas[i] + areas[j] - intersection);
            if (static_cast<double>(overlap) > iouThreshold) // a NaN suppresses nothing
                suppressed[j] = 1;
        }
    }
    return torch::tensor(kept, torch::kLong).to(boxes.device());
}

at::Tensor batchedNms(const at::Tensor& boxes, const at::Tensor& scores, const at::Tensor& indices, double iouThreshold)
{
    constexpr std::int64_t kMostShifted = 1000;
    if (boxes.numel() == 0)
        return torch::empty({0}, boxes.options().dtype(torch::kLong));
    if (boxes.size(0) <= kMostShifted) {
        const at::Tensor offsets = indices.to(boxes.scalar_type()) * (boxes.max() + 1);
        return nms(boxes + offsets.unsqueeze(1), scores, iouThreshold);
    }
    at::Tensor keep = torch::zeros({boxes.size(0)}, boxes.options().dtype(torch::kBool));
    const at::Tensor unique = std::get<0>(at::_unique(indices.to(torch::kCPU), true, false));
    for (std::int64_t i = 0; i < unique.size(0); ++i) {
        const at::Tensor members = (indices == unique[i].item<std::int64_t>()).nonzero().squeeze(1);
        const at::Tensor kept = nms(boxes.index_select(0, members), scores.index_select(0, members), iouThreshold);
        keep.index_fill_(0, members.index_select(0, kept), true);
    }
    const at::Tensor kept = keep.nonzero().squeeze(1);
    const at::Tensor order = std::get<1>(scores.index_select(0, kept).sort(/*stable=*/true, 0, true));
    return kept.index_select(0, order);
}

at::Tensor BoxCoder::encode(const at::Tensor& to, const at::Tensor& from) const
{
    const auto column = [](const at::Tensor& boxes, std::int64_t c) { return boxes.select(1, c); };
    const at::Tensor fromWidth = column(from, 2) - column(from, 0), fromHeight = column(from, 3) - column(from, 1);
    const at::Tensor toWidth = column(to, 2) - column(to, 0), toHeight = column(to, 3) - column(to, 1);
    const at::Tensor fromX = column(from, 0) + .5 * fromWidth, fromY = column(from, 1) + .5 * fromHeight;
    const at::Tensor toX = column(to, 0) + .5 * toWidth, toY = column(to, 1) + .5 * toHeight;
    return torch::stack({m_weights[0] * (toX - fromX) / fromWidth, m_weights[1] * (toY - fromY) / fromHeight,
                         m_weights[2] * torch::log(toWidth / fromWidth),
                         m_weights[3] * torch::log(toHeight / fromHeight)},
                        1);
}

at::Tensor BoxCoder::decode(const at::Tensor& deltas, const at::Tensor& boxes) const
{
    static const double kLargestLog = std::log(1000. / 16.);
    const at::Tensor d = deltas.reshape({boxes.size(0), deltas.size(1) / 4, 4}); // [n, k, 4], also of no boxes
    const at::Tensor widths = (boxes.select(1, 2) - boxes.select(1, 0)).unsqueeze(1);
    const at::Tensor heights = (boxes.select(1, 3) - boxes.select(1, 1)).unsqueeze(1);
    const at::Tensor x = boxes.select(1, 0).unsqueeze(1) + .5 * widths;
    const at::Tensor y = boxes.select(1, 1).unsqueeze(1) + .5 * heights;
    const at::Tensor newX = d.select(2, 0) / m_weights[0] * widths + x;
    const at::Tensor newY = d.select(2, 1) / m_weights[1] * heights + y;
    const at::Tensor halfWidth = .5 * torch::exp((d.select(2, 2) / m_weights[2]).clamp_max(kLargestLog)) * widths;
    const at::Tensor halfHeight = .5 * torch::exp((d.select(2, 3) / m_weights[3]).clamp_max(kLargestLog)) * heights;
    return torch::stack({newX - halfWidth, newY - halfHeight, newX + halfWidth, newY + halfHeight}, 2);
}

} // namespace vbs
