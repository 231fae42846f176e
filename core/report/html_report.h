#pragma once

#include "core/report/annotate.h"

#include <span>
#include <string>

namespace vbs {

/// One exchange of a report. The pictures are those of the request; without one the entry has none.
struct ReportEntry {
    std::string title;
    const InferenceRequest* request = nullptr; ///< never null
    const InferenceResult* result = nullptr;   ///< never null
};

/// A list of results as one HTML file that needs nothing else: pictures with boxes and heatmap are embedded, answers
/// and weights are tables, colours follow the reader's light or dark preference, there are no scripts, and a policy
/// forbids loading anything. Well-formed XML besides. Every text is escaped.
/// @param look of the heatmaps. @throws Error (InvalidArgument) for a wrong count of weights.
std::string htmlReport(const std::string& title, std::span<const ReportEntry> entries, const HeatLook& look = {});

} // namespace vbs
