#pragma once

#include "core/review/decision.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vbs {

/// Texts by whole numbers; each is kept once.
class TextBook {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    std::uint32_t add(const std::string& text);
    const std::string& at(std::uint32_t place) const { return m_texts.at(place); }
    std::uint32_t placeOf(std::string_view text) const; ///< kNone for one that is not there

private:
    std::deque<std::string> m_texts; ///< stay where they are
    std::unordered_map<std::string_view, std::uint32_t> m_places;
};

/// What reviewers did with each item of a project: four bytes an item and 24 an act, and each name, tag and correction
/// once. When it was, and the text of comments, stays in the store.
class ActBook {
public:
    /// @param decisions of those items, in any order.
    ActBook(std::size_t items, const std::vector<Decision>& decisions);

    /// Takes in a new act; one with the id of another takes its place.
    void put(const Decision& decision);

    bool hasAny(std::uint32_t item) const { return m_first[item] != kEnd; }
    /// By ascending id, undone ones included.
    std::vector<Decision> of(std::uint32_t item) const;

    /// How a name or a tag is asked for below.
    std::uint32_t placeOf(std::string_view text) const { return m_texts.placeOf(text); }
    /// Whether a reviewer's decision stands.
    bool isDecidedBy(std::uint32_t item, std::uint32_t reviewer) const;
    bool isTagged(std::uint32_t item, std::uint32_t tag) const;

private:
    struct Act {
        std::int64_t id = 0;
        std::uint32_t next = kEnd; ///< of the same item
        std::uint32_t reviewer = 0, value = 0;
        DecisionKind kind = DecisionKind::Accept;
        bool adjudicates = false, undone = false;
    };
    static constexpr std::uint32_t kEnd = 0xFFFFFFFF;

    std::vector<std::uint32_t> m_first; ///< by item: place in m_acts
    std::deque<Act> m_acts;
    TextBook m_texts;
};

} // namespace vbs
