#include "core/bench/rule_filled_weights.h"

#include "core/base/error.h"
#include "core/bench/detector_rule_fill.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/detector/torchvision/faster_rcnn.h"
#include "core/detector/visual_genome/vg_detector.h"
#include "core/regions/resnet_extractor.h"

#include <torch/types.h>

namespace vbs {

namespace {

TensorMap resNetTensors(const Json& config)
{
    return saveModule(*ResNet(resNetConfigOf(resNetExtractorConfigFromJson(config).arch)));
}

TensorMap fasterRcnnTensors(const Json& config)
{
    return saveModule(*FasterRcnn(detectorConfigFromJson(config)));
}

TensorMap vgTensors(const Json& config)
{
    return saveModule(*VgDetector(vgDetectorConfigFromJson(config)));
}

struct Kind {
    const char* name;
    RuleNetwork network;
    TensorMap (*tensors)(const Json&);
};
constexpr Kind kKinds[] = {
    {"resnet", RuleNetwork::ResNet, resNetTensors},
    {"faster_rcnn_fpn", RuleNetwork::TorchvisionFasterRcnn, fasterRcnnTensors},
    {"vg_faster_rcnn", RuleNetwork::VisualGenome, vgTensors},
};

} // namespace

void writeRuleFilledWeights(const std::filesystem::path& file, const Json& extractorConfig, std::string_view salt)
{
    const std::string wanted = extractorConfig.value("kind", std::string());
    for (const Kind& kind : kKinds) {
        if (wanted != kind.name)
            continue;
        const TensorMap tensors = kind.tensors(extractorConfig);
        fillByRule(tensors, kind.network, salt);
        writeSafetensors(file, tensors);
        return;
    }
    throw Error(ErrorCode::UnsupportedFormat, "There is no rule for a region extractor of kind \"" + wanted + "\".");
}

} // namespace vbs
