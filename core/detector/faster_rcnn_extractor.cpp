#include "core/detector/faster_rcnn_extractor.h"

#include <torch/torch.h>

namespace vbs {

namespace {

struct Choice {
    std::string name;
    float probability = 0;
};

/// The most probable of the named values, one for each row.
std::vector<Choice> mostProbable(const at::Tensor& probabilities, const std::vector<std::string>& names)
{
    const auto [best, index] = probabilities.to(torch::kCPU).max(1);
    std::vector<Choice> choices;
    for (std::int64_t i = 0; i < best.size(0); ++i)
        choices.push_back({names.at(static_cast<std::size_t>(index[i].item<std::int64_t>())), best[i].item<float>()});
    return choices;
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
            const Choice place = mostProbable(detections.placeProbabilities.unsqueeze(0), config.places)[0];
            whole.attribute = place.name;
            whole.attributeScore = place.probability;
        }
        const at::Tensor box = torch::tensor({0., 0., double(image.width), double(image.height)}, torch::kFloat);
        boxes = torch::cat({box.unsqueeze(0), boxes});
        features = torch::cat({detections.wholeImageFeature.to(torch::kCPU).unsqueeze(0), features});
    }
    std::vector<Choice> attributes;
    if (!config.attributes.empty())
        attributes = mostProbable(detections.attributeProbabilities[0].slice(0, 0, count), config.attributes[0].values);
    for (std::int64_t i = 0; i < count; ++i) {
        Region& region = regions.emplace_back();
        region.label = config.categories.at(static_cast<std::size_t>(detections.labels[i].item<std::int64_t>() - 1));
        region.score = detections.scores[i].item<float>();
        if (!attributes.empty()) {
            region.attribute = attributes[static_cast<std::size_t>(i)].name;
            region.attributeScore = attributes[static_cast<std::size_t>(i)].probability;
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

ExtractedRegions FasterRcnnExtractor::extract(const RgbImage& image, const TaskControl& control)
{
    return extractBatch({&image}, control).front();
}

std::vector<ExtractedRegions> FasterRcnnExtractor::extractBatch(const std::vector<const RgbImage*>& images,
                                                                const TaskControl& control)
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
                                               const TaskControl& control)
{
    const auto count = static_cast<std::int64_t>(boxes.size());
    std::vector<float> numbers;
    for (const Box& box : boxesInside(boxes, image))
        numbers.insert(numbers.end(), {box.x1, box.y1, box.x2, box.y2});
    const at::Tensor chosen = torch::tensor(numbers, torch::kFloat).reshape({count, 4});
    return regionsOf(m_detector->describe(image, chosen, control), count, image);
}

} // namespace vbs
