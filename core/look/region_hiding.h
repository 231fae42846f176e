#pragma once

#include "core/engine/inference_backend.h"

#include <cstddef>
#include <vector>

namespace vbs {

/// A question asked again and again with some regions hidden. Regions are counted over both pictures, the left one's
/// first.
class RegionHiding {
public:
    /// Asks once with nothing hidden but what the request hides. The engine and the request outlive this.
    /// @throws Error as InferenceBackend::run.
    RegionHiding(InferenceBackend& engine, const InferenceRequest& request, const JobControl& control);

    const InferenceResult& first() const { return m_first; }
    std::size_t regions() const { return m_left + m_right; }
    std::vector<std::size_t> shown() const; ///< regions that the request does not hide
    std::size_t runs() const { return m_runs; }

    /// One result a set of hidden regions, in their order. @param sets [set][region], true: hidden. @throws Error as
    /// InferenceBackend::runBatch; (Cancelled).
    std::vector<InferenceResult> run(const std::vector<std::vector<bool>>& sets);

private:
    bool isHidden(std::size_t region) const;
    InferenceRequest hiding(const std::vector<bool>& set) const;

    InferenceBackend& m_engine;
    InferenceRequest m_request; ///< which names the first answer
    JobControl m_quiet;
    InferenceResult m_first;
    std::size_t m_left = 0, m_right = 0;
    std::size_t m_runs = 1;
};

} // namespace vbs
