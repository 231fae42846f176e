#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vbs {

/// What a reviewer does with an item. The first four decide it, and the last of them counts.
enum class DecisionKind : std::uint8_t {
    Accept,  ///< the annotation is right, as it was corrected where it was
    Reject,  ///< the item is of no use: exports may leave it out, and it stays as it was in the others
    Unsure,  ///< looked at, and open
    Correct, ///< accepted with another truth; value: see correction.h, "" for the data set's own again
    Flag,
    Unflag,
    Tag,    ///< value: the tag
    Untag,  ///< value: the tag
    Comment ///< value: the text
};

bool decides(DecisionKind kind);

/// "accept", "reject", …: as files and commands have it.
std::string_view nameOf(DecisionKind kind);
std::optional<DecisionKind> decisionKindNamed(std::string_view name);

/// As ISO 8601 has it, to the second: "2026-03-01T12:00:00Z". @param milliseconds since 1970, UTC.
std::string utcTime(std::int64_t milliseconds);

/// One act of a reviewer. Acts are never changed or removed; undoing one marks it.
struct Decision {
    std::int64_t id = 0;    ///< of its store, growing with each act; 0: not stored yet
    std::uint32_t item = 0; ///< its number in the project
    std::string reviewer;
    std::int64_t time = 0; ///< milliseconds since 1970, UTC
    DecisionKind kind = DecisionKind::Accept;
    std::string value;
    bool adjudicates = false; ///< settles what reviewers disagree on
    bool undone = false;

    friend bool operator==(const Decision&, const Decision&) = default;
};

} // namespace vbs
