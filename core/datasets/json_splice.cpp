#include "core/datasets/json_splice.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vbs {

namespace {

/// Bytes begin … end - 1 of the text.
struct Piece {
    std::size_t begin = 0, end = 0;
};

/// Finds where the members of a valid JSON value stand.
class JsonPlaces {
public:
    explicit JsonPlaces(std::string_view text) : m_text(text) {}

    Piece whole() const
    {
        const std::size_t begin = next(0);
        return {begin, endOf(begin)};
    }

    std::vector<Piece> itemsOf(Piece array) const
    {
        std::vector<Piece> items;
        for (std::size_t at = next(array.begin + 1); m_text[at] != ']';) {
            items.push_back({at, endOf(at)});
            at = next(items.back().end);
            at = m_text[at] == ',' ? next(at + 1) : at;
        }
        return items;
    }

    /// Of a key that is there twice the last one, which counts.
    std::unordered_map<std::string, Piece> membersOf(Piece object) const
    {
        std::unordered_map<std::string, Piece> members;
        for (std::size_t at = next(object.begin + 1); m_text[at] != '}';) {
            const std::size_t keyEnd = endOf(at);
            const std::string key = Json::parse(m_text.substr(at, keyEnd - at), nullptr, false).get<std::string>();
            const std::size_t value = next(next(keyEnd) + 1); // behind the colon
            members[key] = {value, endOf(value)};
            at = next(members[key].end);
            at = m_text[at] == ',' ? next(at + 1) : at;
        }
        return members;
    }

private:
    std::size_t next(std::size_t at) const { return m_text.find_first_not_of(" \t\r\n", at); }

    std::size_t endOfString(std::size_t at) const
    {
        for (++at; m_text[at] != '"'; ++at)
            at += m_text[at] == '\\' ? 1 : 0;
        return at + 1;
    }

    std::size_t endOf(std::size_t at) const
    {
        if (m_text[at] == '"')
            return endOfString(at);
        if (m_text[at] != '{' && m_text[at] != '[')
            return std::min(m_text.find_first_of(",]} \t\r\n", at), m_text.size());
        int depth = 0;
        do {
            const char c = m_text[at];
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at = c == '"' ? endOfString(at) : at + 1;
        } while (depth > 0);
        return at;
    }

    std::string_view m_text;
};

class JsonSplicer {
public:
    explicit JsonSplicer(std::string_view text) : m_text(text), m_places(text) {}

    std::string run(const OrderedJson& before, const OrderedJson& after)
    {
        change(m_places.whole(), before, after);
        return m_result.append(m_text.substr(m_done));
    }

private:
    void put(Piece piece, const std::string& text)
    {
        m_result.append(m_text.substr(m_done, piece.begin - m_done)).append(text);
        m_done = piece.end;
    }

    void change(Piece piece, const OrderedJson& before, const OrderedJson& after)
    {
        if (before == after)
            return;
        if (before.is_array() && after.is_array() && before.size() == after.size()) {
            const std::vector<Piece> items = m_places.itemsOf(piece);
            for (std::size_t i = 0; i < items.size(); ++i)
                change(items[i], before[i], after[i]);
            return;
        }
        const auto stays = [&](const auto& item) { return after.contains(item.first); };
        if (before.is_object() && after.is_object() &&
            std::ranges::all_of(before.get_ref<const OrderedJson::object_t&>(), stays))
            return changeObject(piece, before, after);
        put(piece, after.dump());
    }

    void changeObject(Piece piece, const OrderedJson& before, const OrderedJson& after)
    {
        std::vector<std::pair<Piece, std::string>> changed; // in the order of the text, which repeated keys may disturb
        std::size_t last = piece.begin + 1;
        for (const auto& [key, member] : m_places.membersOf(piece)) {
            last = std::max(last, member.end);
            if (before.at(key) != after.at(key))
                changed.emplace_back(member, key);
        }
        std::ranges::sort(changed, {}, [](const auto& item) { return item.first.begin; });
        for (const auto& [member, key] : changed)
            change(member, before.at(key), after.at(key));
        std::string added;
        for (const auto& [key, value] : after.items())
            if (!before.contains(key))
                added += (before.empty() && added.empty() ? "" : ", ") + OrderedJson(key).dump() + ": " + value.dump();
        if (!added.empty())
            put({last, last}, added);
    }

    std::string_view m_text;
    JsonPlaces m_places;
    std::string m_result;
    std::size_t m_done = 0; ///< bytes of the text that the result has
};

} // namespace

std::string splicedJson(std::string_view text, const OrderedJson& before, const OrderedJson& after)
{
    return JsonSplicer(text).run(before, after);
}

} // namespace vbs
