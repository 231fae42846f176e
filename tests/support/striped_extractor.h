#pragma once

#ifndef Q_MOC_RUN
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"

#include <torch/types.h>

namespace vbs {

/// Sees a picture as upright stripes of ten pixels' width, one region each; boxes that it is given are its regions
/// otherwise. Four numbers a region: the mean of red, green and blue, 0..1, and 1.
class StripedExtractor : public RegionExtractor {
public:
    int pictures = 0; ///< looked at so far

    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override
    {
        std::vector<Box> stripes;
        for (int x = 0; x + 10 <= image.width; x += 10)
            stripes.push_back({float(x), 0, float(x + 10), float(image.height)});
        return describe(image, stripes, control);
    }

    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override
    {
        std::vector<ExtractedRegions> all;
        for (const RgbImage* image : images)
            all.push_back(extract(*image, control));
        return all;
    }

    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl&) override
    {
        ++pictures;
        ExtractedRegions result;
        result.regions = {image.width, image.height, {}};
        result.boxes = tensorOfBoxes(boxesInside(boxes, image));
        result.features = torch::ones({std::int64_t(boxes.size()), 4});
        auto* bytes = const_cast<std::uint8_t*>(image.pixels.data());
        const at::Tensor pixels =
            torch::from_blob(bytes, {image.height, image.width, 3}, torch::kByte).to(torch::kFloat) / 255;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const Box& box = boxes[i];
            const at::Tensor inside = pixels.slice(0, int(box.y1), int(box.y2)).slice(1, int(box.x1), int(box.x2));
            result.features[std::int64_t(i)].slice(0, 0, 3).copy_(inside.reshape({-1, 3}).mean(0));
            result.regions.regions.push_back({box, "stripe", 1, "", 0, false});
        }
        return result;
    }

    std::int64_t featureSize() const override { return 4; }
    std::string fingerprint() const override { return "stripes"; }
};

} // namespace vbs
#endif
