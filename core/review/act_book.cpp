#include "core/review/act_book.h"

#include "core/review/queue_order.h"

namespace vbs {

std::uint32_t TextBook::add(const std::string& text)
{
    if (const std::uint32_t known = placeOf(text); known != kNone)
        return known;
    const auto place = std::uint32_t(m_texts.size());
    m_places.emplace(m_texts.emplace_back(text), place);
    return place;
}

std::uint32_t TextBook::placeOf(std::string_view text) const
{
    const auto found = m_places.find(text);
    return found == m_places.end() ? kNone : found->second;
}

ActBook::ActBook(std::size_t items, const std::vector<Decision>& decisions) : m_first(items, kEnd)
{
    // The acts of an item, and those of its neighbours, beside one another: queues go through them in order.
    std::vector<std::uint64_t> byItem;
    byItem.reserve(decisions.size());
    for (std::size_t i = 0; i < decisions.size(); ++i)
        byItem.push_back(keyed(decisions[i].item, std::uint32_t(i)));
    for (const std::uint32_t i : numbersByKey(std::move(byItem)))
        put(decisions[i]);
}

void ActBook::put(const Decision& decision)
{
    std::uint32_t* link = &m_first.at(decision.item);
    while (*link != kEnd && m_acts[*link].id < decision.id)
        link = &m_acts[*link].next;
    const bool known = *link != kEnd && m_acts[*link].id == decision.id;
    Act act;
    act.id = decision.id;
    act.next = known ? m_acts[*link].next : *link;
    act.reviewer = m_texts.add(decision.reviewer);
    act.value = m_texts.add(decision.kind == DecisionKind::Comment ? std::string() : decision.value);
    act.kind = decision.kind;
    act.adjudicates = decision.adjudicates;
    act.undone = decision.undone;
    if (known) {
        m_acts[*link] = act;
    } else {
        *link = std::uint32_t(m_acts.size());
        m_acts.push_back(act); // links stay valid: nothing in a deque moves
    }
}

std::vector<Decision> ActBook::of(std::uint32_t item) const
{
    std::vector<Decision> decisions;
    for (std::uint32_t place = m_first.at(item); place != kEnd; place = m_acts[place].next) {
        const Act& act = m_acts[place];
        Decision& decision = decisions.emplace_back();
        decision.id = act.id;
        decision.item = item;
        decision.reviewer = m_texts.at(act.reviewer);
        decision.kind = act.kind;
        decision.value = m_texts.at(act.value);
        decision.adjudicates = act.adjudicates;
        decision.undone = act.undone;
    }
    return decisions;
}

bool ActBook::isDecidedBy(std::uint32_t item, std::uint32_t reviewer) const
{
    for (std::uint32_t place = m_first.at(item); place != kEnd; place = m_acts[place].next) {
        const Act& act = m_acts[place];
        if (act.reviewer == reviewer && !act.undone && decides(act.kind))
            return true;
    }
    return false;
}

bool ActBook::isTagged(std::uint32_t item, std::uint32_t tag) const
{
    bool tagged = false;
    for (std::uint32_t place = m_first.at(item); place != kEnd; place = m_acts[place].next) {
        const Act& act = m_acts[place];
        if (act.value == tag && !act.undone && (act.kind == DecisionKind::Tag || act.kind == DecisionKind::Untag))
            tagged = act.kind == DecisionKind::Tag;
    }
    return tagged;
}

} // namespace vbs
