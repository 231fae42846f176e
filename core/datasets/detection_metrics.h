#pragma once

#include "core/base/geometry.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vbs {

struct FoundObject {
    Box box;
    int category = 0;
    double score = 0;
    std::vector<int> attributes; ///< one value a kind of attribute
};

struct TrueObject {
    Box box;
    int category = 0;
    std::vector<int> attributes;
};

struct DetectionReport {
    double ap50 = 0;                       ///< mean over the categories that occur
    std::vector<double> ap50OfCategory;    ///< negative where a category does not occur
    double recall = 0;                     ///< share of true objects found with a score of at least .5
    std::vector<double> attributeAccuracy; ///< of the objects found so; one a kind
    double placeAccuracy = 0;
    double exactPictures = 0; ///< share of pictures with every object found and nothing else
    double meanIou = 0;       ///< of the objects found
    std::size_t pictures = 0, objects = 0, missed = 0, extra = 0;
};

/// Average precision at an overlap of .5 (area under the interpolated precision-recall curve, all points) and the
/// accuracy of what else the detector says. A found object counts as right when it overlaps a true object of its
/// category by at least .5 that no better-scored one has taken.
class DetectionMetrics {
public:
    DetectionMetrics(std::size_t categories, std::size_t attributeKinds);

    /// One picture. @param found by falling score.
    void add(const std::vector<FoundObject>& found, const std::vector<TrueObject>& truth, bool placeRight);

    DetectionReport report() const;

    static constexpr double kOverlap = .5;
    static constexpr double kSureScore = .5;

private:
    std::vector<std::vector<std::pair<double, bool>>> m_ranked; ///< score and right or wrong, by category
    std::vector<std::size_t> m_trueOfCategory;
    std::vector<std::size_t> m_attributesRight;
    std::size_t m_pictures = 0, m_objects = 0, m_recalled = 0, m_extra = 0, m_exact = 0, m_placesRight = 0;
    double m_iouSum = 0;
};

/// Area under the interpolated precision-recall curve. @param ranked score and right or wrong, any order.
double averagePrecision(std::vector<std::pair<double, bool>> ranked, std::size_t trueObjects);

} // namespace vbs
