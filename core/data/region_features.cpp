#include "core/data/region_features.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

template <typename T>
void requireLength(const std::vector<T>& values, std::int64_t length, bool mayBeAbsent, const char* name,
                   const std::string& where)
{
    if (static_cast<std::int64_t>(values.size()) == length || (mayBeAbsent && values.empty()))
        return;
    throw Error(ErrorCode::CorruptData,
                sentence("%1: %2 holds %3 values, not %4.", where, name, values.size(), length));
}

void requireFinite(const std::vector<float>& values, std::int64_t perRegion, const char* name, const std::string& where)
{
    const auto bad = std::ranges::find_if(values, [](float value) { return !std::isfinite(value); });
    if (bad == values.end())
        return;
    const std::int64_t region = (bad - values.begin()) / std::max<std::int64_t>(perRegion, 1);
    throw Error(ErrorCode::CorruptData,
                sentence("%1: %2 of region %3 hold a value that is not a finite number.", where, name, region));
}

} // namespace

void checkRegionFeatures(const RegionFeatures& regions, const std::string& where)
{
    if (regions.width <= 0 || regions.height <= 0) {
        throw Error(ErrorCode::CorruptData, sentence("%1: the picture's size is %2 x %3, which is not a valid size.",
                                                     where, regions.width, regions.height));
    }
    requireLength(regions.boxes, 4 * regions.count, false, "boxes", where);
    requireLength(regions.features, regions.count * regions.size, false, "features", where);
    requireLength(regions.scores, regions.count, true, "scores", where);
    requireLength(regions.labels, regions.count, true, "labels", where);
    requireLength(regions.attributes, regions.count, true, "attributes", where);
    requireLength(regions.attributeScores, regions.count, true, "attribute scores", where);
    requireFinite(regions.boxes, 4, "boxes", where);
    requireFinite(regions.features, regions.size, "features", where);
    requireFinite(regions.scores, 1, "scores", where);
    requireFinite(regions.attributeScores, 1, "attribute scores", where);
    for (std::int64_t i = 0; i < regions.count; ++i) {
        const float* box = regions.boxes.data() + 4 * i;
        if (box[2] < box[0] || box[3] < box[1]) {
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: the box of region %2 ends before it begins; boxes are x1 y1 x2 y2.", where, i));
        }
    }
}

void keepFirst(RegionFeatures& regions, std::int64_t count)
{
    if (count >= regions.count)
        return;
    const auto cut = [&](auto& values, std::int64_t perRegion) {
        values.resize(std::min(values.size(), static_cast<std::size_t>(count * perRegion)));
    };
    cut(regions.boxes, 4);
    cut(regions.features, regions.size);
    cut(regions.scores, 1);
    cut(regions.labels, 1);
    cut(regions.attributes, 1);
    cut(regions.attributeScores, 1);
    regions.count = count;
}

} // namespace vbs
