#include "core/regions/region_bytes.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <cstring>

#include <torch/types.h>

namespace vbs {

namespace {

Json regionToJson(const Region& region)
{
    return {region.box.x1, region.box.y1,    region.box.x2,         region.box.y2,    region.label,
            region.score,  region.attribute, region.attributeScore, region.wholeImage};
}

Region regionFromJson(const Json& json)
{
    Region region;
    region.box = {json.at(0), json.at(1), json.at(2), json.at(3)};
    region.label = json.at(4);
    region.score = json.at(5);
    region.attribute = json.at(6);
    region.attributeScore = json.at(7);
    region.wholeImage = json.at(8);
    return region;
}

std::vector<std::uint8_t> bytesOf(const at::Tensor& tensor)
{
    const at::Tensor floats = tensor.to(torch::kFloat).cpu().contiguous();
    const auto* data = reinterpret_cast<const std::uint8_t*>(floats.data_ptr<float>());
    return {data, data + floats.nbytes()};
}

at::Tensor tensorOf(const Json& bytes, std::int64_t rows, std::int64_t columns)
{
    const auto& binary = bytes.get_binary();
    if (rows < 0 || columns < 0 || binary.size() != std::size_t(rows) * std::size_t(columns) * sizeof(float))
        throw Error(ErrorCode::CorruptData, sentence("A cached tensor has a wrong size."));
    at::Tensor tensor = torch::empty({rows, columns});
    std::memcpy(tensor.data_ptr<float>(), binary.data(), binary.size());
    return tensor;
}

/// The network's own numbers; null where it has none.
Json wholeNumbers(const at::Tensor& tensor)
{
    if (!tensor.defined())
        return nullptr;
    const at::Tensor whole = tensor.to(torch::kLong).cpu().contiguous();
    return std::vector<std::int64_t>(whole.data_ptr<std::int64_t>(), whole.data_ptr<std::int64_t>() + whole.numel());
}

at::Tensor wholeNumberTensor(const Json& json, std::int64_t rows)
{
    if (json.is_null())
        return {};
    if (static_cast<std::int64_t>(json.size()) != rows)
        throw Error(ErrorCode::CorruptData, sentence("A cached tensor has a wrong size."));
    return torch::tensor(json.get<std::vector<std::int64_t>>(), torch::kLong);
}

} // namespace

std::string bytesOfRegions(const ExtractedRegions& extracted)
{
    Json json = {{"format", kRegionBytesFormat},
                 {"width", extracted.regions.imageWidth},
                 {"height", extracted.regions.imageHeight},
                 {"columns", extracted.features.size(1)}};
    json["regions"] = Json::array();
    for (const Region& region : extracted.regions.regions)
        json["regions"].push_back(regionToJson(region));
    json["boxes"] = Json::binary(bytesOf(extracted.boxes));
    json["features"] = Json::binary(bytesOf(extracted.features));
    json["labels"] = wholeNumbers(extracted.labels);
    json["attributes"] = wholeNumbers(extracted.attributes);
    json["attribute_scores"] = Json();
    if (extracted.attributeScores.defined())
        json["attribute_scores"] = Json::binary(bytesOf(extracted.attributeScores));
    const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
    return {bytes.begin(), bytes.end()};
}

ExtractedRegions regionsOfBytes(const std::string& bytes)
{
    const Json json = parseCbor(bytes, "The cached entry");
    if (json.at("format") != kRegionBytesFormat)
        throw Error(ErrorCode::UnsupportedFormat, sentence("A cached entry was written by another version."));
    ExtractedRegions extracted;
    extracted.regions.imageWidth = json.at("width");
    extracted.regions.imageHeight = json.at("height");
    for (const Json& region : json.at("regions"))
        extracted.regions.regions.push_back(regionFromJson(region));
    const auto rows = static_cast<std::int64_t>(extracted.regions.regions.size());
    extracted.boxes = tensorOf(json.at("boxes"), rows, 4);
    extracted.features = tensorOf(json.at("features"), rows, json.at("columns"));
    extracted.labels = wholeNumberTensor(json.at("labels"), rows);
    extracted.attributes = wholeNumberTensor(json.at("attributes"), rows);
    if (const Json& scores = json.at("attribute_scores"); !scores.is_null())
        extracted.attributeScores = tensorOf(scores, rows, 1).flatten();
    return extracted;
}

} // namespace vbs
