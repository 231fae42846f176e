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
};

OrderedJson reportJson(const ExtractionReport& report, const ExtractionSetup& setup);

/// The failed pictures with their reasons, then one line about the rest, on standard error.
void printReport(const ExtractionReport& report, const std::string& output);

/// One sentence on the failures, for the error that ends the command.
std::string failureSummary(const ExtractionReport& report);

} // namespace vbs
