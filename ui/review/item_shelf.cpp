#include "ui/review/item_shelf.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kMostShelved = 400;

} // namespace

void putAct(std::vector<Decision>& acts, const Decision& act)
{
    const auto at = std::ranges::lower_bound(acts, act.id, {}, &Decision::id);
    if (at != acts.end() && at->id == act.id)
        *at = act;
    else
        acts.insert(at, act);
}

void ItemShelf::put(const ReviewedItem& item)
{
    const std::uint32_t number = item.item.number;
    std::erase(m_order, number);
    m_order.push_back(number);
    m_items.insert_or_assign(number, item);
    if (m_order.size() > kMostShelved) {
        m_items.erase(m_order.front());
        m_order.pop_front();
    }
}

const ReviewedItem* ItemShelf::find(std::uint32_t number) const
{
    const auto at = m_items.find(number);
    return at == m_items.end() ? nullptr : &at->second;
}

void ItemShelf::take(const Decision& act)
{
    if (const auto at = m_items.find(act.item); at != m_items.end())
        putAct(at->second.acts, act);
}

void ItemShelf::drop(const Decision& act)
{
    if (const auto at = m_items.find(act.item); at != m_items.end())
        std::erase_if(at->second.acts, [&](const Decision& one) { return one.id == act.id; });
}

} // namespace vbs
