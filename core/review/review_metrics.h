#pragma once

#include "core/base/progress.h"
#include "core/metrics/agreement.h"
#include "core/metrics/bootstrap.h"
#include "core/review/review_store.h"

#include <string>
#include <vector>

namespace vbs {

/// What the project's model is worth by the official metrics of the data set's kind, over the items that it was asked.
struct ReviewMetrics {
    MetricReport before; ///< compared with the annotation as it was
    MetricReport after;  ///< with the corrections of accepted items, and without rejected ones
    std::size_t items = 0;
};

/// Reads predictions one by one. Of a phrase ten regions are kept; whether any other one fits is known for its boxes as
/// they were, so that the upper bound of those that were corrected is that of the ten. Boxes are small or large by
/// their own areas: a project keeps no outlines, by which COCO's own figures go.
/// @throws Error (InvalidArgument) when no model was asked; (Cancelled).
ReviewMetrics reviewMetricsOf(const ReviewStore& store, const BootstrapOptions& options,
                              const JobControl& control = {});

/// What each reviewer decided, over the items that somebody has decided: the verdict, with the correction where one is
/// accepted.
struct ReviewerRatings {
    std::vector<std::string> reviewers;
    Ratings ratings;
};
ReviewerRatings ratingsOf(const std::vector<Decision>& decisions);

} // namespace vbs
