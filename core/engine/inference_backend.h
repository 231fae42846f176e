#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_types.h"

namespace vbs {

/// The engine as everything above core sees it: standard types only, no tensor.
/// Used by one thread at a time (RequestQueue's worker, or the command line's main thread).
class InferenceBackend {
public:
    virtual ~InferenceBackend() = default;

    /// Loads a pack in full, then replaces the one before; on an error the old one stays usable.
    /// @throws Error.
    virtual LoadPackResult loadPack(const LoadPackRequest& request, const JobControl& control) = 0;

    /// Answers one request with the loaded pack. Regions are taken from the cache when this picture was
    /// seen before. @throws Error (Cancelled when control.stop was requested).
    virtual InferenceResult run(const InferenceRequest& request, const JobControl& control) = 0;
};

} // namespace vbs
