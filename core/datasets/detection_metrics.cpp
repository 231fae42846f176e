#include "core/datasets/detection_metrics.h"

#include <algorithm>

namespace vbs {

double averagePrecision(std::vector<std::pair<double, bool>> ranked, std::size_t trueObjects)
{
    if (trueObjects == 0)
        return 0;
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<double> precision, recall;
    std::size_t right = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        right += ranked[i].second ? 1 : 0;
        precision.push_back(double(right) / double(i + 1));
        recall.push_back(double(right) / double(trueObjects));
    }
    for (std::size_t i = precision.size(); i-- > 1;)
        precision[i - 1] = std::max(precision[i - 1], precision[i]);
    double area = 0, last = 0;
    for (std::size_t i = 0; i < precision.size(); ++i) {
        area += precision[i] * (recall[i] - last);
        last = recall[i];
    }
    return area;
}

DetectionMetrics::DetectionMetrics(std::size_t categories, std::size_t attributeKinds)
    : m_ranked(categories), m_trueOfCategory(categories), m_attributesRight(attributeKinds)
{
}

void DetectionMetrics::add(const std::vector<FoundObject>& found, const std::vector<TrueObject>& truth, bool placeRight)
{
    ++m_pictures;
    m_objects += truth.size();
    m_placesRight += placeRight ? 1 : 0;
    for (const TrueObject& object : truth)
        ++m_trueOfCategory.at(static_cast<std::size_t>(object.category));
    std::vector<bool> taken(truth.size());
    std::size_t recalled = 0, extra = 0;
    for (const FoundObject& object : found) {
        std::size_t best = truth.size();
        double bestOverlap = 0;
        for (std::size_t t = 0; t < truth.size(); ++t) {
            if (taken[t] || truth[t].category != object.category)
                continue;
            const double overlap = intersectionOverUnion(object.box, truth[t].box);
            if (overlap >= kOverlap && overlap > bestOverlap) {
                best = t;
                bestOverlap = overlap;
            }
        }
        const bool right = best < truth.size();
        const bool sure = object.score >= kSureScore;
        m_ranked.at(static_cast<std::size_t>(object.category)).emplace_back(object.score, right);
        if (!right) {
            extra += sure ? 1 : 0;
            continue;
        }
        taken[best] = true;
        if (!sure)
            continue;
        ++recalled;
        m_iouSum += bestOverlap;
        for (std::size_t a = 0; a < m_attributesRight.size(); ++a)
            m_attributesRight[a] += object.attributes.at(a) == truth[best].attributes.at(a) ? 1 : 0;
    }
    m_recalled += recalled;
    m_extra += extra;
    m_exact += extra == 0 && recalled == truth.size() ? 1 : 0;
}

DetectionReport DetectionMetrics::report() const
{
    const auto share = [](std::size_t part, std::size_t whole) {
        return whole > 0 ? double(part) / double(whole) : 0.;
    };
    DetectionReport report;
    std::size_t occurring = 0;
    for (std::size_t c = 0; c < m_ranked.size(); ++c) {
        const bool occurs = m_trueOfCategory[c] > 0;
        report.ap50OfCategory.push_back(occurs ? averagePrecision(m_ranked[c], m_trueOfCategory[c]) : -1);
        if (occurs) {
            report.ap50 += report.ap50OfCategory.back();
            ++occurring;
        }
    }
    if (occurring > 0)
        report.ap50 /= double(occurring);
    report.recall = share(m_recalled, m_objects);
    for (std::size_t right : m_attributesRight)
        report.attributeAccuracy.push_back(share(right, m_recalled));
    report.placeAccuracy = share(m_placesRight, m_pictures);
    report.exactPictures = share(m_exact, m_pictures);
    report.meanIou = m_recalled > 0 ? m_iouSum / double(m_recalled) : 0;
    report.pictures = m_pictures;
    report.objects = m_objects;
    report.missed = m_objects - m_recalled;
    report.extra = m_extra;
    return report;
}

} // namespace vbs
