#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// The regions of one picture with their features, as feature files hold them: row i of every array belongs
/// to region i. An array that a file does not have is empty.
struct RegionFeatures {
    std::string image;                    ///< the picture's name or id
    int width = 0, height = 0;            ///< of the original picture
    std::int64_t count = 0;               ///< regions
    std::int64_t size = 0;                ///< numbers a region; 0 only without regions
    std::vector<float> boxes;             ///< [count, 4], x1 y1 x2 y2 in pixels of the original picture
    std::vector<float> features;          ///< [count, size]
    std::vector<float> scores;            ///< [count]
    std::vector<std::int64_t> labels;     ///< [count], the network's own ids
    std::vector<std::int64_t> attributes; ///< [count], likewise; -1: none
    std::vector<float> attributeScores;   ///< [count]
};

/// Checks that the arrays have their lengths and hold finite numbers, and that no box is turned inside out.
/// @param where names the file and the row. @throws Error (CorruptData) that names the array and the region.
void checkRegionFeatures(const RegionFeatures& regions, const std::string& where);

/// Leaves the first regions only.
void keepFirst(RegionFeatures& regions, std::int64_t count);

} // namespace vbs
