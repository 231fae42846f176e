#include "core/regions/resnet_extractor.h"

#include "core/base/error.h"
#include "core/detector/json_members.h"
#include "core/image/evaluation_crop.h"
#include "core/nn/first_parameter.h"
#include "core/regions/extractor_setup.h"
#include "core/regions/extractor_weights.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

struct Architecture {
    const char* name;
    const char* block;
    std::int64_t layers[4];
};
constexpr Architecture kArchitectures[] = {
    {"resnet18", "basic", {2, 2, 2, 2}},        {"resnet34", "basic", {3, 4, 6, 3}},
    {"resnet50", "bottleneck", {3, 4, 6, 3}},   {"resnet101", "bottleneck", {3, 4, 23, 3}},
    {"resnet152", "bottleneck", {3, 8, 36, 3}},
};

/// One list of the members but the mode, for reading and for writing.
template <typename Visitor, typename Config> void visitMembers(Visitor&& visit, Config& c)
{
    visit("arch", c.arch);
    visit("repeat", c.repeat);
    visit("resize", c.resize);
    visit("crop", c.crop);
    visit("image_mean", c.imageMean);
    visit("image_std", c.imageStd);
}

void require(bool condition, const char* problem)
{
    if (!condition)
        throw Error(ErrorCode::InvalidArgument, sentence("ResNet extractor's configuration: %1", problem));
}

at::Tensor normalised(const RgbImage& square, const ResNetExtractorConfig& config)
{
    const at::Tensor bytes = torch::from_blob(const_cast<std::uint8_t*>(square.pixels.data()),
                                              {1, square.height, square.width, 3}, torch::kUInt8);
    const at::Tensor mean = torch::tensor(config.imageMean, torch::kFloat);
    const at::Tensor deviation = torch::tensor(config.imageStd, torch::kFloat);
    return ((bytes.to(torch::kFloat) / 255 - mean) / deviation).permute({0, 3, 1, 2}); // channels-last
}

} // namespace

ResNetExtractorConfig resNetExtractorConfigFromJson(const Json& json)
{
    ResNetExtractorConfig config;
    JsonMembers members(json, "ResNet extractor's configuration");
    visitMembers([&members](const char* key, auto& value) { members.read(key, value); }, config);
    std::string mode = "pooled";
    members.read("mode", mode);
    require(mode == "pooled" || mode == "grid", "\"mode\" must be \"pooled\" or \"grid\".");
    config.mode = mode == "grid" ? ResNetExtractorConfig::Mode::Grid : ResNetExtractorConfig::Mode::Pooled;
    for (const char* key : {"kind", "weights", "precision"})
        members.child(key);
    members.refuseOthers();
    resNetConfigOf(config.arch);
    require(config.repeat >= 1 && config.repeat <= 1000, "\"repeat\" must be between 1 and 1000.");
    for (const std::int64_t side : {config.resize, config.crop})
        require(side >= 1 && side <= 4096, "\"resize\" and \"crop\" must be between 1 and 4096.");
    require(config.imageMean.size() == 3 && config.imageStd.size() == 3,
            "\"image_mean\" and \"image_std\" need three numbers.");
    require(std::ranges::all_of(config.imageStd, [](double s) { return s > 0; }), "\"image_std\" must be positive.");
    return config;
}

OrderedJson resNetExtractorConfigToJson(const ResNetExtractorConfig& config)
{
    OrderedJson json;
    visitMembers([&json](const char* key, const auto& value) { json[key] = value; }, config);
    json["mode"] = config.mode == ResNetExtractorConfig::Mode::Grid ? "grid" : "pooled";
    return json;
}

ResNetConfig resNetConfigOf(const std::string& arch)
{
    std::string known;
    for (const Architecture& architecture : kArchitectures) {
        if (arch == architecture.name)
            return {architecture.block,
                    {std::begin(architecture.layers), std::end(architecture.layers)},
                    {64, 128, 256, 512},
                    "batch_norm",
                    1e-5};
        known += (known.empty() ? "" : ", ") + std::string(architecture.name);
    }
    throw Error(ErrorCode::InvalidArgument,
                sentence("There is no classification network \"%1\"; this version knows: %2.", arch, known));
}

at::Tensor resNetInput(const RgbImage& image, const ResNetExtractorConfig& config)
{
    if (image.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("The extractor was given an empty picture."));
    const EvaluationCrop crop({image.width, image.height}, static_cast<int>(config.resize),
                              static_cast<int>(config.crop));
    return normalised(crop.pixelsOf(image), config);
}

ResNetExtractor::ResNetExtractor(ResNet network, const ResNetExtractorConfig& config, c10::ScalarType type,
                                 std::string fingerprint)
    : m_network(std::move(network)), m_config(config), m_type(type), m_fingerprint(std::move(fingerprint))
{
    m_network->eval();
}

std::int64_t ResNetExtractor::featureSize() const
{
    return resNetConfigOf(m_config.arch).outChannels(3);
}

