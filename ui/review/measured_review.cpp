#include "ui/review/measured_review.h"

#include "core/base/error.h"
#include "ui/store/review_project_file.h"

#include <algorithm>

namespace vbs {

MeasuredReview measureReview(const std::string& where, const BootstrapOptions& options, const JobControl& control)
{
    const auto store = openReviewProject(where);
    MeasuredReview measured;
    measured.model = store->project().model;
    measureAgreement(measured, store->decisions(), control);
    measured.types = store->summaries().types;
    try {
        measured.metrics = reviewMetricsOf(*store, options, control);
        for (MetricReport* report : {&measured.metrics->before, &measured.metrics->after})
            report->items = {};
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidArgument) // that: no model was asked
            throw;
    }
    return measured;
}

void measureAgreement(MeasuredReview& measured, const std::vector<Decision>& decisions, const JobControl& control)
{
    const auto [reviewers, ratings] = ratingsOf(decisions);
    measured.reviewers = reviewers.size();
    for (std::size_t i = 0; i < reviewers.size(); ++i) {
        for (std::size_t j = i + 1; j < reviewers.size(); ++j) {
            control.throwIfStopped();
            MeasuredReview::Pair pair{reviewers[i], reviewers[j], 0, cohenKappa(ratings[i], ratings[j])};
            for (std::size_t item = 0; item < ratings[i].size(); ++item)
                pair.items += ratings[i][item] && ratings[j][item] ? 1 : 0;
            measured.pairs.push_back(std::move(pair));
        }
    }
    control.throwIfStopped();
    measured.fleiss = fleissKappa(ratings);
    measured.krippendorff = krippendorffAlpha(ratings);
}

bool isByType(const std::vector<Figure>& slice, const std::vector<std::string>& types)
{
    return !slice.empty() && std::ranges::all_of(slice, [&](const Figure& figure) {
        return std::ranges::find(types, figure.name) != types.end();
    });
}

} // namespace vbs
