#include "core/regions/published_extractors.h"

#include "core/base/error.h"
#include "core/detector/torchvision/detector_config.h"
#include "core/detector/visual_genome/vg_config.h"
#include "core/regions/resnet_extractor.h"

namespace vbs {

namespace {

Json resNetConfig(const char* arch)
{
    ResNetExtractorConfig config;
    config.arch = arch;
    return Json::parse(resNetExtractorConfigToJson(config).dump());
}

Json fasterRcnnConfig(const char*)
{
    return Json::parse(detectorConfigToJson(fasterRcnnResnet50FpnConfig()).dump());
}

Json vgConfig(const char*)
{
    return Json::parse(vgDetectorConfigToJson({}).dump());
}

struct Published {
    const char* name;
    const char* kind;
    Json (*config)(const char* name);
};
constexpr Published kPublished[] = {
    {"resnet18", "resnet", resNetConfig},           {"resnet34", "resnet", resNetConfig},
    {"resnet50", "resnet", resNetConfig},           {"resnet101", "resnet", resNetConfig},
    {"resnet152", "resnet", resNetConfig},          {"faster_rcnn_fpn", "faster_rcnn_fpn", fasterRcnnConfig},
    {"vg_faster_rcnn", "vg_faster_rcnn", vgConfig},
};

/// The keys of each kind for the limits; nullptr: it has none.
struct LimitKeys {
    const char* kind;
    const char* minSize;
    const char* maxSize;
    const char* maxRegions;
};
constexpr LimitKeys kLimitKeys[] = {
    {"resnet", nullptr, nullptr, "repeat"},
    {"faster_rcnn_fpn", "min_size", "max_size", "max_regions"},
    {"vg_faster_rcnn", "min_size", "max_size", "max_detections"},
    {"features", nullptr, nullptr, "max_regions"},
};

void apply(const std::optional<std::int64_t>& value, const char* key, const char* what, Json& config)
{
    if (!value)
        return;
    if (key == nullptr)
        throw Error(ErrorCode::InvalidArgument,
                    "An extractor of kind \"" + config["kind"].get<std::string>() + "\" has no " + what + ".");
    config[key] = *value;
}

bool isFileThere(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::exists(path, code);
}

} // namespace

std::vector<std::string> publishedExtractorNames()
{
    std::vector<std::string> names;
    for (const Published& published : kPublished)
        names.emplace_back(published.name);
    return names;
}

Json publishedExtractorConfig(const std::string& name)
{
    std::string known;
    for (const Published& published : kPublished) {
        if (name == published.name) {
            Json config = published.config(published.name);
            config["kind"] = published.kind;
            return config;
        }
        known += (known.empty() ? "" : ", ") + std::string(published.name);
    }
    throw Error(ErrorCode::InvalidArgument,
                "There is no published extractor \"" + name + "\"; this version knows: " + known + ".");
}

Json extractorConfigOfFolder(const std::filesystem::path& folder)
{
    if (isFileThere(folder / "config.json")) {
        const Json config = readJsonFile(folder / "config.json");
        if (config.is_object() && config.contains("kind"))
            return config;
    }
    if (!isFileThere(folder / "config.yaml"))
        throw Error(ErrorCode::FileNotFound,
                    folder.string() + " holds no extractor: neither a config.json that names its \"kind\" nor the "
                                      "config.yaml of a Visual Genome detector.");
    for (const char* weights : {"model.safetensors", "pytorch_model.bin"}) {
        if (isFileThere(folder / weights))
            return {{"kind", "vg_faster_rcnn"}, {"config", "config.yaml"}, {"weights", weights}};
    }
    throw Error(ErrorCode::FileNotFound, folder.string() + " has a config.yaml but no weights: put the published "
                                                           "pytorch_model.bin or a model.safetensors beside it.");
}

void applyExtractorLimits(const ExtractorLimits& limits, Json& config)
{
    const std::string kind = config.value("kind", std::string());
    for (const LimitKeys& keys : kLimitKeys) {
        if (kind != keys.kind)
            continue;
        apply(limits.minSize, keys.minSize, "least size to resize pictures to", config);
        apply(limits.maxSize, keys.maxSize, "largest size to resize pictures to", config);
        const bool grid = config.value("mode", std::string()) == "grid";
        apply(limits.maxRegions, grid ? nullptr : keys.maxRegions, "largest number of regions", config);
    }
}

} // namespace vbs
