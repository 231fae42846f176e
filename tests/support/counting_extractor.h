#pragma once

#ifndef Q_MOC_RUN
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

#include <memory>
#include <utility>

namespace vbs {

/// Another extractor that counts how often it is asked.
class CountingExtractor : public RegionExtractor {
public:
    explicit CountingExtractor(std::unique_ptr<RegionExtractor> counted) : m_counted(std::move(counted)) {}

    int calls = 0;

    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override
    {
        ++calls;
        return m_counted->extract(image, control);
    }
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override
    {
        ++calls;
        return m_counted->extractBatch(images, control);
    }
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control) override
    {
        ++calls;
        return m_counted->describe(image, boxes, control);
    }
    std::int64_t featureSize() const override { return m_counted->featureSize(); }
    std::string fingerprint() const override { return m_counted->fingerprint(); }
    std::string fingerprintFor(const RgbImage& image) const override { return m_counted->fingerprintFor(image); }

private:
    std::unique_ptr<RegionExtractor> m_counted;
};

} // namespace vbs
#endif
