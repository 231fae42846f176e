#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vbs {

/// The word pieces of a model: token ↔ id.
class Vocabulary {
public:
    /// @param file one UTF-8 token a line; the line number, from 0, is the id. A token that stands twice has the
    ///        last line's id.
    /// @throws Error naming the file, and the line where one is at fault.
    explicit Vocabulary(const std::filesystem::path& file);
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    std::optional<std::int64_t> idOf(std::string_view token) const;
    bool contains(std::string_view token) const { return m_ids.find(token) != m_ids.end(); }
    const std::string& tokenOf(std::int64_t id) const; ///< @throws Error (InvalidArgument) when out of range
    std::size_t size() const { return m_tokens.size(); }

private:
    std::vector<std::string> m_tokens;
    /// Looks into m_tokens, whose strings stay where they are.
    std::unordered_map<std::string_view, std::int64_t> m_ids;
};

} // namespace vbs
