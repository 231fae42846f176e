#pragma once

#include "core/tuning/fine_tuning.h"
#include "core/tuning/tuning_start.h"

#include <string>
#include <vector>

namespace vbs {

/// What makes a run this run: options, data and start.
struct RunIdentity {
    struct Part {
        std::string key;   ///< in run.json
        std::string words; ///< in messages: "list of answers"
        Json value;
        bool hashed = false; ///< the value says nothing to people
    };
    std::vector<Part> parts;

    OrderedJson toJson() const;

    /// @param then what an earlier run's run.json holds. @param folder of the run, for the message.
    /// @throws Error (Mismatch) naming the first part that differs and the way out.
    void requireSame(const Json& then, const std::string& folder) const;
    /// @param first toJson() of the first of several processes. @throws Error (Mismatch) naming what differs.
    void requireSameAsFirst(const Json& first) const;
};

/// @param steps of the whole run. @param fingerprint of the region extractor.
/// @param examples learned from and held out.
RunIdentity identityOf(const FineTuningOptions& options, const TuningStart& start,
                       const std::vector<std::string>& labels, const std::string& fingerprint,
                       std::size_t trainingExamples, std::size_t heldOutExamples, int steps);

} // namespace vbs
