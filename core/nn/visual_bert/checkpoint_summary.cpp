#include "core/nn/visual_bert/checkpoint_summary.h"

#include "core/base/error.h"
#include "core/checkpoint/torch_errors.h"
#include "core/nn/visual_bert/visual_bert_inspection.h"

#include <algorithm>
#include <limits>

#include <torch/types.h>

namespace vbs {

namespace {

PublishedCheck checkedAgainst(const SummaryRequest& request, const CheckpointInspection& found)
{
    const std::string path = request.path.string();
    if (found.architecture.empty())
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 is no VisualBERT checkpoint: there is nothing to check.", path));
    const Json table = request.values.empty() ? publishedCheckpoints() : readJsonFile(request.values);
    try {
        const auto candidates = publishedCandidates(table, found.architecture, *found.config);
        const double tolerance = table.value("tolerance", 1e-4);
        const auto network = loadVisualBert(found);
        network->packForInference();
        PublishedCheck best;
        double smallest = std::numeric_limits<double>::infinity();
        for (const auto& entries : candidates) {
            PublishedCheck check{entries.front()->at("name"), tolerance, {}};
            if (!request.published.empty() && check.checkpoint != request.published && candidates.size() > 1)
                continue;
            double largest = 0; // how far it is from holding
            for (const Json* entry : entries) {
                for (PublishedComparison& one :
                     comparePublished(*network, *entry, tolerance, table.value("inputs", Json::object()))) {
                    largest = std::max(largest, one.holds ? 0 : one.largestDifference);
                    check.comparisons.push_back(std::move(one));
                }
            }
            if (best.comparisons.empty() || largest < smallest) {
                smallest = largest;
                best = std::move(check);
            }
        }
        if (best.comparisons.empty())
            throw Error(ErrorCode::Mismatch,
                        sentence("By its hash it is %1, but its class and sizes are not those of that checkpoint.",
                                 request.published));
        return best;
    } catch (const Error& e) {
        throw e.withContext(path);
    } catch (const Json::exception&) {
        throw Error(
            ErrorCode::CorruptData,
            sentence("%1 does not hold expected values in the layout that --values reads.", request.values.string()));
    }
}

} // namespace

CheckpointSummary summarizeCheckpoint(const SummaryRequest& request)
try {
    const CheckpointInspection found = inspectCheckpoint(request.path, request.trunk);
    CheckpointSummary summary;
    summary.format = found.checkpoint.format;
    summary.files = found.checkpoint.files;
    summary.metadata = found.checkpoint.metadata;
    for (const auto& [name, tensor] : found.checkpoint.tensors) {
        summary.tensors.push_back(summaryOf(name, tensor));
        summary.bytes += static_cast<double>(tensor.nbytes());
    }
    for (const ForeignTensor& tensor : found.checkpoint.foreign) {
        summary.tensors.push_back({tensor.name, tensor.type, tensor.shape});
        summary.bytes += static_cast<double>(tensor.bytes);
    }
    summary.architecture = found.architecture;
    summary.family = found.family;
    summary.config = found.config;
    summary.configRead = found.configRead;
    summary.report = found.report;
    summary.notes = found.notes;
    if (request.check)
        summary.check = checkedAgainst(request, found);
    return summary;
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
