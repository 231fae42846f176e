#pragma once

#include "core/review/decision.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

enum class Verdict { Undecided, Accepted, Rejected, Unsure };

/// "undecided", "accepted", …
std::string_view nameOf(Verdict verdict);
std::optional<Verdict> verdictNamed(std::string_view name);

/// How an item stands after what its reviewers did.
struct Standing {
    Verdict verdict = Verdict::Undecided; ///< Undecided also while fewer than wanted have decided, or they disagree
    std::string correction;               ///< that stands: see correction.h; "": none. Exports apply it when accepted.
    bool conflict = false;                ///< reviewers disagree, and nobody has settled it
    bool flagged = false;
    std::set<std::string> tags;
    std::vector<std::string> reviewers; ///< who decided, in the order of their last decisions
    std::size_t comments = 0;

    friend bool operator==(const Standing&, const Standing&) = default;
};

/// How an item stands. Of a reviewer the last decision counts; the correction is that of the last Correct, also when
/// something else was decided after it. Where one reviewer is wanted, whoever decides sees what the others left and
/// decides on that: the last decision of all counts, with the last correction of all. Where several are, each decides
/// for himself; once so many have, the item is decided if all who did have the same verdict and correction, and in
/// conflict if not. Acts that adjudicate count above all others, and among themselves as where one is wanted. Flags,
/// tags and comments are everybody's.
/// @param decisions of the item by ascending id; those that are undone count nothing.
Standing standingOf(std::span<const Decision> decisions, int reviewersWanted);

} // namespace vbs
