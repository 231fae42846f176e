#include "app/commands/extract_report.h"

#include <cstdio>

namespace vbs {

namespace {

/// Most reasons name the file already.
std::string namedReason(const ExtractionReport::Failure& failure)
{
    const bool names = failure.reason.find(failure.picture) != std::string::npos;
    return names ? failure.reason : failure.picture + ": " + failure.reason;
}

} // namespace

OrderedJson reportJson(const ExtractionReport& report, const ExtractionSetup& setup)
{
    OrderedJson json = {
        {"output", setup.output},
        {"extractor",
         {{"name", setup.extractor}, {"fingerprint", setup.fingerprint}, {"feature_size", setup.featureSize}}},
        {"pictures", report.total},
        {"written", report.written},
        {"already_done", report.alreadyDone},
        {"redone", report.redone},
        {"failed", OrderedJson::array()},
        {"regions", report.regions},
        {"seconds", report.seconds},
        {"stopped", report.stopped},
        {"device", setup.device},
        {"precision", setup.precision}};
    for (const ExtractionReport::Failure& failure : report.failures)
        json["failed"].push_back({{"image", failure.picture}, {"reason", failure.reason}});
    return json;
}

void printReport(const ExtractionReport& report, const std::string& output)
{
    if (report.total > 1)
        for (const ExtractionReport::Failure& failure : report.failures)
            std::fprintf(stderr, "failed: %s\n", namedReason(failure).c_str());
    std::string line = std::to_string(report.written) + (report.written == 1 ? " picture" : " pictures") + " with " +
                       std::to_string(report.regions) + " regions written to " + output + " in " +
                       durationText(report.seconds);
    if (report.alreadyDone > 0)
        line += "; " + std::to_string(report.alreadyDone) + " were there already";
    if (report.redone > 0)
        line +=
            "; " + std::to_string(report.redone) + " of the written ones were there, but damaged or of other settings";
    if (report.total > 1)
        line += "; " + std::to_string(report.failures.size()) + " failed";
    std::fprintf(stderr, "%s.\n", line.c_str());
}

std::string failureSummary(const ExtractionReport& report)
{
    if (report.total == 1)
        return namedReason(report.failures.front());
    return std::to_string(report.failures.size()) + " of " + std::to_string(report.total) +
           " pictures could not be extracted, the first being " + report.failures.front().picture +
           "; everything else is written.";
}

} // namespace vbs
