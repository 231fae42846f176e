#include "core/detector/torchvision/roi_heads.h"

#include "core/detector/ops/matching.h"

#include <torch/types.h>

namespace vbs {

namespace {

at::Tensor wholeImageBox(PixelSize size, const at::Tensor& like)
{
    return torch::tensor({0., 0., double(size.width), double(size.height)}, like.options()).unsqueeze(0);
}

} // namespace

RoiHeadsImpl::RoiHeadsImpl(const DetectorConfig& config)
    : m_config(config),
      m_roiPool(config.boxPoolSize, config.boxSamplingRatio, config.boxCanonicalScale, config.boxCanonicalLevel)
{
    const std::int64_t size = config.boxHeadSize;
    const auto head = register_module("box_head", std::make_shared<torch::nn::Module>());
    fc6 = head->register_module("fc6",
                                torch::nn::Linear(config.fpnChannels * config.boxPoolSize * config.boxPoolSize, size));
    fc7 = head->register_module("fc7", torch::nn::Linear(size, size));
    const auto predictor = register_module("box_predictor", std::make_shared<torch::nn::Module>());
    cls_score = predictor->register_module("cls_score", torch::nn::Linear(size, config.numClasses()));
    bbox_pred = predictor->register_module("bbox_pred", torch::nn::Linear(size, config.numClasses() * 4));
    if (!config.attributes.empty()) {
        const auto attributes = register_module("attribute_predictor", std::make_shared<torch::nn::Module>());
        for (const AttributeConfig& attribute : config.attributes) {
            const auto values = static_cast<std::int64_t>(attribute.values.size());
            m_attributePredictors.push_back(
                attributes->register_module(attribute.name, torch::nn::Linear(size, values)));
        }
    }
    if (!config.places.empty())
        place_predictor = register_module("place_predictor",
                                          torch::nn::Linear(size, static_cast<std::int64_t>(config.places.size())));
}

at::Tensor RoiHeadsImpl::boxFeatures(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& boxes,
                                     const DetectorInput& input)
{
    PixelSize largest;
    for (const PixelSize& size : input.sizes) {
        largest.height = std::max(largest.height, size.height);
        largest.width = std::max(largest.width, size.width);
    }
    // torchvision pools from the levels of the residual network only, not from the extra one.
    std::vector<at::Tensor> levels;
    for (std::size_t level = 0; level < m_config.returnedLayers.size(); ++level)
        levels.push_back(features[level].to(torch::kFloat));
    at::Tensor pooled;
    {
        RECORD_USER_SCOPE("RoIAlign");
        pooled = m_roiPool.forward(levels, boxes, largest.height, largest.width);
    }
    RECORD_USER_SCOPE("box head");
    return fc7(fc6(pooled.flatten(1)).relu_()).relu_(); // [boxes, box head size]
}

RoiHeadsImpl::TrainingSamples RoiHeadsImpl::selectSamples(const std::vector<at::Tensor>& proposals,
                                                          const std::vector<DetectorTarget>& targets,
                                                          at::Generator& generator) const
{
    const torch::NoGradGuard noGrad;
    const Matcher matcher(m_config.boxFgIouThresh, m_config.boxBgIouThresh, false);
    TrainingSamples samples;
    std::vector<at::Tensor> labels, boxTargets;
    std::vector<std::vector<at::Tensor>> attributes(m_config.attributes.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const DetectorTarget& target = targets[i];
        const at::Tensor candidates = torch::cat({proposals[i], target.boxes});
        const bool empty = target.boxes.size(0) == 0;
        const at::Tensor matched = empty ? torch::full({candidates.size(0)}, Matcher::kBelowLow, torch::kLong)
                                         : matcher.match(boxIou(target.boxes, candidates));
        // A picture without objects still gives background samples; its stand-in box is never used.
        const at::Tensor row = matched.clamp_min(0);
        const auto pick = [&](const at::Tensor& values) {
            return empty ? torch::zeros({row.size(0)}, torch::kLong) : values.index_select(0, row);
        };
        at::Tensor label = pick(target.labels).masked_fill(matched == Matcher::kBelowLow, 0);
        label.masked_fill_(matched == Matcher::kBetween, -1);
        const BalancedSample sample =
            sampleBalanced(label, m_config.boxBatchSizePerImage, m_config.boxPositiveFraction, generator);
        const at::Tensor chosen = std::get<0>(torch::cat({sample.positive, sample.negative}).sort());
        samples.boxes.push_back(candidates.index_select(0, chosen));
        labels.push_back(label.index_select(0, chosen));
        const at::Tensor truth =
            empty ? samples.boxes.back() : target.boxes.index_select(0, row.index_select(0, chosen));
        boxTargets.push_back(m_coder.encode(truth, samples.boxes.back()));
        for (std::size_t a = 0; a < attributes.size(); ++a)
            attributes[a].push_back(pick(target.attributes.at(a)).index_select(0, chosen));
    }
    samples.labels = torch::cat(labels);
    samples.boxTargets = torch::cat(boxTargets);
    for (const auto& parts : attributes)
        samples.attributes.push_back(torch::cat(parts));
    return samples;
}

LossMap RoiHeadsImpl::trainingLosses(const std::vector<at::Tensor>& features, const std::vector<at::Tensor>& proposals,
                                     const DetectorInput& input, const std::vector<DetectorTarget>& targets,
                                     at::Generator& generator)
{
    const TrainingSamples samples = selectSamples(proposals, targets, generator);
    // The whole-image boxes ride at the end of each picture's samples.
    std::vector<at::Tensor> boxes = samples.boxes;
    std::vector<std::int64_t> sampleRows, wholeRows, places;
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::int64_t k = 0; k < samples.boxes[i].size(0); ++k)
            sampleRows.push_back(rows++);
        if (place_predictor) {
            boxes[i] = torch::cat({boxes[i], wholeImageBox(input.sizes[i], boxes[i])});
            wholeRows.push_back(rows++);
            places.push_back(targets[i].place);
        }
    }
    const at::Tensor all = boxFeatures(features, boxes, input);
    const auto device = all.device();
    const at::Tensor hidden = all.index_select(0, torch::tensor(sampleRows, torch::kLong).to(device));
    const at::Tensor classLogits = cls_score(hidden);
    const at::Tensor deltas = bbox_pred(hidden).reshape({hidden.size(0), -1, 4});
    const at::Tensor positive = (samples.labels > 0).nonzero().squeeze(1);
    const at::Tensor positiveLabels = samples.labels.index_select(0, positive);
    LossMap losses;
    losses["loss_classifier"] = torch::cross_entropy_loss(classLogits, samples.labels);
    losses["loss_box_reg"] =
        torch::smooth_l1_loss(deltas.index({positive, positiveLabels}), samples.boxTargets.index_select(0, positive),
                              at::Reduction::Sum, 1. / 9) /
        samples.labels.numel();
    for (std::size_t a = 0; a < m_attributePredictors.size(); ++a) {
        const AttributeConfig& attribute = m_config.attributes[a];
        const at::Tensor loss =
            positive.size(0) == 0
                ? classLogits.sum() * 0
                : torch::cross_entropy_loss(m_attributePredictors[a](hidden.index_select(0, positive)),
                                            samples.attributes[a].index_select(0, positive));
        losses["loss_" + attribute.name] = attribute.lossWeight * loss;
    }
    if (place_predictor) {
        const at::Tensor whole = all.index_select(0, torch::tensor(wholeRows, torch::kLong).to(device));
        const at::Tensor truth = torch::tensor(places, torch::kLong).to(device);
        losses["loss_place"] = m_config.placeLossWeight * torch::cross_entropy_loss(place_predictor(whole), truth);
    }
    return losses;
}

