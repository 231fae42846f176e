#pragma once

#include "core/data/feature_tsv.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_arrays.h"
#include "core/regions/region_extractor.h"

#include <filesystem>
#include <optional>

namespace vbs {

/// Kind "features": regions that another program or `visualbert extract` found before, looked up by the
/// picture's path or name (RgbImage) in a tab-separated file, in a folder of .safetensors files or in one such
/// file. Configuration: "features" the path; "columns" of a tab-separated file, where it has neither LXMERT's
/// ten nor the older six; "labels" and "attributes", text files with a name a line; "max_regions" the first
/// so many are used.
class FeaturesExtractor : public RegionExtractor {
public:
    /// @throws Error naming the file or key; for ViLBERT's .npy with the way out.
    FeaturesExtractor(const Json& config, const std::filesystem::path& folder);

    /// @throws Error (InvalidArgument) for a picture without features, (Mismatch) for a picture of another
    /// size than the one that the features are of.
    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override;
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override;
    /// @throws Error (UnsupportedFormat): only a network can describe other boxes.
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control) override;
    std::int64_t featureSize() const override { return m_featureSize; }
    std::string fingerprint() const override { return m_fingerprint; }
    std::string fingerprintFor(const RgbImage& image) const override
    {
        return m_fingerprint + " " + (image.path.empty() ? image.name : image.path);
    }
    bool isWorthKeeping() const override { return false; }

private:
    RegionFeatures lookUp(const std::string& picture) const;
    void openFile();
    std::vector<std::filesystem::path> filesInFolder() const;

    std::filesystem::path m_path;
    FeatureColumns m_columns;
    RegionNames m_names;
    std::int64_t m_maxRegions = 0; ///< 0: all
    std::optional<FeatureTsv> m_tsv;
    std::optional<RegionFeatures> m_single; ///< of the one .safetensors file
    std::int64_t m_featureSize = 0;
    std::string m_fingerprint;
};

std::unique_ptr<RegionExtractor> createFeaturesExtractor(const Json& config, const std::filesystem::path& folder,
                                                         const c10::Device& device);

} // namespace vbs
