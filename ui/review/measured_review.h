#pragma once

#include "core/review/review_metrics.h"

#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// What a project's model is worth, and how far its reviewers agree.
struct MeasuredReview {
    struct Pair {
        std::string one, other;
        std::size_t items = 0; ///< that both decided
        std::optional<double> kappa;
    };

    std::string model;
    std::optional<ReviewMetrics> metrics; ///< nothing: no model was asked. Without figures of single items.
    std::vector<std::string> types;       ///< of items: what a queue can be filtered by
    std::size_t reviewers = 0;            ///< who decided something
    std::vector<Pair> pairs;
    std::optional<double> fleiss, krippendorff; ///< see core/metrics/agreement.h
};

/// Opens the project for itself. A thread's work. @throws Error as openReviewProject and ReviewStore; (Cancelled).
MeasuredReview measureReview(const std::string& where, const BootstrapOptions& options, const JobControl& control);

/// The agreement alone. @throws Error (Cancelled).
void measureAgreement(MeasuredReview& measured, const std::vector<Decision>& decisions, const JobControl& control);

/// Whether the groups of a slice are types of items.
bool isByType(const std::vector<Figure>& slice, const std::vector<std::string>& types);

} // namespace vbs
