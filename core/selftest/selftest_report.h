#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

enum class SelftestVerdict {
    Passed,
    Failed,
    Told ///< nothing to pass: a speed, or why a check was left out
};

/// What one check found on one device in one precision.
struct SelftestLine {
    std::string check;             ///< its name in the table of checks: "reference"
    std::string what;              ///< of it: "vqa"; may be empty
    std::string device, precision; ///< "cuda:0", "bfloat16"
    SelftestVerdict verdict = SelftestVerdict::Told;
    std::optional<double> measured;
    std::optional<double> atMost, atLeast; ///< what was measured had to be; one of them, or none
    double seconds = 0;
    std::string text; ///< one line for people: what was measured and what it had to be, or what went wrong
};

struct SelftestReport {
    std::vector<SelftestLine> lines;
    double seconds = 0;

    std::size_t count(SelftestVerdict verdict) const;
    /// Whether nothing failed, and anything was checked at all.
    bool passed() const;
    /// {"passed", "seconds", "checks": [{"check", "what"?, "device", "precision", "verdict": "passed", "failed" or
    /// "told", "measured"?, "at_most"?, "at_least"?, "seconds", "text"}]}.
    OrderedJson toJson() const;
};

/// "passed", "failed" or "told".
const char* nameOf(SelftestVerdict verdict);

/// Whether the number keeps to the bound; NaN keeps to none.
SelftestVerdict verdictAtMost(double measured, double bound);
SelftestVerdict verdictAtLeast(double measured, double bound);

} // namespace vbs