Detections RoiHeadsImpl::select(const at::Tensor& probabilities, const at::Tensor& boxes, PixelSize size) const
{
    RECORD_USER_SCOPE("selection");
    // Every class but the background is a candidate at every proposal.
    const std::int64_t proposals = boxes.size(0), categories = m_config.numClasses() - 1;
    Detections found;
    found.boxes = clipBoxesToImage(boxes, size.height, size.width).slice(1, 1).reshape({-1, 4});
    found.scores = probabilities.slice(1, 1).reshape(-1);
    found.labels = torch::arange(1, categories + 1, boxes.options().dtype(torch::kLong))
                       .unsqueeze(0)
                       .expand({proposals, categories})
                       .reshape(-1);
    const auto keep = [&](const at::Tensor& indices) {
        found.boxes = found.boxes.index_select(0, indices);
        found.scores = found.scores.index_select(0, indices);
        found.labels = found.labels.index_select(0, indices);
    };
    keep((found.scores > m_config.boxScoreThresh).nonzero().squeeze(1));
    keep(removeSmallBoxes(found.boxes, 1e-2));
    keep(batchedNms(found.boxes, found.scores, found.labels, m_config.boxNmsThresh)
             .slice(0, 0, m_config.boxDetectionsPerImg));
    if (m_config.boxAgnosticNmsThresh < 1)
        keep(nms(found.boxes, found.scores, m_config.boxAgnosticNmsThresh));
    return found;
}

