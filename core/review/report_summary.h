#pragma once

#include "core/review/decisions_by_item.h"
#include "core/review/review_metrics.h"

#include <string>

/// The first part of a review's report. For sources only.
namespace vbs::html {

/// Project, data set, model, reviewers with what each decided, and how many items stand how.
std::string projectSection(const ReviewStore& store, const DecisionsByItem& decisions);

/// The model's figures before and after; a sentence where none was asked. @throws Error (Cancelled).
std::string metricsSection(const ReviewStore& store, const BootstrapOptions& options, const JobControl& control);

/// Empty for fewer than two reviewers.
std::string agreementSection(const ReviewStore& store);

} // namespace vbs::html
