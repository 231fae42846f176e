#pragma once

#include "core/detector/torchvision/resnet.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

namespace vbs {

/// How a classification network's picture becomes regions.
struct ResNetExtractorConfig {
    enum class Mode { Pooled, Grid };
    std::string arch = "resnet50";         ///< resnet18, 34, 50, 101 or 152
    Mode mode = Mode::Pooled;              ///< JSON "pooled" or "grid"
    std::int64_t repeat = 10;              ///< pooled: regions of the same vector, as in Hugging Face's example
    std::int64_t resize = 256, crop = 224; ///< pixels: the shorter side, and the square in the middle that is seen
    std::vector<double> imageMean{.485, .456, .406}, imageStd{.229, .224, .225};
};

/// @throws Error (InvalidArgument) naming the key.
ResNetExtractorConfig resNetExtractorConfigFromJson(const Json& json);
OrderedJson resNetExtractorConfigToJson(const ResNetExtractorConfig& config);

/// torchvision's network of that name. @throws Error (InvalidArgument) for a name that it does not have.
ResNetConfig resNetConfigOf(const std::string& arch);

/// The picture as the network wants it: float [1, 3, crop, crop].
at::Tensor resNetInput(const RgbImage& image, const ResNetExtractorConfig& config);

/// Kind "resnet": a classification network (torchvision's keys; its classifier is not used). Mode pooled: the mean of
/// the last map, repeated. Mode grid: every cell of the last map, row by row, is a region with its box.
/// A box that is described is cut out, resized to the network's square and pooled.
class ResNetExtractor : public RegionExtractor {
public:
    /// @param network folded, on its device.
    ResNetExtractor(ResNet network, const ResNetExtractorConfig& config, c10::ScalarType type, std::string fingerprint);

    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override;
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override;
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control) override;
    std::int64_t featureSize() const override;
    std::string fingerprint() const override { return m_fingerprint; }

private:
    at::Tensor lastMap(const at::Tensor& pictures);
    ExtractedRegions regionsOf(const at::Tensor& map, const RgbImage& image) const;

    ResNet m_network;
    ResNetExtractorConfig m_config;
    c10::ScalarType m_type;
    std::string m_fingerprint;
};

std::unique_ptr<RegionExtractor> createResNetExtractor(const Json& config, const std::filesystem::path& folder,
                                                       const c10::Device& device);

} // namespace vbs
