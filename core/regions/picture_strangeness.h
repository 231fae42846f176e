#pragma once

#include "core/regions/extracted_regions.h"
#include "core/regions/feature_clusters.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// How unlike the pictures that a pack was taught a picture is, from what the pack's extractor tells of its regions:
/// the distances of its objects to what the extractor's categories look like (Lee et al., "A Simple Unified Framework
/// for Detecting Out-of-Distribution Samples", NeurIPS 2018: nearest class mean, tied covariance) by their median, mean
/// and maximum, that of the whole picture where the extractor describes it, and how much the extractor doubts its
/// names. Immutable once calibrated.
class PictureStrangeness {
public:
    /// From pictures that the pack was taught, or such as these. @throws Error (InvalidArgument) for too few regions.
    static PictureStrangeness fit(const std::vector<ExtractedRegions>& pictures);

    /// Sets the threshold so that this share of the pictures, which fit() must not have seen, lie below it.
    /// @param pictures at least 100.
    void calibrate(const std::vector<ExtractedRegions>& pictures, double passing);

    /// >= 0; above 1: strange. A picture without objects is where hardly any was without.
    /// @throws Error (Mismatch) for features of another size.
    double of(const ExtractedRegions& regions) const;
    /// Of regions that somebody drew, which need not be objects: by the whole picture alone. Negative: not known.
    double ofWholePicture(const ExtractedRegions& regions) const;

    std::int64_t featureSize() const { return m_objects.size(); }

    /// @param about the pictures, for people.
    void write(const std::filesystem::path& file, const std::string& about) const;
    /// @throws Error naming the file.
    static PictureStrangeness read(const std::filesystem::path& file);

private:
    struct Measures {
        bool empty = true;
        double whole = -1, median = -1, mean = -1, most = -1, doubt = -1;
    };
    Measures measure(const ExtractedRegions& regions) const;
    double joined(const Measures& measures) const;

    FeatureClusters m_objects, m_whole;
    bool m_emptyIsStrange = false;
    double m_wholeScale = 1, m_medianScale = 1, m_meanScale = 1, m_mostScale = 1, m_doubtScale = 1;
    double m_threshold = 1; ///< of the joined measure
    double m_wholeThreshold = 1;
};

} // namespace vbs
