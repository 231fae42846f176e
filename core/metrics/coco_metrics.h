#pragma once

#include "core/metrics/bootstrap.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// The twelve figures of COCO's detection challenge for boxes, as pycocotools' COCOeval computes them
/// (cocodataset/cocoapi, cocoeval.py): AP over ten overlaps from .5 to .95, at .5, at .75, for small, medium and large
/// things; AR for 1, 10 and 100 boxes a picture, and for small, medium and large things. -1 where nothing counts.

/// Double precision throughout: overlaps at a threshold must fall on the reference's side.
struct CocoBox {
    double x = 0, y = 0, width = 0, height = 0;
};

struct CocoTruth {
    CocoBox box;
    double area = 0; ///< of the outline: what decides whether a thing is small
    std::int64_t category = 0;
    bool crowd = false; ///< many things in one box: finding it any number of times is neither right nor wrong
    bool hasId = true;  ///< false for the id 0, which COCOeval takes for "no match"
};

struct CocoFound {
    CocoBox box;
    std::int64_t category = 0;
    double score = 0;
};

struct CocoPicture {
    std::vector<CocoTruth> truth; ///< in the file's order
    std::vector<CocoFound> found; ///< likewise
};

inline constexpr std::size_t kCocoFigures = 12;

/// "AP", "AP50", "AP75", "AP_small", "AP_medium", "AP_large", "AR_1", "AR_10", "AR_100", "AR_small", …
const std::array<const char*, kCocoFigures>& cocoFigureNames();

/// All twelve, and AP by category as a slice. Intervals come from as many drawings of pictures as options say, but from
/// fewer (200 at least; the report tells) where very much was found, so that they take some seconds.
/// @param pictures in the order in which COCOeval takes them: by rising id.
/// @param categories that count, by rising id, with their names.
MetricReport cocoReport(const std::vector<CocoPicture>& pictures,
                        const std::vector<std::pair<std::int64_t, std::string>>& categories,
                        const BootstrapOptions& options);

} // namespace vbs
