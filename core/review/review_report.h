#pragma once

#include "core/base/progress.h"
#include "core/metrics/bootstrap.h"
#include "core/review/review_store.h"

#include <string>

namespace vbs {

struct ReviewReportOptions {
    std::size_t pictures = 300; ///< embedded at most, in the order of the page; of the others stand the names
    BootstrapOptions bootstrap;
};

/// A review as one HTML page that needs nothing else, for people: the project, how many items stand how, the model's
/// metrics before and after, how far reviewers agree, and every item that was changed, rejected, left open, flagged or
/// commented on, with its pictures and boxes, before and after, and who did what when. No scripts, a policy that
/// forbids loading anything, light or dark as the reader prefers; well-formed XML besides. Every text is escaped.
/// Pictures that cannot be read are no error: the page says so in their places.
/// @throws Error (CorruptData) naming an item whose correction is damaged; as ReviewStore; (Cancelled).
std::string reviewReport(const ReviewStore& store, const ReviewReportOptions& options, const JobControl& control = {});

} // namespace vbs
