#include "core/detector/torchvision/detector_transform.h"

#include "core/base/error.h"
#include "core/detector/ops/resized_picture.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace vbs {

PixelSize DetectorTransform::resizedSize(PixelSize original) const
{
    const float shorter = static_cast<float>(std::min(original.height, original.width));
    const float longer = static_cast<float>(std::max(original.height, original.width));
    const float byShorter = (1.f / shorter) * static_cast<float>(m_config.minSize);
    const float byLonger = (1.f / longer) * static_cast<float>(m_config.maxSize);
    const double scale = std::min(byShorter, byLonger);
    const auto scaled = [&](std::int64_t side) {
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::floor(double(side) * scale)));
    };
    return {scaled(original.height), scaled(original.width)};
}

at::Tensor DetectorTransform::resizedImage(const RgbImage& image) const
{
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("The detector was given an empty picture."));
    const at::Tensor mean = torch::tensor(m_config.imageMean, torch::kFloat);
    const at::Tensor deviation = torch::tensor(m_config.imageStd, torch::kFloat);
    const PixelSize size = resizedSize({image.height, image.width});
    return resizedPicture(image, size.height, size.width,
                          [&](at::Tensor& rows) { rows.div_(255).sub_(mean).div_(deviation); });
}

DetectorInput DetectorTransform::prepare(const std::vector<const RgbImage*>& images, const c10::Device& device) const
{
    DetectorInput input;
    std::vector<at::Tensor> resized;
    PixelSize largest;
    for (const RgbImage* image : images) {
        resized.push_back(resizedImage(*image));
        input.original.push_back({image->height, image->width});
        input.sizes.push_back({resized.back().size(2), resized.back().size(3)});
        largest.height = std::max(largest.height, input.sizes.back().height);
        largest.width = std::max(largest.width, input.sizes.back().width);
    }
    const auto padded = [&](std::int64_t side) {
        return (side + m_config.sizeDivisible - 1) / m_config.sizeDivisible * m_config.sizeDivisible;
    };
    const at::Tensor batch =
        torch::zeros({static_cast<std::int64_t>(images.size()), 3, padded(largest.height), padded(largest.width)},
                     at::TensorOptions(torch::kFloat).memory_format(at::MemoryFormat::ChannelsLast));
    for (std::size_t i = 0; i < resized.size(); ++i) {
        batch[static_cast<std::int64_t>(i)]
            .slice(1, 0, input.sizes[i].height)
            .slice(2, 0, input.sizes[i].width)
            .copy_(resized[i][0]);
    }
    input.images = batch.to(device);
    return input;
}

at::Tensor DetectorTransform::toOriginal(const at::Tensor& boxes, PixelSize resized, PixelSize original)
{
    if (resized == original)
        return boxes;
    const float x = static_cast<float>(original.width) / static_cast<float>(resized.width);
    const float y = static_cast<float>(original.height) / static_cast<float>(resized.height);
    return boxes * torch::tensor({x, y, x, y}, boxes.options());
}

} // namespace vbs
