#include "core/regions/extractor_kinds.h"

#include "core/base/for_people.h"
#include "core/detector/torchvision/detector_config.h"
#include "core/detector/visual_genome/vg_config.h"
#include "core/regions/faster_rcnn_extractor.h"
#include "core/regions/features_extractor.h"
#include "core/regions/resnet_extractor.h"
#include "core/regions/vg_extractor.h"

#include <algorithm>

namespace vbs {

namespace {

Json resNetConfig(const char* arch)
{
    ResNetExtractorConfig config;
    config.arch = arch;
    return Json(resNetExtractorConfigToJson(config));
}

Json fasterRcnnConfig(const char*)
{
    return Json(detectorConfigToJson(fasterRcnnResnet50FpnConfig()));
}

Json vgConfig(const char*)
{
    return Json(vgDetectorConfigToJson({}));
}

bool isVg(const TensorMap& tensors, const char*)
{
    return std::ranges::any_of(tensors, [](const auto& item) { return item.first.starts_with("proposal_generator."); });
}

bool isFasterRcnn(const TensorMap& tensors, const char*)
{
    return tensors.contains("backbone.body.layer1.0.conv3.weight");
}

bool isResNet(const TensorMap& tensors, const char* name)
{
    struct Variant {
        std::string_view name;
        bool bottleneck;
        int layer3; ///< blocks
    };
    static constexpr Variant kVariants[] = {{"resnet18", false, 2},
                                            {"resnet34", false, 6},
                                            {"resnet50", true, 6},
                                            {"resnet101", true, 23},
                                            {"resnet152", true, 36}};
    const auto has = [&](int block) { return tensors.contains("layer3." + std::to_string(block) + ".conv1.weight"); };
    const Variant& variant = *std::ranges::find(kVariants, std::string_view(name), &Variant::name);
    return tensors.contains("layer1.0.conv3.weight") == variant.bottleneck && has(variant.layer3 - 1) &&
           !has(variant.layer3);
}

} // namespace

std::span<const ExtractorKind> extractorKinds()
{
    static const std::vector<ExtractorKind> kinds = {
        {"vg_faster_rcnn",
         forPeople("Visual Genome Faster R-CNN"),
         createVgExtractor,
         "min_size",
         "max_size",
         "max_detections",
         {{"vg_faster_rcnn", vgConfig, isVg, 2048,
           "the nearest published detector: Faster R-CNN with ResNet-101 on Visual Genome "
           "(unc-nlp/frcnn-vg-finetuned), "
           "36 boxes; Hugging Face's VisualBERT demo asks with it"}},
         true},
        {"faster_rcnn_fpn",
         forPeople("Faster R-CNN with FPN"),
         createFasterRcnnExtractor,
         "min_size",
         "max_size",
         "max_regions",
         {{"faster_rcnn_fpn", fasterRcnnConfig, isFasterRcnn, 1024,
           "the nearest published detector: torchvision's Faster R-CNN with ResNet-50 and a pyramid, also trained on "
           "COCO; its box head also gives 1024 values, but different ones"}},
         true},
        {"resnet",
         "ResNet",
         createResNetExtractor,
         nullptr,
         nullptr,
         "repeat",
         {{"resnet18", resNetConfig, isResNet, 512,
           "the pooled vector of the whole picture: the size fits, but the values mean something else, so choices are "
           "near chance"},
          {"resnet34", resNetConfig, isResNet, 512, "likewise"},
          {"resnet50", resNetConfig, isResNet, 2048,
           "the pooled vector of the whole picture, repeated, as in Hugging Face's example: the size fits, but no "
           "checkpoint was trained on it, so answers are poor"},
          {"resnet101", resNetConfig, isResNet, 2048, "likewise"},
          {"resnet152", resNetConfig, isResNet, 2048, "likewise"}}},
        {"features", forPeople("Ready-made features"), createFeaturesExtractor, nullptr, nullptr, "max_regions", {}},
    };
    return kinds;
}

const ExtractorKind* extractorKindNamed(std::string_view kind)
{
    for (const ExtractorKind& row : extractorKinds())
        if (kind == row.kind)
            return &row;
    return nullptr;
}

PublishedRow publishedExtractorNamed(std::string_view name)
{
    for (const ExtractorKind& kind : extractorKinds())
        for (const PublishedExtractor& extractor : kind.published)
            if (name == extractor.name)
                return {&kind, &extractor};
    return {};
}

} // namespace vbs
