#include "core/detector/visual_genome/vg_transform.h"

#include "core/base/error.h"
#include "core/detector/ops/resized_picture.h"

#include <torch/types.h>

#include <algorithm>

namespace vbs {

PixelSize VgTransform::resizedSize(PixelSize original) const
{
    const auto minSize = double(m_config.minSize), maxSize = double(m_config.maxSize);
    const double scale = minSize / double(std::min(original.height, original.width));
    const bool wide = original.height < original.width;
    double height = wide ? minSize : scale * double(original.height);
    double width = wide ? scale * double(original.width) : minSize;
    if (const double longer = std::max(height, width); longer > maxSize) {
        height *= maxSize / longer;
        width *= maxSize / longer;
    }
    const auto whole = [](double side) { return std::max<std::int64_t>(1, static_cast<std::int64_t>(side + .5)); };
    return {whole(height), whole(width)};
}

at::Tensor VgTransform::resizedImage(const RgbImage& image) const
{
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("The detector was given an empty picture."));
    const PixelSize size = resizedSize({image.height, image.width});
    constexpr std::int64_t kLeast = 3; // the stem's pooling window
    if (std::min(size.height, size.width) < kLeast)
        throw Error(ErrorCode::InvalidArgument, sentence("A picture of %1 x %2 pixels is too narrow for the detector: "
                                                         "resized to its largest size, it has only %3 pixels across.",
                                                         image.width, image.height, std::min(size.height, size.width)));
    at::Tensor pixels = resizedPicture(image, size.height, size.width, [](at::Tensor&) {}); // 0..255
    if (m_config.inputFormat == "BGR")
        pixels = pixels.flip(1);
    const auto perChannel = [](const std::vector<double>& values) {
        return torch::tensor(values, torch::kFloat).view({1, 3, 1, 1});
    };
    return (pixels - perChannel(m_config.pixelMean)) / perChannel(m_config.pixelStd);
}

DetectorInput VgTransform::prepare(const std::vector<const RgbImage*>& images, const c10::Device& device) const
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
    const at::Tensor batch = torch::full({static_cast<std::int64_t>(images.size()), 3, largest.height, largest.width},
                                         m_config.padValue, torch::kFloat)
                                 .contiguous(at::MemoryFormat::ChannelsLast);
    for (std::size_t i = 0; i < resized.size(); ++i)
        batch[static_cast<std::int64_t>(i)]
            .slice(1, 0, input.sizes[i].height)
            .slice(2, 0, input.sizes[i].width)
            .copy_(resized[i][0]);
    input.images = batch.to(device);
    return input;
}

std::array<float, 2> VgTransform::scales(PixelSize original, PixelSize resized)
{
    return {static_cast<float>(original.width) / static_cast<float>(resized.width),
            static_cast<float>(original.height) / static_cast<float>(resized.height)};
}

} // namespace vbs
