#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace vbs {

/// Values by key; those that were used longest ago go when all together cost more than a limit. Used by one thread.
template <typename Value> class RecentlyUsed {
public:
    explicit RecentlyUsed(std::size_t limit) : m_limit(limit) {}

    /// Null when there is none; valid until the next put.
    const Value* find(const std::string& key)
    {
        const auto known = m_index.find(key);
        if (known == m_index.end())
            return nullptr;
        m_items.splice(m_items.begin(), m_items, known->second);
        return &known->second->value;
    }

    /// Replaces what was there. The latest stays, whatever it costs.
    const Value& put(const std::string& key, Value value, std::size_t cost = 1)
    {
        if (const auto known = m_index.find(key); known != m_index.end()) {
            m_cost -= known->second->cost;
            m_items.erase(known->second);
        }
        m_items.push_front({key, std::move(value), cost});
        m_index[key] = m_items.begin();
        m_cost += cost;
        while (m_cost > m_limit && m_items.size() > 1) {
            m_cost -= m_items.back().cost;
            m_index.erase(m_items.back().key);
            m_items.pop_back();
        }
        return m_items.front().value;
    }

private:
    struct Item {
        std::string key;
        Value value;
        std::size_t cost;
    };

    std::size_t m_limit, m_cost = 0;
    std::list<Item> m_items; ///< the latest used first
    std::unordered_map<std::string, typename std::list<Item>::iterator> m_index;
};

} // namespace vbs
