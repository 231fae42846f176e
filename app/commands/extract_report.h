#pragma once

#include "core/base/json.h"
#include "core/regions/extraction_run.h"

#include <string>

namespace vbs {

/// What the machine-readable report says besides what happened.
struct ExtractionSetup {
    std::string extractor, fingerprint;
    std::int64_t featureSize = 0;
    std::string output, device, precision;
    std::string precisionNote;         ///< see precisionNote(); empty: none
    std::vector<std::string> remarks;  ///< on the boxes' file
    std::vector<std::string> unlisted; ///< sentences on folders that cannot be read
};

OrderedJson reportJson(const ExtractionReport& report, const ExtractionSetup& setup);

/// The failed pictures with their reasons, what was left out, then one line about the rest, on standard error.
void printReport(const ExtractionReport& report, const ExtractionSetup& setup);

/// One sentence on the failures, for the error that ends the command; empty when there are none.
std::string failureSummary(const ExtractionReport& report, const ExtractionSetup& setup);

} // namespace vbs
