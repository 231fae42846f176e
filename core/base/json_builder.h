#pragma once

#include "core/base/json.h"

#include <limits>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vbs {

/// Builds a tree from a parser's events with a bound on its depth. The library's own builder has no such bound, and
/// for ordered objects it copies all members whenever one is added and looks each key up from the first on.
template <typename AnyJson> class JsonBuilder : public nlohmann::json_sax<AnyJson> {
public:
    using Text = typename AnyJson::string_t;

    /// Stands for NaN and the infinities, which the library's parser does not know. Nobody writes numbers like these.
    static constexpr const char* kNaN = "-0e-90000000000001";
    static constexpr const char* kInfinity = "-0e-90000000000002";
    static constexpr const char* kMinusInfinity = "-0e-90000000000003";

    enum class Fault { None, Syntax, Encoding, Number, Depth };

    Fault fault() const { return m_fault; }
    std::size_t position() const { return m_position; } ///< bytes read when the fault was seen
    AnyJson take() { return std::move(m_root); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(typename AnyJson::number_integer_t value) override { return add(value); }
    bool number_unsigned(typename AnyJson::number_unsigned_t value) override { return add(value); }
    bool number_float(typename AnyJson::number_float_t value, const Text& raw) override
    {
        using Limits = std::numeric_limits<typename AnyJson::number_float_t>;
        if (value == 0 && raw.size() == std::char_traits<char>::length(kNaN)) {
            if (raw == kNaN)
                return add(Limits::quiet_NaN());
            if (raw == kInfinity || raw == kMinusInfinity)
                return add(raw == kInfinity ? Limits::infinity() : -Limits::infinity());
        }
        return add(value);
    }
    bool string(Text& value) override { return add(std::move(value)); }
    bool binary(typename AnyJson::binary_t& value) override { return add(AnyJson(std::move(value))); }

    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool key(Text& value) override
    {
        m_open.back().members.emplace_back(std::move(value), nullptr);
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override
    {
        constexpr int kOutOfRange = 406; // the library's number of "this number is too large"
        m_position = position;
        if (e.id == kOutOfRange)
            m_fault = Fault::Number;
        else
            m_fault =
                std::string_view(e.what()).find("UTF-8") == std::string_view::npos ? Fault::Syntax : Fault::Encoding;
        return false;
    }

private:
    using Members = std::vector<std::pair<Text, AnyJson>>;
    struct Level {
        bool isObject;
        Members members;
        typename AnyJson::array_t items;
    };

    bool add(AnyJson value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (m_open.back().isObject)
            m_open.back().members.back().second = std::move(value);
        else
            m_open.back().items.push_back(std::move(value));
        return true;
    }

    bool open(bool isObject)
    {
        if (m_open.size() == kMaxJsonDepth) {
            m_fault = Fault::Depth;
            return false;
        }
        m_open.push_back({isObject, {}, {}});
        return true;
    }

    bool close()
    {
        Level level = std::move(m_open.back());
        m_open.pop_back();
        return add(level.isObject ? AnyJson(objectOf(std::move(level.members))) : AnyJson(std::move(level.items)));
    }

    static typename AnyJson::object_t objectOf(Members members)
    {
        typename AnyJson::object_t object;
        if constexpr (std::is_same_v<AnyJson, OrderedJson>) {
            object.reserve(members.size()); // its keys are const, so that growing would copy every member
            std::unordered_map<std::string_view, std::size_t> places;
            for (auto& [key, value] : members) {
                const auto [known, isNew] = places.try_emplace(key, object.size());
                if (isNew)
                    static_cast<typename AnyJson::object_t::Container&>(object).emplace_back(key, std::move(value));
                else
                    object.begin()[std::ptrdiff_t(known->second)].second = std::move(value);
            }
        } else {
            for (auto& [key, value] : members)
                object.insert_or_assign(std::move(key), std::move(value));
        }
        return object;
    }

    std::vector<Level> m_open;
    AnyJson m_root;
    std::size_t m_position = 0;
    Fault m_fault = Fault::None;
};

} // namespace vbs
