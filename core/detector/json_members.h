#pragma once

#include "core/base/error.h"
#include "core/base/json_shape.h"

#include <set>
#include <string>

namespace vbs {

/// Reads a JSON object's members by key and remembers the keys, so that a misspelt one is found.
class JsonMembers {
public:
    /// @param where stands for the object in messages. @throws Error (InvalidArgument) for anything else.
    JsonMembers(const Json& json, std::string where) : m_json(json), m_where(std::move(where))
    {
        if (!json.is_object())
            throw Error(ErrorCode::InvalidArgument, sentence("%1 must be a JSON object.", m_where));
    }

    /// Leaves value as it is where the key is absent. @throws Error (InvalidArgument) for a wrong type.
    template <typename T> void read(const char* key, T& value)
    {
        const Json* found = child(key);
        if (found == nullptr)
            return;
        if (!JsonShape<T>::fits(*found))
            throw Error(ErrorCode::InvalidArgument, sentence("%1: \"%2\" should be %3, not %4.", m_where, key,
                                                             JsonShape<T>::name(), jsonKind(*found)));
        value = found->template get<T>();
    }

    /// nullptr where the key is absent.
    const Json* child(const char* key)
    {
        m_known.insert(key);
        const auto found = m_json.find(key);
        return found == m_json.end() ? nullptr : &*found;
    }

    /// @throws Error (InvalidArgument) naming a key that nobody asked for.
    void refuseOthers() const
    {
        for (const auto& [key, value] : m_json.items()) {
            if (!m_known.contains(key))
                throw Error(ErrorCode::InvalidArgument, sentence("%1 has an unknown key \"%2\".", m_where, key));
        }
    }

private:
    const Json& m_json;
    std::string m_where;
    std::set<std::string> m_known;
};

} // namespace vbs
