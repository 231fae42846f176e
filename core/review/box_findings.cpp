#include "core/review/box_findings.h"

#include <algorithm>
#include <tuple>

namespace vbs {

namespace {

constexpr float kPaired = .5f, kTight = .75f, kCovered = .3f;
constexpr float kSureScore = .5f, kSomething = .2f;
constexpr double kSpuriousWeight = .8; ///< detectors miss more than they invent

struct BoxPairs {
    std::vector<int> regionOf; ///< by box; -1: none
    std::vector<int> boxOf;    ///< by region
};

BoxPairs pairsOf(const std::vector<LabelledBox>& boxes, const std::vector<Region>& regions)
{
    std::vector<std::tuple<float, int, int>> overlaps;
    for (int box = 0; box < int(boxes.size()); ++box)
        for (int region = 0; region < int(regions.size()); ++region) {
            const float overlap = intersectionOverUnion(boxes[std::size_t(box)].box, regions[std::size_t(region)].box);
            if (overlap >= kPaired && !regions[std::size_t(region)].wholeImage)
                overlaps.emplace_back(-overlap, box, region);
        }
    std::ranges::sort(overlaps);
    BoxPairs pairs{std::vector<int>(boxes.size(), -1), std::vector<int>(regions.size(), -1)};
    for (const auto& [overlap, box, region] : overlaps)
        if (pairs.regionOf[std::size_t(box)] < 0 && pairs.boxOf[std::size_t(region)] < 0) {
            pairs.regionOf[std::size_t(box)] = region;
            pairs.boxOf[std::size_t(region)] = box;
        }
    return pairs;
}

} // namespace

std::vector<BoxFinding> findingsOf(const std::vector<LabelledBox>& boxes, const std::vector<Region>& regions,
                                   const std::set<std::string>& knownLabels)
{
    const BoxPairs pairs = pairsOf(boxes, regions);
    std::vector<BoxFinding> findings;
    for (int i = 0; i < int(regions.size()); ++i) {
        const Region& region = regions[std::size_t(i)];
        const auto covers = [&](const LabelledBox& box) {
            return intersectionOverUnion(box.box, region.box) >= kCovered;
        };
        if (pairs.boxOf[std::size_t(i)] < 0 && region.score >= kSureScore && !region.wholeImage &&
            std::ranges::none_of(boxes, covers))
            findings.push_back({BoxFindingKind::Missed, i, -1, region.score});
    }
    for (int i = 0; i < int(boxes.size()); ++i) {
        const LabelledBox& box = boxes[std::size_t(i)];
        const int pair = pairs.regionOf[std::size_t(i)];
        const auto shows = [&](const Region& region) {
            return region.score >= kSomething && !region.wholeImage &&
                   intersectionOverUnion(box.box, region.box) >= kCovered;
        };
        if (pair < 0) {
            if (std::ranges::none_of(regions, shows))
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
