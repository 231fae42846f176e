#include "core/regions/region_extractor.h"

#include "core/base/error.h"
#include "core/regions/extractor_kinds.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

std::vector<Box> boxesInside(const std::vector<Box>& boxes, const RgbImage& image)
{
    const auto width = static_cast<float>(image.width), height = static_cast<float>(image.height);
    std::vector<Box> inside;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& b = boxes[i];
        const Box cut{std::clamp(b.x1, 0.f, width), std::clamp(b.y1, 0.f, height), std::clamp(b.x2, 0.f, width),
                      std::clamp(b.y2, 0.f, height)};
        // Written so that a box with NaN is refused too.
        if (!(cut.width() > 0 && cut.height() > 0)) {
            throw Error(ErrorCode::InvalidArgument, sentence("Box %1 has no area inside the picture of %2 x %3 pixels.",
                                                             i + 1, image.width, image.height));
        }
        inside.push_back(cut);
    }
    return inside;
}

at::Tensor tensorOfBoxes(const std::vector<Box>& boxes)
{
    std::vector<float> numbers;
    for (const Box& box : boxes)
        numbers.insert(numbers.end(), {box.x1, box.y1, box.x2, box.y2});
    return torch::tensor(numbers, torch::kFloat).reshape({static_cast<std::int64_t>(boxes.size()), 4});
}

std::vector<Box> boxesOfTensor(const at::Tensor& boxes)
{
    const at::Tensor corners = boxes.to(torch::kCPU, torch::kFloat).contiguous();
    std::vector<Box> result;
    const float* b = corners.data_ptr<float>();
    for (std::int64_t i = 0; i < corners.size(0); ++i, b += 4)
        result.push_back({b[0], b[1], b[2], b[3]});
    return result;
}

std::unique_ptr<RegionExtractor>
createRegionExtractor(const Json& extractorConfig, const std::filesystem::path& packFolder, const c10::Device& device)
{
    if (!extractorConfig.is_object() || !extractorConfig.contains("kind") || !extractorConfig["kind"].is_string())
        throw Error(ErrorCode::InvalidArgument, sentence("The region extractor's configuration names no \"kind\"."));
    const std::string kind = extractorConfig["kind"].get<std::string>();
    std::string known;
    if (const ExtractorKind* row = extractorKindNamed(kind))
        return row->create(extractorConfig, packFolder, device);
    for (const ExtractorKind& row : extractorKinds())
        known += (known.empty() ? "" : ", ") + std::string(row.kind);
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("There is no region extractor of kind \"%1\"; this version knows: %2.", kind, known));
}

} // namespace vbs
