#include "core/detector/torchvision/faster_rcnn.h"

#include "core/nn/first_parameter.h"

#include <torch/types.h>

namespace vbs {

FasterRcnnImpl::FasterRcnnImpl(const DetectorConfig& config) : m_config(config), m_transform(config)
{
    const auto backbone = register_module("backbone", std::make_shared<torch::nn::Module>());
    body = backbone->register_module("body", ResNet(config.backbone));
    std::vector<std::int64_t> channels;
    for (std::int64_t layer : config.returnedLayers)
        channels.push_back(config.backbone.outChannels(static_cast<std::size_t>(layer)));
    fpn = backbone->register_module("fpn", FeaturePyramidNetwork(channels, config.fpnChannels, config.fpnMaxPoolLevel));
    rpn = register_module("rpn", RegionProposalNetwork(config));
    roi_heads = register_module("roi_heads", RoiHeads(config));
    // oneDNN's convolutions are fastest on channels-last pictures and kernels.
    for (at::Tensor& parameter : parameters()) {
        if (parameter.dim() == 4)
            parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    }
}

void FasterRcnnImpl::initialize()
{
    const torch::NoGradGuard noGrad;
    for (auto& item : named_parameters()) {
        at::Tensor& parameter = item.value();
        const std::string& name = item.key();
        if (name.starts_with("backbone.") && parameter.dim() == 4)
            torch::nn::init::kaiming_normal_(parameter, 0, torch::kFanOut, torch::kReLU);
        else if (name.starts_with("rpn.") && parameter.dim() == 4)
            torch::nn::init::normal_(parameter, 0, .01);
        else if ((name.starts_with("rpn.") || name.starts_with("backbone.fpn.")) && name.ends_with(".bias"))
            parameter.zero_();
    }
}

void FasterRcnnImpl::fold(c10::ScalarType type)
{
    m_type = type;
    body->fold(type);
    fpn->fold(type);
    rpn->fold(type);
}

c10::Device FasterRcnnImpl::device() const
{
    return firstParameter(*this).device();
}

std::vector<at::Tensor> FasterRcnnImpl::pyramid(const at::Tensor& images)
{
    const std::vector<at::Tensor> layers = body(images.to(m_type));
    std::vector<at::Tensor> chosen;
    for (std::int64_t layer : m_config.returnedLayers)
        chosen.push_back(layers[static_cast<std::size_t>(layer)]);
    RECORD_USER_SCOPE("pyramid");
    return fpn(chosen);
}

LossMap FasterRcnnImpl::trainingLosses(const std::vector<const RgbImage*>& images,
                                       const std::vector<DetectorTarget>& targets, at::Generator& generator)
{
    const DetectorInput input = m_transform.prepare(images, device());
    std::vector<DetectorTarget> resized = targets;
    std::vector<at::Tensor> boxes;
    for (std::size_t i = 0; i < resized.size(); ++i) {
        DetectorTarget& target = resized[i];
        target.boxes = DetectorTransform::toOriginal(target.boxes, input.original[i], input.sizes[i]).to(device());
        target.labels = target.labels.to(device());
        for (at::Tensor& values : target.attributes)
            values = values.to(device());
        boxes.push_back(target.boxes);
    }
    const std::vector<at::Tensor> features = pyramid(input.images);
    RegionProposalNetworkImpl::Output proposed = rpn->forward(features, input, boxes, generator);
    LossMap losses = roi_heads->trainingLosses(features, proposed.proposals, input, resized, generator);
    losses.merge(proposed.losses);
    return losses;
}

std::vector<Detections> FasterRcnnImpl::detect(const std::vector<const RgbImage*>& images, const JobControl& control)
{
    if (images.empty())
        return {};
    const torch::NoGradGuard noGrad;
    control.throwIfStopped();
    control.report("Preparing the picture", 0);
    const DetectorInput input = m_transform.prepare(images, device());
    control.throwIfStopped();
    control.report("Looking at the picture", .1);
    const std::vector<at::Tensor> features = pyramid(input.images);
    control.throwIfStopped();
    control.report("Finding regions", .7);
    at::Generator unused;
    const auto proposed = rpn->forward(features, input, {}, unused);
    control.throwIfStopped();
    control.report("Describing regions", .8);
    std::vector<Detections> detections = roi_heads->detect(features, proposed.proposals, input);
    for (std::size_t i = 0; i < detections.size(); ++i)
        detections[i].boxes = DetectorTransform::toOriginal(detections[i].boxes, input.sizes[i], input.original[i]);
    control.throwIfStopped();
    control.report("Describing regions", 1);
    return detections;
}

Detections FasterRcnnImpl::describe(const RgbImage& image, const at::Tensor& boxes, const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    control.throwIfStopped();
    control.report("Looking at the picture", 0);
    const DetectorInput input = m_transform.prepare({&image}, device());
    const std::vector<at::Tensor> features = pyramid(input.images);
    control.throwIfStopped();
    control.report("Describing regions", .8);
    const at::Tensor resized =
        DetectorTransform::toOriginal(boxes.to(device()), input.original.front(), input.sizes.front());
    Detections described = roi_heads->classify(features, resized, input);
    described.boxes = boxes;
    return described;
}

} // namespace vbs
