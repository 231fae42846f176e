#pragma once

#include "core/runtime/backend_factory.h"

#include <memory>

namespace vbs {

/// The engine: a pack's extractor, tokenizer and task models, and the cache of region features.
/// One thread at a time. No tensor leaves it.
class Session : public InferenceBackend {
public:
    /// @throws Error (InvalidArgument) for an unknown device or precision.
    explicit Session(const BackendOptions& options);
    ~Session() override;

    LoadPackResult loadPack(const LoadPackRequest& request, const JobControl& control) override;
    InferenceResult run(const InferenceRequest& request, const JobControl& control) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vbs
