#pragma once

#include "core/base/json.h"
#include "core/review/standing.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vbs {

/// Which items a queue holds: those that meet all that is set.
struct ReviewFilter {
    std::optional<bool> decided;
    std::optional<Verdict> verdict;
    std::optional<bool> corrected; ///< whether a correction stands
    std::string reviewer;          ///< who decided it
    std::optional<std::string> type;
    std::string tag;
    std::optional<bool> flagged;
    std::optional<bool> commented;
    std::optional<bool> modelRight;     ///< a score of at least .5
    std::optional<bool> peopleDisagree; ///< an annotator's vote differs from the annotation
    std::optional<bool> conflict;       ///< reviewers disagree, and nobody has settled it
    std::optional<bool> faulty;         ///< a picture is missing, the record is damaged …
    std::string words;                  ///< ReviewStore::search

    bool empty() const { return *this == ReviewFilter(); }
    friend bool operator==(const ReviewFilter&, const ReviewFilter&) = default;
};

/// As stores and commands keep it: only what is set.
OrderedJson recordOf(const ReviewFilter& filter);

/// Missing keys are not set. @throws Error (InvalidArgument) naming a key that it does not know, or a value that the
/// key cannot have.
ReviewFilter reviewFilterOfRecord(const Json& record);

} // namespace vbs
