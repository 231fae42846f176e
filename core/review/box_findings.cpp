#include "core/review/box_findings.h"

#include <algorithm>
#include <tuple>

namespace vbs {

namespace {

constexpr float kPaired = .5f, kTight = .75f, kTouching = .3f;
constexpr float kSureScore = .5f, kSomething = .2f;
constexpr double kSpuriousWeight = .8; ///< detectors miss more than they invent

struct BoxPairs {
    std::vector<int> regionOf; ///< by box; -1: none
    std::vector<int> boxOf;    ///< by region
};

/// By falling overlap, each box and each region once. What the detector hardly believes takes no part: it would keep a
/// surer region from its box.
BoxPairs pairsOf(const std::vector<LabelledBox>& boxes, const std::vector<Region>& regions)
{
    std::vector<std::tuple<bool, float, int, int>> overlaps; // those by half first
    for (int box = 0; box < int(boxes.size()); ++box)
        for (int i = 0; i < int(regions.size()); ++i) {
            const Region& region = regions[std::size_t(i)];
            const LabelledBox& drawn = boxes[std::size_t(box)];
            const float overlap = intersectionOverUnion(drawn.box, region.box);
            const bool shifted = overlap >= kTouching && region.score >= kSureScore && region.label == drawn.label;
            if (!region.wholeImage && region.score >= kSomething && (overlap >= kPaired || shifted))
                overlaps.emplace_back(overlap < kPaired, -overlap, box, i);
        }
    std::ranges::sort(overlaps);
    BoxPairs pairs{std::vector<int>(boxes.size(), -1), std::vector<int>(regions.size(), -1)};
    for (const auto& [shifted, overlap, box, region] : overlaps)
        if (pairs.regionOf[std::size_t(box)] < 0 && pairs.boxOf[std::size_t(region)] < 0) {
            pairs.regionOf[std::size_t(box)] = region;
            pairs.boxOf[std::size_t(region)] = box;
        }
    return pairs;
}

/// Whether a box is about this region, or about the same thing as it.
bool isDrawn(const Region& region, const std::vector<LabelledBox>& boxes)
{
    return std::ranges::any_of(boxes, [&](const LabelledBox& box) {
        return intersectionOverUnion(box.box, region.box) >= (box.label == region.label ? kTouching : kPaired);
    });
}

/// Whether the detector sees anything at a box.
bool isSeen(const LabelledBox& box, const std::vector<Region>& regions)
{
    return std::ranges::any_of(regions, [&](const Region& region) {
        return region.score >= kSomething && !region.wholeImage &&
               intersectionOverUnion(box.box, region.box) >= kTouching;
    });
}

} // namespace

std::vector<BoxFinding> findingsOf(const std::vector<LabelledBox>& boxes, const std::vector<Region>& regions,
                                   const std::set<std::string>& knownLabels)
{
    const BoxPairs pairs = pairsOf(boxes, regions);
    std::vector<BoxFinding> findings;
    for (int i = 0; i < int(regions.size()); ++i) {
        const Region& region = regions[std::size_t(i)];
        if (region.score >= kSureScore && !region.wholeImage && !isDrawn(region, boxes))
            findings.push_back({BoxFindingKind::Missed, i, -1, region.score});
    }
    for (int i = 0; i < int(boxes.size()); ++i) {
        const LabelledBox& box = boxes[std::size_t(i)];
        const int pair = pairs.regionOf[std::size_t(i)];
        if (pair < 0) {
            if (!isSeen(box, regions))
                findings.push_back({BoxFindingKind::Spurious, -1, i, kSpuriousWeight});
            continue;
        }
        const Region& region = regions[std::size_t(pair)];
        const float overlap = intersectionOverUnion(box.box, region.box);
        if (region.label != box.label) {
            if (knownLabels.contains(box.label))
                findings.push_back({BoxFindingKind::LabelDiffers, pair, i, region.score});
        } else if (overlap < kTight) {
            findings.push_back({BoxFindingKind::Loose, pair, i, 1 - double(overlap)});
        }
    }
    std::ranges::stable_sort(findings, std::greater(), &BoxFinding::weight);
    return findings;
}

std::string inWords(const BoxFinding& finding, const std::vector<LabelledBox>& boxes,
                    const std::vector<Region>& regions)
{
    const std::string box = finding.box < 0 ? "" : boxes.at(std::size_t(finding.box)).label;
    const std::string region = finding.region < 0 ? "" : regions.at(std::size_t(finding.region)).label;
    switch (finding.kind) {
    case BoxFindingKind::Missed:
        return "missed: " + region;
    case BoxFindingKind::Spurious:
        return "spurious: " + box;
    case BoxFindingKind::LabelDiffers:
        return box + ": " + region + "?";
    case BoxFindingKind::Loose:
        return "loose: " + box;
    }
    return "";
}

} // namespace vbs
