#pragma once

#include "core/report/annotate.h"

#include <span>
#include <string>
#include <vector>

namespace vbs {

/// One exchange of a report. The pictures are those of the request; without one the entry has none. Texts that are
/// empty are left out.
struct ReportEntry {
    std::string title;
    const InferenceRequest* request = nullptr; ///< never null
    const InferenceResult* result = nullptr;   ///< never null
    std::vector<std::string> pictures{};       ///< their names
    std::string date{};                        ///< for people
    std::string pack{};                        ///< its title
    std::string regions{};                     ///< how many, in words
};

/// A list of results as one HTML file that needs nothing else: pictures are embedded, each once, with boxes and heatmap
/// drawn over them as SVG, answers and weights are tables, colours follow the reader's light or dark preference, there
/// are no scripts, and a policy forbids loading anything. Well-formed XML besides. Every text is escaped.
/// @param look of the heatmaps. @throws Error (InvalidArgument) for a wrong count of weights.
std::string htmlReport(const std::string& title, std::span<const ReportEntry> entries, const HeatLook& look = {});

} // namespace vbs
