#include "app/commands/run_report.h"

#include "app/commands/metrics_text.h"
#include "core/base/error.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace {

constexpr std::size_t kFailuresTold = 20, kLongestSliceTold = 8;

} // namespace

void printMerged(const RunMergeReport& report)
{
    std::printf("%zu of %zu items answered, from %zu %s.\n", report.answered, report.items, report.shards,
                report.shards == 1 ? "shard" : "shards");
    std::printf("predictions  %s\n", report.predictions.c_str());
    if (!report.results.empty())
        std::printf("results      %s\n", report.results.c_str());
    if (report.metrics) {
        std::printf("metrics      %s\n", report.metricsFile.c_str());
        printReport(*report.metrics, kLongestSliceTold);
    } else if (!report.unmeasured.empty()) {
        std::printf("not measured: %s\n", report.unmeasured.c_str());
    }
    for (std::size_t i = 0; i < std::min(report.failures.size(), kFailuresTold); ++i)
        std::fprintf(stderr, "not asked: %s: %s\n", report.failures[i].id.c_str(), report.failures[i].reason.c_str());
    if (report.failed > kFailuresTold)
        std::fprintf(stderr, "%zu more stand in %s.\n", report.failed - kFailuresTold, report.failureFile.c_str());
    for (const std::string& remark : report.remarks)
        std::fprintf(stderr, "%s\n", remark.c_str());
    std::fflush(stdout);
}

void requireAllAnswered(const RunMergeReport& report)
{
    if (report.failed == 0)
        return;
    throw Error(ErrorCode::CorruptData, std::to_string(report.failed) + " of " + std::to_string(report.items) +
                                            " items could not be asked and have no answer, the first being " +
                                            report.failures.front().id + "; " + report.failureFile.string() +
                                            " has them all with their reasons, and everything else is written.");
}

} // namespace vbs
