#include "app/commands/extract_report.h"

#include "core/base/duration_text.h"

#include <cstdio>

namespace vbs {

namespace {

/// Most reasons name the file already.
std::string namedReason(const ExtractionReport::Failure& failure)
{
    const bool names = failure.reason.find(failure.picture) != std::string::npos;
    return names ? failure.reason : failure.picture + ": " + failure.reason;
}

constexpr std::size_t kMostRemarks = 5;

/// What was left out or passed over, and which pictures were told by their names alone.
void printNotes(const ExtractionReport& report, const ExtractionSetup& setup)
{
    for (const std::string& sentence : setup.unlisted)
        std::fprintf(stderr, "failed: %s\n", sentence.c_str());
    for (const auto& [kind, left] : report.leftOut) {
        std::fprintf(stderr, "left out: %s in %d %s, the first in %s.\n", countInWords(kind, left.count).c_str(),
                     left.pictures, left.pictures == 1 ? "picture" : "pictures", left.where.c_str());
    }
    if (!report.otherNames.empty()) {
        const ExtractionReport::OtherName& first = report.otherNames.front();
        std::fprintf(stderr,
                     "%zu %s found by name alone, since the boxes' file names another folder: %s has those of %s.\n",
                     report.otherNames.size(), report.otherNames.size() == 1 ? "picture was" : "pictures were",
                     first.picture.c_str(), first.name.c_str());
    }
    if (!setup.precisionNote.empty())
        std::fprintf(stderr, "%s\n", setup.precisionNote.c_str());
    for (std::size_t i = 0; i < setup.remarks.size() && i < kMostRemarks; ++i)
        std::fprintf(stderr, "%s\n", setup.remarks[i].c_str());
    if (setup.remarks.size() > kMostRemarks)
        std::fprintf(stderr, "%zu more records are skipped.\n", setup.remarks.size() - kMostRemarks);
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
        {"from_cache", report.known},
        {"failed", OrderedJson::array()},
        {"unlisted", setup.unlisted},
        {"left_out", OrderedJson::array()},
        {"matched_by_name", OrderedJson::array()},
        {"remarks", setup.remarks},
        {"regions", report.regions},
        {"seconds", report.seconds},
        {"stopped", report.stopped},
        {"device", setup.device},
        {"precision", setup.precision}};
    if (!setup.precisionNote.empty())
        json["precision_note"] = setup.precisionNote;
    for (const ExtractionReport::Failure& failure : report.failures)
        json["failed"].push_back({{"image", failure.picture}, {"reason", failure.reason}});
    for (const auto& [kind, left] : report.leftOut)
        json["left_out"].push_back(
            {{"what", kind}, {"count", left.count}, {"pictures", left.pictures}, {"first", left.where}});
    for (const ExtractionReport::OtherName& other : report.otherNames)
        json["matched_by_name"].push_back({{"image", other.picture}, {"name", other.name}});
    return json;
}

void printReport(const ExtractionReport& report, const ExtractionSetup& setup)
{
    if (report.total > 1)
        for (const ExtractionReport::Failure& failure : report.failures)
            std::fprintf(stderr, "failed: %s\n", namedReason(failure).c_str());
    printNotes(report, setup);
    std::string line = std::to_string(report.written) + (report.written == 1 ? " picture" : " pictures") + " with " +
                       std::to_string(report.regions) + " regions written to " + setup.output + " in " +
                       durationText(report.seconds);
    if (report.alreadyDone > 0)
        line += "; " + std::to_string(report.alreadyDone) + " were already done";
    if (report.known > 0)
        line += "; " + std::to_string(report.known) + " of the written ones came from the cache";
    if (report.redone > 0)
        line += "; " + std::to_string(report.redone) + " of the written ones replaced damaged or outdated ones";
    if (report.total > 1)
        line += "; " + std::to_string(report.failures.size()) + " failed";
    std::fprintf(stderr, "%s.\n", line.c_str());
}

std::string failureSummary(const ExtractionReport& report, const ExtractionSetup& setup)
{
    if (report.failures.empty() && setup.unlisted.empty())
        return {};
    if (report.failures.empty()) {
        return std::to_string(setup.unlisted.size()) + " of the folders cannot be read, so the pictures in them are " +
               "missing. " + setup.unlisted.front();
    }
    if (report.total == 1)
        return namedReason(report.failures.front());
    return std::to_string(report.failures.size()) + " of " + std::to_string(report.total) +
           " pictures could not be extracted, the first being " + report.failures.front().picture +
           "; everything else is written.";
}

} // namespace vbs
