#pragma once

#include "core/detector/torchvision/faster_rcnn.h"
#include "core/regions/box_geometry.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

namespace vbs {

/// Kind "faster_rcnn_fpn": the detector's surest objects, the whole picture before them. A region's features are
/// the box head's values of its final box, then the box geometry.
class FasterRcnnExtractor : public RegionExtractor {
public:
    /// @param detector with its weights, on its device.
    FasterRcnnExtractor(FasterRcnn detector, const BoxGeometryConfig& geometry, std::string fingerprint);

    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override;
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override;
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control) override;
    std::int64_t featureSize() const override;
    std::string fingerprint() const override { return m_fingerprint; }

private:
    /// The first count detections.
    ExtractedRegions regionsOf(const Detections& detections, std::int64_t count, const RgbImage& image) const;

    FasterRcnn m_detector;
    BoxGeometryConfig m_geometry;
    std::string m_fingerprint;
};

/// Networks with frozen batch norm, torchvision's published ones, are folded; those that this program trains are
/// computed as they were trained.
std::unique_ptr<RegionExtractor> createFasterRcnnExtractor(const Json& config, const std::filesystem::path& folder,
                                                           const c10::Device& device);

} // namespace vbs
