#include "core/regions/strangeness_learning.h"

#include "core/regions/extracted_regions.h"

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kPicturesAtOnce = 8;

} // namespace

PictureStrangeness learnPictureStrangeness(RegionExtractor& extractor, std::size_t count,
                                           const std::function<RgbImage(std::size_t)>& pictureAt,
                                           const JobControl& control)
{
    std::vector<ExtractedRegions> learned, measured;
    JobControl quiet;
    quiet.stop = control.stop;
    for (std::size_t start = 0; start < count; start += kPicturesAtOnce) {
        control.throwIfStopped();
        control.report("Looking at the pictures", double(start) / double(count));
        std::vector<RgbImage> pictures;
        for (std::size_t i = start; i < std::min(count, start + kPicturesAtOnce); ++i)
            pictures.push_back(pictureAt(i));
        std::vector<const RgbImage*> batch;
        for (const RgbImage& picture : pictures)
            batch.push_back(&picture);
        std::vector<ExtractedRegions> found = extractor.extractBatch(batch, quiet);
        for (std::size_t i = 0; i < found.size(); ++i) {
            found[i].boxes.reset();
            ((start + i) % 4 == 3 ? measured : learned).push_back(std::move(found[i]));
        }
    }
    control.report("Finding the threshold", 1);
    PictureStrangeness strangeness = PictureStrangeness::fit(learned);
    strangeness.calibrate(measured, kPassingShare);
    return strangeness;
}

} // namespace vbs
