#pragma once

#include "core/detector/visual_genome/vg_detector.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

namespace vbs {

/// Kind "vg_faster_rcnn": the Visual Genome detector's surest regions with its 2048-d features.
class VgExtractor : public RegionExtractor {
public:
    /// @param detector folded, on its device.
    VgExtractor(VgDetector detector, std::vector<std::string> objects, std::vector<std::string> attributes,
                std::string fingerprint);

    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override;
    /// One by one: side by side, the padding of smaller pictures would change what is found in them.
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override;
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control) override;
    std::int64_t featureSize() const override;
    std::string fingerprint() const override { return m_fingerprint; }

private:
    ExtractedRegions regionsOf(const VgDetections& detections, const RgbImage& image) const;

    VgDetector m_detector;
    std::vector<std::string> m_objects, m_attributes;
    std::string m_fingerprint;
};

/// Beside the keys of VgDetectorConfig: "config", a config.yaml whose values stand unless the configuration states its
/// own; "objects" and "attributes", names as a list or as a file with one a line (default: objects_vocab.txt and
/// attributes_vocab.txt beside the weights, where they exist; numbers otherwise).
std::unique_ptr<RegionExtractor> createVgExtractor(const Json& config, const std::filesystem::path& folder,
                                                   const c10::Device& device);

/// Names from a file with one class a line; of synonyms separated by commas the first, trimmed, in lower case.
/// @throws Error naming the file and both numbers when it has not as many lines as there are classes.
std::vector<std::string> readVgNames(const std::filesystem::path& path, std::int64_t count);

} // namespace vbs
