#include "core/regions/faster_rcnn_extractor.h"

#include "core/regions/detector_files.h"
#include "core/regions/extractor_setup.h"

#include <torch/types.h>

namespace vbs {

namespace {

struct Choices {
    at::Tensor indices;       ///< int64 [n]
    at::Tensor probabilities; ///< float [n]
    std::vector<std::string> names;
};

/// The most probable of the named values, one for each row.
Choices mostProbable(const at::Tensor& probabilities, const std::vector<std::string>& names)
{
    Choices choices;
    std::tie(choices.probabilities, choices.indices) = probabilities.to(torch::kCPU).max(1);
    for (std::int64_t i = 0; i < choices.indices.size(0); ++i)
        choices.names.push_back(names.at(static_cast<std::size_t>(choices.indices[i].item<std::int64_t>())));
    return choices;
}

/// The whole-image region is no category and has no attribute of theirs.
at::Tensor withWholeImageFirst(bool whole, const at::Tensor& values, double value)
{
    return whole ? torch::cat({torch::full({1}, value, values.options()), values}) : values;
}

} // namespace

FasterRcnnExtractor::FasterRcnnExtractor(FasterRcnn detector, const BoxGeometryConfig& geometry,
                                         std::string fingerprint)
    : m_detector(std::move(detector)), m_geometry(geometry), m_fingerprint(std::move(fingerprint))
{
    m_detector->eval();
}

std::int64_t FasterRcnnExtractor::featureSize() const
{
    return m_detector->config().boxHeadSize + m_geometry.size();
}

ExtractedRegions FasterRcnnExtractor::regionsOf(const Detections& detections, std::int64_t count,
                                                const RgbImage& image) const
{
    const DetectorConfig& config = m_detector->config();
    at::Tensor boxes = detections.boxes.slice(0, 0, count).to(torch::kCPU);
    at::Tensor features = detections.features.slice(0, 0, count).to(torch::kCPU);
    ExtractedRegions extracted;
    extracted.regions.imageWidth = image.width;
    extracted.regions.imageHeight = image.height;
    std::vector<Region>& regions = extracted.regions.regions;
    if (config.wholeImageRegion) {
        Region& whole = regions.emplace_back();
        whole.label = "whole picture";
        whole.wholeImage = true;
        if (detections.placeProbabilities.defined()) {
            const Choices place = mostProbable(detections.placeProbabilities.unsqueeze(0), config.places);
            whole.attribute = place.names[0];
            whole.attributeScore = place.probabilities.item<float>();
        }
        const at::Tensor box = torch::tensor({0., 0., double(image.width), double(image.height)}, torch::kFloat);
        boxes = torch::cat({box.unsqueeze(0), boxes});
        features = torch::cat({detections.wholeImageFeature.to(torch::kCPU).unsqueeze(0), features});
    }
    const bool whole = config.wholeImageRegion;
    extracted.labels = withWholeImageFirst(whole, detections.labels.slice(0, 0, count).to(torch::kCPU), -1);
    Choices attributes;
    if (!config.attributes.empty()) {
        attributes = mostProbable(detections.attributeProbabilities[0].slice(0, 0, count), config.attributes[0].values);
        extracted.attributes = withWholeImageFirst(whole, attributes.indices, -1);
        extracted.attributeScores = withWholeImageFirst(whole, attributes.probabilities, 0);
    }
    for (std::int64_t i = 0; i < count; ++i) {
        Region& region = regions.emplace_back();
        region.label = config.categories.at(static_cast<std::size_t>(detections.labels[i].item<std::int64_t>() - 1));
        region.score = detections.scores[i].item<float>();
        if (!attributes.names.empty()) {
            region.attribute = attributes.names[static_cast<std::size_t>(i)];
            region.attributeScore = attributes.probabilities[i].item<float>();
        }
    }
    boxes = boxes.contiguous();
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const float* b = boxes.data_ptr<float>() + 4 * i;
        regions[i].box = {b[0], b[1], b[2], b[3]};
    }
    extracted.boxes = boxes;
    extracted.features = torch::cat({features, boxGeometry(boxes, image.width, image.height, m_geometry)}, 1);
    return extracted;
}

ExtractedRegions FasterRcnnExtractor::extract(const RgbImage& image, const JobControl& control)
{
    return extractBatch({&image}, control).front();
}

std::vector<ExtractedRegions> FasterRcnnExtractor::extractBatch(const std::vector<const RgbImage*>& images,
                                                                const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    const std::vector<Detections> detections = m_detector->detect(images, control);
    std::vector<ExtractedRegions> extracted;
    const DetectorConfig& config = m_detector->config();
    for (std::size_t i = 0; i < detections.size(); ++i) {
        // Detections fall in score, so the sure ones come first.
        const std::int64_t sure = (detections[i].scores > config.regionScoreThresh).sum().item<std::int64_t>();
        extracted.push_back(regionsOf(detections[i], std::min(sure, config.maxRegions), *images[i]));
    }
    return extracted;
}

ExtractedRegions FasterRcnnExtractor::describe(const RgbImage& image, const std::vector<Box>& boxes,
                                               const JobControl& control)
{
    const auto count = static_cast<std::int64_t>(boxes.size());
    const at::Tensor chosen = tensorOfBoxes(boxesInside(boxes, image));
    return regionsOf(m_detector->describe(image, chosen, control), count, image);
}

std::unique_ptr<RegionExtractor> createFasterRcnnExtractor(const Json& config, const std::filesystem::path& folder,
                                                           const c10::Device& device)
{
    const auto geometry = config.find("geometry");
    FasterRcnn detector(detectorConfigFromJson(config));
    const ExtractorSetup setup = ExtractorSetup::of(config, folder, device);
    loadDetectorWeights(setup.weights, detector);
    detector->to(device);
    if (detector->config().backbone.norm == "frozen_batch_norm" || setup.type != c10::kFloat)
        detector->fold(setup.type);
    return std::make_unique<FasterRcnnExtractor>(
        detector, boxGeometryFromJson(geometry == config.end() ? Json() : *geometry), setup.fingerprint);
}

} // namespace vbs