at::Tensor ResNetExtractor::lastMap(const at::Tensor& pictures)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor input = pictures.to(firstParameter(*m_network).device()).to(m_type);
    return m_network(input).back().to(torch::kFloat).cpu();
}

ExtractedRegions ResNetExtractor::regionsOf(const at::Tensor& map, const RgbImage& image) const
{
    const EvaluationCrop crop({image.width, image.height}, static_cast<int>(m_config.resize),
                              static_cast<int>(m_config.crop));
    const auto side = static_cast<float>(m_config.crop);
    ExtractedRegions extracted;
    extracted.regions.imageWidth = image.width;
    extracted.regions.imageHeight = image.height;
    std::vector<Region>& regions = extracted.regions.regions;
    if (m_config.mode == ResNetExtractorConfig::Mode::Pooled) {
        Region seen;
        seen.box = crop.toOriginal({0, 0, side, side});
        seen.label = "whole picture";
        seen.wholeImage = true;
        regions.assign(static_cast<std::size_t>(m_config.repeat), seen);
        extracted.features = map.mean({1, 2}).unsqueeze(0).repeat({m_config.repeat, 1});
    } else {
        const std::int64_t rows = map.size(1), columns = map.size(2);
        const float high = side / static_cast<float>(rows), wide = side / static_cast<float>(columns);
        for (std::int64_t y = 0; y < rows; ++y) {
            for (std::int64_t x = 0; x < columns; ++x) {
                Region& cell = regions.emplace_back();
                const auto top = static_cast<float>(y) * high, left = static_cast<float>(x) * wide;
                cell.box = crop.toOriginal({left, top, left + wide, top + high});
                cell.label = "row " + std::to_string(y + 1) + ", column " + std::to_string(x + 1);
            }
        }
        extracted.features = map.permute({1, 2, 0}).reshape({rows * columns, -1}).contiguous();
    }
    std::vector<Box> boxes;
    for (const Region& region : regions)
        boxes.push_back(region.box);
    extracted.boxes = tensorOfBoxes(boxes);
    return extracted;
}

ExtractedRegions ResNetExtractor::extract(const RgbImage& image, const JobControl& control)
{
    return extractBatch({&image}, control).front();
}

std::vector<ExtractedRegions> ResNetExtractor::extractBatch(const std::vector<const RgbImage*>& images,
                                                            const JobControl& control)
{
    if (images.empty())
        return {};
    control.throwIfStopped();
    control.report("Preparing the picture", 0);
    std::vector<at::Tensor> inputs;
    for (const RgbImage* image : images)
        inputs.push_back(resNetInput(*image, m_config));
    control.throwIfStopped();
    control.report("Looking at the picture", .2);
    const at::Tensor maps = lastMap(torch::cat(inputs));
    control.throwIfStopped();
    std::vector<ExtractedRegions> extracted;
    for (std::size_t i = 0; i < images.size(); ++i)
        extracted.push_back(regionsOf(maps[static_cast<std::int64_t>(i)], *images[i]));
    control.report("Looking at the picture", 1);
    return extracted;
}

ExtractedRegions ResNetExtractor::describe(const RgbImage& image, const std::vector<Box>& boxes,
                                           const JobControl& control)
{
    constexpr std::size_t kBoxesPerPass = 16;
    const std::vector<Box> inside = boxesInside(boxes, image);
    ExtractedRegions described;
    described.regions.imageWidth = image.width;
    described.regions.imageHeight = image.height;
    std::vector<at::Tensor> features{torch::empty({0, featureSize()})}, inputs;
    const auto side = static_cast<int>(m_config.crop);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        const Box& box = inside[i];
        // Every pixel that the box touches.
        const PixelWindow window{static_cast<int>(box.x1), static_cast<int>(box.y1),
                                 static_cast<int>(std::ceil(box.x2)) - static_cast<int>(box.x1),
                                 static_cast<int>(std::ceil(box.y2)) - static_cast<int>(box.y1)};
        const RgbImage part = resizeAntialiased(image, image.width, image.height, window);
        inputs.push_back(normalised(resizeAntialiased(part, side, side), m_config));
        if (inputs.size() == kBoxesPerPass || i + 1 == inside.size()) {
            control.throwIfStopped();
            control.report("Describing regions", double(i) / double(inside.size()));
            features.push_back(lastMap(torch::cat(inputs)).mean({2, 3}));
            inputs.clear();
        }
        described.regions.regions.emplace_back().box = box;
    }
    described.boxes = tensorOfBoxes(inside);
    described.features = torch::cat(features);
    return described;
}

std::unique_ptr<RegionExtractor> createResNetExtractor(const Json& config, const std::filesystem::path& folder,
                                                       const c10::Device& device)
{
    const ResNetExtractorConfig own = resNetExtractorConfigFromJson(config);
    const ExtractorSetup setup = ExtractorSetup::of(config, folder, device);
    ResNet network(resNetConfigOf(own.arch));
    loadExtractorWeights(setup.weights, *network);
    network->to(device);
    network->fold(setup.type);
    return std::make_unique<ResNetExtractor>(network, own, setup.type, setup.fingerprint);
}

} // namespace vbs
