#pragma once

#include "core/metrics/coco_matching.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace vbs {

inline constexpr std::size_t kCocoRecalls = 101; ///< 0, .01 … 1

/// What was found and what is there of one category, in all pictures: small, so that many drawings of pictures can be
/// measured.
class CocoCategory {
public:
    /// @param truth, found of the picture and the category. Pictures are added in their order.
    void add(std::uint32_t picture, const std::vector<const CocoTruth*>& truth,
             const std::vector<const CocoFound*>& found);

    /// Once all pictures are there: ranks what was found by its score, equal ones in the order of pictures.
    void rank();

    /// The precision at each recall, by threshold.
    using Precisions = std::array<std::array<double, kCocoRecalls>, kCocoThresholds>;
    using Recalls = std::array<double, kCocoThresholds>;

    /// @param drawn how often each picture counts. @return whether anything counts in this range of areas.
    bool curves(std::size_t area, std::span<const std::uint32_t> drawn, Precisions& precisions, Recalls& recalls) const;

    /// Recalls in all areas of the best so many of each picture.
    bool recallsOfBest(std::size_t most, std::span<const std::uint32_t> drawn, Recalls& recalls) const;

    std::size_t found() const { return m_found.size(); }
    std::size_t annotated() const { return m_annotated; } ///< crowds included

private:
    struct Found {
        double score;
        std::uint32_t picture;
        std::uint16_t place;                           ///< among those of its picture
        std::array<std::uint16_t, kCocoAreas> right{}; ///< a bit a threshold, by area; neither: ignored
        std::array<std::uint16_t, kCocoAreas> wrong{};
    };
    struct Truths {
        std::uint32_t picture;
        std::array<std::uint32_t, kCocoAreas> counts{};
    };
    double truthsIn(std::size_t area, std::span<const std::uint32_t> drawn) const;

    std::vector<Found> m_found;
    std::vector<Truths> m_truths;
    std::size_t m_annotated = 0;
};

} // namespace vbs
