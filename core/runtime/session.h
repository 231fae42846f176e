#pragma once

#include "core/runtime/backend_factory.h"

#include <memory>

namespace vbs {

/// The engine: the extractors, tokenizers and networks of the packs that are loaded, and the cache of region features.
/// Packs stay loaded until they are larger together than BackendOptions::packBytes; then the one that was used longest
/// ago goes, but never the one that was loaded last. One thread at a time. No tensor leaves it.
class Session : public InferenceBackend {
public:
    /// @throws Error (InvalidArgument) for an unknown device or precision.
    explicit Session(const BackendOptions& options);
    ~Session() override;

    LoadPackResult loadPack(const LoadPackRequest& request, const JobControl& control) override;
    InferenceResult run(const InferenceRequest& request, const JobControl& control) override;
    /// Questions of one pack and task go through the network together, unless they are to be explained.
    std::vector<InferenceResult> runBatch(const std::vector<InferenceRequest>& questions,
                                          const JobControl& control) override;
    Inspection inspect(const InspectRequest& request, const JobControl& control) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vbs
