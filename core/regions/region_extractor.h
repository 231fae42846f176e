#pragma once

#include "core/base/json.h"
#include "core/base/progress.h"
#include "core/checkpoint/torch_forward.h"
#include "core/engine/inference_types.h"
#include "core/image/rgb_image.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

struct ExtractedRegions;

/// Finds and describes the regions of pictures. Used by one thread at a time.
class RegionExtractor {
public:
    virtual ~RegionExtractor() = default;

    /// @throws Error (Cancelled between its stages; InvalidArgument for an empty picture).
    virtual ExtractedRegions extract(const RgbImage& image, const JobControl& control) = 0;

    /// Several pictures in one pass; the same as one by one but for rounding.
    virtual std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                                       const JobControl& control) = 0;

    /// Regions that the caller chose instead of finding any: exactly these boxes in this order, after the whole-image
    /// region where the extractor has one; labels, scores and attributes where the network gives them for a box.
    /// @param boxes pixels of the picture; what lies outside it is cut off.
    /// @throws Error (InvalidArgument) naming a box without area inside the picture; as extract().
    virtual ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes,
                                      const JobControl& control) = 0;

    /// Numbers per region; must be the model's visual_embedding_dim.
    virtual std::int64_t featureSize() const = 0;

    /// Tells extractors apart whose regions may differ: configuration and weights, hashed.
    virtual std::string fingerprint() const = 0;

    /// The same for one picture: where more than its pixels decides (a look-up by name), that too.
    virtual std::string fingerprintFor(const RgbImage& image) const { return fingerprint(); }

    /// Whether a store keeps what it finds. What is only looked up lies on the disk already, and may change there.
    virtual bool isWorthKeeping() const { return true; }
};

/// The boxes cut to the picture. @throws Error (InvalidArgument) naming the first one without area inside it.
std::vector<Box> boxesInside(const std::vector<Box>& boxes, const RgbImage& image);

/// Boxes as a float [n, 4] tensor, and back.
at::Tensor tensorOfBoxes(const std::vector<Box>& boxes);
std::vector<Box> boxesOfTensor(const at::Tensor& boxes);

/// Makes the extractor that a configuration describes: "kind" chooses it; "weights" is whatever readCheckpoint() reads,
/// absolute or in the folder; "precision" is "float32" or "bfloat16", which is used where the device computes faster
/// with it. The other keys belong to the kind: those of DetectorConfig, VgDetectorConfig and ResNetExtractorConfig.
/// @param extractorConfig contents of the pack's extractor/config.json, or of publishedExtractorConfig().
/// @param packFolder that file's folder.
/// @throws Error: unknown kind, wrong configuration, missing or unfitting weights, with file and key named.
std::unique_ptr<RegionExtractor>
createRegionExtractor(const Json& extractorConfig, const std::filesystem::path& packFolder, const c10::Device& device);

} // namespace vbs
