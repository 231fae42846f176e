#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_types.h"

namespace vbs {

/// The engine as everything above core sees it: standard types only, no tensor.
/// Used by one thread at a time (RequestQueue's worker, or the command line's main thread).
class InferenceBackend {
public:
    virtual ~InferenceBackend() = default;

    /// Loads a pack in full; on an error those that are loaded stay usable. An engine may keep several, and drops those
    /// that were used longest ago when they grow too large together. @throws Error.
    virtual LoadPackResult loadPack(const LoadPackRequest& request, const JobControl& control) = 0;

    /// Answers one request with its pack. Regions are taken from the cache when this picture was
    /// seen before. @throws Error (Cancelled when control.stop was requested; InvalidArgument for a pack that is not
    /// loaded).
    virtual InferenceResult run(const InferenceRequest& request, const JobControl& control) = 0;

    /// Answers all questions, in their order; the same as run one by one unless an engine knows something faster.
    /// @throws Error as run, for the first question that fails.
    virtual std::vector<InferenceResult> runBatch(const std::vector<InferenceRequest>& questions,
                                                  const JobControl& control);

    /// Answers a question and tells what went on inside. @throws Error as run; (UnsupportedFormat) for a network that
    /// cannot be looked into, as which an engine is taken that does not say otherwise.
    virtual Inspection inspect(const InspectRequest& request, const JobControl& control);
};

} // namespace vbs
