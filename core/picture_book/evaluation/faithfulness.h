#pragma once

#include "core/base/json.h"
#include "core/engine/inference_backend.h"
#include "core/explain/removal_curve.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

struct FaithfulnessOptions {
    int questions = 300; ///< drawn evenly over the types
    int scenes = 300;
    std::uint64_t seed = 424242;
    std::size_t steps = 10; ///< of the curves that are reported
};

/// How well each way of explaining an answer finds the regions that it hangs on: regions are hidden from the model in
/// the order of their weights, and the answers checked after each.
struct Faithfulness {
    struct Method {
        std::string name;                               ///< "attention" …; "random": an order by chance
        Estimate mostFirst, leastFirst;                 ///< areas under the accuracy curves: small and large are good
        Estimate mostAgainstRandom, leastAgainstRandom; ///< differences from the random order, on the same questions
        Estimate mostAgainstAttention, leastAgainstAttention; ///< and from mean attention
        std::vector<double> mostCurve, leastCurve;            ///< accuracy with 0, 1/steps … all regions hidden
    };
    int questions = 0;
    std::vector<Method> methods;

    OrderedJson toJson() const;
};

/// @throws Error (Cancelled, or what the engine throws).
Faithfulness measureFaithfulness(InferenceBackend& engine, const FaithfulnessOptions& options,
                                 const JobControl& control);

} // namespace vbs
