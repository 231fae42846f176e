#include "core/regions/vg_extractor.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/regions/extractor_setup.h"
#include "core/regions/extractor_weights.h"

#include <torch/types.h>

#include <algorithm>
#include <cctype>

namespace vbs {

namespace {

std::string nameOf(const std::vector<std::string>& names, std::int64_t id)
{
    return names.empty() ? std::to_string(id) : names.at(static_cast<std::size_t>(id));
}

/// The configuration's own values over those of its config.yaml.
Json mergedConfig(const Json& config, const std::filesystem::path& folder)
{
    const auto file = config.find("config");
    if (file == config.end())
        return config;
    if (!file->is_string())
        throw Error(ErrorCode::InvalidArgument, sentence("A region extractor's \"config\" must name a file."));
    Json merged = readVgConfigYaml(folder / file->get<std::string>());
    merged.update(config);
    return merged;
}

std::vector<std::string> namesOf(const Json& config, const char* key, const std::filesystem::path& folder,
                                 const std::filesystem::path& usual, std::int64_t count)
{
    const auto given = config.find(key);
    if (given == config.end()) {
        std::error_code code;
        return count > 0 && std::filesystem::exists(usual, code) ? readVgNames(usual, count)
                                                                 : std::vector<std::string>();
    }
    if (given->is_string())
        return readVgNames(folder / given->get<std::string>(), count);
    std::vector<std::string> names;
    try {
        names = given->get<std::vector<std::string>>();
    } catch (const nlohmann::json::exception&) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("A region extractor's \"%1\" must be a list of names or name a file.", key));
    }
    if (!names.empty() && static_cast<std::int64_t>(names.size()) != count)
        throw Error(ErrorCode::Mismatch,
                    sentence("A region extractor's \"%1\" has %2 names; the network has %3 classes of that kind.", key,
                             names.size(), count));
    return names;
}

} // namespace

std::vector<std::string> readVgNames(const std::filesystem::path& path, std::int64_t count)
{
    std::vector<std::string> names = readLines(path, 16 << 20);
    if (static_cast<std::int64_t>(names.size()) != count)
        throw Error(ErrorCode::Mismatch, sentence("%1 has %2 names; the network has %3 classes of that kind.",
                                                  path.string(), names.size(), count));
    const auto isSpace = [](unsigned char c) { return std::isspace(c) != 0; };
    for (std::string& name : names) {
        name.resize(std::min(name.size(), name.find(',')));
        name.erase(std::find_if_not(name.rbegin(), name.rend(), isSpace).base(), name.end());
        name.erase(name.begin(), std::ranges::find_if_not(name, isSpace));
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    }
    return names;
}

VgExtractor::VgExtractor(VgDetector detector, std::vector<std::string> objects, std::vector<std::string> attributes,
                         std::string fingerprint)
    : m_detector(std::move(detector)), m_objects(std::move(objects)), m_attributes(std::move(attributes)),
      m_fingerprint(std::move(fingerprint))
{
}

std::int64_t VgExtractor::featureSize() const
{
    return m_detector->config().outChannels(3);
}

ExtractedRegions VgExtractor::regionsOf(const VgDetections& detections, const RgbImage& image) const
{
    const auto onCpu = [](const at::Tensor& tensor) {
        return tensor.defined() ? tensor.to(torch::kCPU).contiguous() : tensor;
    };
    ExtractedRegions extracted;
    extracted.regions.imageWidth = image.width;
    extracted.regions.imageHeight = image.height;
    extracted.boxes = onCpu(detections.boxes);
    extracted.features = onCpu(detections.roiFeatures);
    extracted.labels = onCpu(detections.objIds);
    extracted.attributes = onCpu(detections.attrIds);
    extracted.attributeScores = onCpu(detections.attrProbs);
    const at::Tensor scores = onCpu(detections.objProbs);
    const std::vector<Box> boxes = boxesOfTensor(extracted.boxes);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        Region& region = extracted.regions.regions.emplace_back();
        region.box = boxes[i];
        region.label = nameOf(m_objects, extracted.labels[row].item<std::int64_t>());
        region.score = scores[row].item<float>();
        if (extracted.attributes.defined()) {
            region.attribute = nameOf(m_attributes, extracted.attributes[row].item<std::int64_t>());
            region.attributeScore = extracted.attributeScores[row].item<float>();
        }
    }
    return extracted;
}

ExtractedRegions VgExtractor::extract(const RgbImage& image, const JobControl& control)
{
    return regionsOf(m_detector->detect(image, control), image);
}

std::vector<ExtractedRegions> VgExtractor::extractBatch(const std::vector<const RgbImage*>& images,
                                                        const JobControl& control)
{
    std::vector<ExtractedRegions> extracted;
    for (const RgbImage* image : images)
        extracted.push_back(extract(*image, control));
    return extracted;
}

ExtractedRegions VgExtractor::describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control)
{
    return regionsOf(m_detector->describe(image, tensorOfBoxes(boxesInside(boxes, image)), control), image);
}

std::unique_ptr<RegionExtractor> createVgExtractor(const Json& config, const std::filesystem::path& folder,
                                                   const c10::Device& device)
{
    const Json merged = mergedConfig(config, folder);
    const VgDetectorConfig own = vgDetectorConfigFromJson(merged);
    const ExtractorSetup setup = ExtractorSetup::of(merged, folder, device);
    std::error_code code;
    const bool isFolder = std::filesystem::is_directory(setup.weights, code);
    const std::filesystem::path beside = isFolder ? setup.weights : setup.weights.parent_path();
    auto objects = namesOf(merged, "objects", folder, beside / "objects_vocab.txt", own.numClasses);
    auto attributes = namesOf(merged, "attributes", folder, beside / "attributes_vocab.txt", own.numAttributes);
    VgDetector detector(own);
    loadExtractorWeights(setup.weights, *detector);
    detector->to(device);
    detector->fold(setup.type);
    // The names are in the regions, so they count as well.
    const std::string fingerprint = sha256(setup.fingerprint + Json(objects).dump() + Json(attributes).dump());
    return std::make_unique<VgExtractor>(detector, std::move(objects), std::move(attributes), fingerprint);
}

} // namespace vbs
