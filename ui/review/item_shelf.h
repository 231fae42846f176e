#pragma once

#include "ui/review/review_state.h"

#include <deque>
#include <map>

namespace vbs {

/// Items of a project on a server, as they were last read: those that come next, and those that were shown. While the
/// server is away a reviewer goes on with them. Acts are kept up.
class ItemShelf {
public:
    void put(const ReviewedItem& item);
    const ReviewedItem* find(std::uint32_t number) const; ///< null: it is not there
    void take(const Decision& act);                       ///< that happened since
    void drop(const Decision& act);                       ///< that has another id now
    void forget(std::uint32_t number) { m_items.erase(number); }

private:
    std::map<std::uint32_t, ReviewedItem> m_items;
    std::deque<std::uint32_t> m_order; ///< in which they came
};

/// Puts an act among an item's others, by ascending id, or in the place of what it was before.
void putAct(std::vector<Decision>& acts, const Decision& act);

} // namespace vbs