void RoiHeadsImpl::describe(std::vector<Detections>& detections, const std::vector<at::Tensor>& features,
                            const DetectorInput& input)
{
    std::vector<at::Tensor> boxes;
    for (std::size_t i = 0; i < detections.size(); ++i) {
        boxes.push_back(detections[i].boxes);
        if (m_config.wholeImageRegion)
            boxes[i] = torch::cat({boxes[i], wholeImageBox(input.sizes[i], boxes[i])});
    }
    const at::Tensor all = boxFeatures(features, boxes, input);
    std::int64_t row = 0;
    for (Detections& found : detections) {
        const std::int64_t count = found.boxes.size(0);
        found.features = all.slice(0, row, row + count);
        row += count;
        for (torch::nn::Linear& predictor : m_attributePredictors)
            found.attributeProbabilities.push_back(predictor(found.features).softmax(1));
        if (m_config.wholeImageRegion) {
            found.wholeImageFeature = all[row++];
            if (place_predictor)
                found.placeProbabilities = place_predictor(found.wholeImageFeature).softmax(0);
        }
    }
}

std::vector<Detections> RoiHeadsImpl::detect(const std::vector<at::Tensor>& features,
                                             const std::vector<at::Tensor>& proposals, const DetectorInput& input)
{
    const at::Tensor hidden = boxFeatures(features, proposals, input);
    const at::Tensor probabilities = cls_score(hidden).softmax(1);                     // [proposals, classes]
    const at::Tensor boxes = m_coder.decode(bbox_pred(hidden), torch::cat(proposals)); // [proposals, classes, 4]
    std::vector<Detections> detections;
    std::int64_t row = 0;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        const std::int64_t end = row + proposals[i].size(0);
        detections.push_back(select(probabilities.slice(0, row, end), boxes.slice(0, row, end), input.sizes[i]));
        row = end;
    }
    describe(detections, features, input);
    return detections;
}

Detections RoiHeadsImpl::classify(const std::vector<at::Tensor>& features, const at::Tensor& boxes,
                                  const DetectorInput& input)
{
    std::vector<Detections> described(1);
    described[0].boxes = boxes;
    describe(described, features, input);
    // The background is no answer to what a box that somebody chose shows.
    const at::Tensor probabilities = cls_score(described[0].features).softmax(1).slice(1, 1);
    std::tie(described[0].scores, described[0].labels) = probabilities.max(1);
    described[0].labels += 1;
    return described[0];
}

} // namespace vbs
