#include "core/detector/visual_genome/vg_detector.h"

#include "core/nn/first_parameter.h"

#include <torch/types.h>

#include <algorithm>

namespace vbs {

namespace {

/// Where the stages end, as shares of the time that a picture of 1333 x 800 takes on a processor.
constexpr double kPrepared = .01, kLookedAt = .14, kProposed = .17;

/// The control of one stage: its own 0..1 is a part of the whole. The control that is given must outlive it.
JobControl stageOf(const JobControl& control, double from, double to)
{
    return {control.stop, [&control, from, to](const Progress& progress) {
                control.report(progress.stage, from + (to - from) * progress.fraction);
            }};
}

at::Tensor factors(float x, float y, const at::Tensor& like)
{
    return torch::tensor({x, y, x, y}, like.options());
}

/// Boxes of the resized picture as boxes of the original one, and in units of its sides.
void placeBoxes(VgDetections& found, const at::Tensor& resizedBoxes, PixelSize original, PixelSize resized)
{
    const auto [x, y] = VgTransform::scales(original, resized);
    found.boxes = resizedBoxes * factors(x, y, resizedBoxes);
    // The reference knows the original size only as this product.
    found.normalizedBoxes = found.boxes / factors(static_cast<float>(resized.width) * x,
                                                  static_cast<float>(resized.height) * y, resizedBoxes);
}

} // namespace

VgDetections padDetections(const VgDetections& detections, std::int64_t rows, double value)
{
    const auto padded = [&](const at::Tensor& tensor) {
        if (!tensor.defined() || tensor.size(0) >= rows)
            return tensor;
        auto sizes = tensor.sizes().vec();
        sizes[0] = rows - sizes[0];
        return torch::cat({tensor, torch::full(sizes, value, tensor.options())});
    };
    return {padded(detections.boxes),      padded(detections.normalizedBoxes), padded(detections.objIds),
            padded(detections.objProbs),   padded(detections.attrIds),         padded(detections.attrProbs),
            padded(detections.roiFeatures)};
}

at::Tensor selectDetections(const at::Tensor& boxes, const at::Tensor& scores, const VgDetectorConfig& config)
{
    const std::int64_t enough = std::min(config.minDetections, config.maxDetections);
    at::Tensor kept;
    for (const double threshold : config.nmsThreshTest) {
        kept = nms(boxes, scores, threshold, config.maxDetections);
        if (kept.size(0) >= enough)
            break;
    }
    return kept;
}

VgDetectorImpl::VgDetectorImpl(const VgDetectorConfig& config)
    : m_config(config), m_transform(config),
      m_coder({config.boxWeights[0], config.boxWeights[1], config.boxWeights[2], config.boxWeights[3]})
{
    backbone = register_module("backbone", VgBackbone(config));
    proposal_generator = register_module("proposal_generator", VgProposals(config));
    roi_heads = register_module("roi_heads", VgRoiHeads(config));
    eval();
}

void VgDetectorImpl::fold(c10::ScalarType type)
{
    m_type = type;
    backbone->fold(type);
    proposal_generator->fold(type);
    roi_heads->fold(type);
}

c10::Device VgDetectorImpl::device() const
{
    return firstParameter(*this).device();
}

at::Tensor VgDetectorImpl::mapOf(const DetectorInput& input, const JobControl& control)
{
    control.throwIfStopped();
    return backbone(input.images.to(m_type), stageOf(control, kPrepared, kLookedAt));
}

VgDetections VgDetectorImpl::detect(const RgbImage& image, const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    control.throwIfStopped();
    control.report("Preparing the picture", 0);
    const DetectorInput input = m_transform.prepare({&image}, device());
    const PixelSize size = input.sizes.front();
    const at::Tensor map = mapOf(input, control);
    control.throwIfStopped();
    control.report("Finding regions", kLookedAt);
    const VgProposalsImpl::Predictions predictions = proposal_generator->predict(map);
    control.throwIfStopped();
    const at::Tensor proposals = proposal_generator->propose(predictions, size).boxes;
    const VgRegionValues values = roi_heads->describe(map, proposals, stageOf(control, kProposed, 1));
    const at::Tensor boxes =
        clipBoxesToImage(m_coder.decode(values.deltas, proposals).squeeze(1), size.height, size.width);
    const at::Tensor kept = selectDetections(boxes, values.scores, m_config);
    const auto pick = [&kept](const at::Tensor& tensor) {
        return tensor.defined() ? tensor.index_select(0, kept) : tensor;
    };
    VgDetections found{{},
                       {},
                       pick(values.classes),
                       pick(values.scores),
                       pick(values.attributes),
                       pick(values.attributeProbabilities),
                       pick(values.features)};
    placeBoxes(found, pick(boxes), input.original.front(), size);
    control.report("Describing regions", 1);
    return found;
}

VgDetections VgDetectorImpl::describe(const RgbImage& image, const at::Tensor& boxes, const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    control.throwIfStopped();
    control.report("Preparing the picture", 0);
    const DetectorInput input = m_transform.prepare({&image}, device());
    const auto [x, y] = VgTransform::scales(input.original.front(), input.sizes.front());
    const at::Tensor resized = boxes.to(device()) / factors(x, y, boxes).to(device());
    const at::Tensor map = mapOf(input, control);
    const VgRegionValues values = roi_heads->describe(map, resized, stageOf(control, kLookedAt, 1));
    VgDetections described{
        {}, {}, values.classes, values.scores, values.attributes, values.attributeProbabilities, values.features};
    placeBoxes(described, resized, input.original.front(), input.sizes.front());
    described.boxes = boxes;
    return described;
}

} // namespace vbs
