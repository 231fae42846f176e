#pragma once

#include "core/engine/inference_backend.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// How the answer's probability goes while regions are hidden in the order of an explanation.
struct HidingCurve {
    std::string method;             ///< an explanation's name, or "random"
    std::vector<std::size_t> order; ///< regions, the most important first; of two pictures the left one's come first
    std::vector<double> deletion;   ///< with 0, 1, … all of them hidden in this order
    std::vector<double> insertion;  ///< with 0, 1, … all of them shown in this order, and nothing else
    double deletionArea = 0;        ///< mean height, 0..1: small where the order is to the point
    double insertionArea = 0;       ///< large where it is
};

struct HidingCurves {
    Answer answer; ///< whose probability it is
    std::vector<HidingCurve> curves;
    std::size_t runs = 0;
};

/// The curves of every explanation that the pack can give, and of one random order to compare with, after Petsiuk, Das
/// and Saenko ("RISE", BMVC 2018). Areas by the trapezoid rule over the share of regions. What the request hides stays
/// hidden in all of them.
/// @throws Error (InvalidArgument) for a task without a single answer, or no region to hide; (Cancelled); as
/// InferenceBackend::run.
HidingCurves hidingCurves(InferenceBackend& engine, const InferenceRequest& request, std::uint64_t seed,
                          const JobControl& control);

} // namespace vbs
