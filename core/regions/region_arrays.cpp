#include "core/regions/region_arrays.h"

#include <torch/types.h>

namespace vbs {

namespace {

std::vector<float> floatsOf(const at::Tensor& tensor)
{
    const at::Tensor floats = tensor.to(torch::kFloat).cpu().contiguous();
    return {floats.data_ptr<float>(), floats.data_ptr<float>() + floats.numel()};
}

std::vector<std::int64_t> wholeNumbersOf(const at::Tensor& tensor)
{
    if (!tensor.defined())
        return {};
    const at::Tensor whole = tensor.to(torch::kLong).cpu().contiguous();
    return {whole.data_ptr<std::int64_t>(), whole.data_ptr<std::int64_t>() + whole.numel()};
}

at::Tensor tensorOf(const std::vector<float>& values, std::int64_t rows, std::int64_t columns)
{
    return torch::from_blob(const_cast<float*>(values.data()), {rows, columns}, torch::kFloat).clone();
}

std::string nameOf(const std::vector<std::string>& names, std::int64_t id, const char* otherwise)
{
    if (id >= 0 && id < static_cast<std::int64_t>(names.size()))
        return names[static_cast<std::size_t>(id)];
    return id >= 0 && *otherwise ? otherwise + std::to_string(id) : std::string();
}

} // namespace

RegionFeatures toRegionFeatures(const ExtractedRegions& extracted, const std::string& image)
{
    RegionFeatures result;
    result.image = image;
    result.width = extracted.regions.imageWidth;
    result.height = extracted.regions.imageHeight;
    result.count = static_cast<std::int64_t>(extracted.regions.regions.size());
    result.size = result.count == 0 ? 0 : extracted.features.size(1);
    result.boxes = floatsOf(extracted.boxes);
    result.features = floatsOf(extracted.features);
    for (const Region& region : extracted.regions.regions)
        result.scores.push_back(region.score);
    result.labels = wholeNumbersOf(extracted.labels);
    result.attributes = wholeNumbersOf(extracted.attributes);
    if (extracted.attributeScores.defined())
        result.attributeScores = floatsOf(extracted.attributeScores);
    return result;
}

ExtractedRegions toExtractedRegions(const RegionFeatures& regions, const RegionNames& names)
{
    ExtractedRegions result;
    result.regions.imageWidth = regions.width;
    result.regions.imageHeight = regions.height;
    for (std::size_t i = 0; i < static_cast<std::size_t>(regions.count); ++i) {
        Region& region = result.regions.regions.emplace_back();
        const float* b = regions.boxes.data() + 4 * i;
        region.box = {b[0], b[1], b[2], b[3]};
        if (!regions.labels.empty())
            region.label = nameOf(names.labels, regions.labels[i], "object ");
        if (!regions.scores.empty())
            region.score = regions.scores[i];
        if (!regions.attributes.empty())
            region.attribute = nameOf(names.attributes, regions.attributes[i], "");
        if (!regions.attributeScores.empty() && !region.attribute.empty())
            region.attributeScore = regions.attributeScores[i];
    }
    result.boxes = tensorOf(regions.boxes, regions.count, 4);
    result.features = tensorOf(regions.features, regions.count, regions.size);
    if (!regions.labels.empty())
        result.labels = torch::tensor(regions.labels);
    if (!regions.attributes.empty())
        result.attributes = torch::tensor(regions.attributes);
    if (!regions.attributeScores.empty())
        result.attributeScores = torch::tensor(regions.attributeScores);
    return result;
}

} // namespace vbs
