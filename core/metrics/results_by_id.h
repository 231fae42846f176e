#pragma once

#include "core/base/error.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vbs {

/// Ids for a message: the first few, and how many there are.
class NamedIds {
public:
    void add(const std::string& id)
    {
        if (m_first.size() < kNamed)
            m_first.push_back(id);
        ++m_count;
    }
    std::size_t count() const { return m_count; }

    /// "the question 7"; "3 questions (7, 8, 9)"; "12 questions (1, 2, 3, 4, 5 and 7 more)".
    std::string inWords(const std::string& what) const
    {
        if (m_count == 1)
            return "the " + what + " " + m_first.front();
        std::string list;
        for (const std::string& id : m_first)
            list += (list.empty() ? "" : ", ") + id;
        if (m_count > m_first.size())
            list += " and " + std::to_string(m_count - m_first.size()) + " more";
        return std::to_string(m_count) + " " + what + "s (" + list + ")";
    }

private:
    static constexpr std::size_t kNamed = 5;
    std::vector<std::string> m_first;
    std::size_t m_count = 0;
};

/// What a report says of items without a result.
inline void noteMissing(std::size_t missing, const std::string& what, std::vector<std::string>& remarks)
{
    if (missing > 0)
        remarks.push_back(std::to_string(missing) + " " + what +
                          (missing == 1 ? " has no result and is left out." : "s have no result and are left out."));
}

/// Results by the item's id, each of which has to be asked for.
template <typename Result> class ResultsById {
public:
    /// @param what an item is called: "question".
    ResultsById(std::filesystem::path file, std::string what) : m_file(std::move(file)), m_what(std::move(what)) {}

    /// @throws Error (Mismatch) for an id that is there already.
    void add(const std::string& id, Result result)
    {
        if (!m_places.try_emplace(id, m_results.size()).second)
            throw Error(ErrorCode::Mismatch,
                        sentence("%1 has the %2 %3 twice: take one of the two out.", m_file, m_what, id));
        m_results.push_back({id, std::move(result), false});
    }

    /// The result for an item of the data set; nothing where there is none, which is remembered.
    /// @throws Error (Mismatch) for one that was asked for already.
    const Result* take(const std::string& id, const std::filesystem::path& dataset)
    {
        const auto found = m_places.find(id);
        if (found == m_places.end()) {
            m_missing.add(id);
            return nullptr;
        }
        Kept& kept = m_results[found->second];
        if (kept.taken)
            throw Error(ErrorCode::Mismatch,
                        sentence("%1 has the %2 %3 twice: take one of the two out.", dataset, m_what, id));
        kept.taken = true;
        return &kept.result;
    }

    /// @throws Error (Mismatch) naming items without a result, and results without an item; (CorruptData) for files
    /// that hold nothing.
    /// @param partial items without a result are no error. @return how many there are.
    std::size_t requireFit(const std::filesystem::path& dataset, bool partial = false) const
    {
        if (m_results.empty())
            throw Error(ErrorCode::CorruptData, sentence("%1 holds no results.", m_file));
        NamedIds unknown;
        for (const Kept& kept : m_results)
            if (!kept.taken)
                unknown.add(kept.id);
        if (unknown.count() == m_results.size() && m_missing.count() == 0)
            throw Error(ErrorCode::CorruptData, sentence("%1 has nothing to measure.", dataset));
        if (m_missing.count() > 0 && !partial)
            throw Error(ErrorCode::Mismatch, sentence("%1 lacks %2 of %3: every one needs a result.", m_file,
                                                      m_missing.inWords(m_what), dataset));
        if (unknown.count() > 0)
            throw Error(ErrorCode::Mismatch,
                        sentence("%1 has %2, which %3 has not: name the files that belong together.", m_file,
                                 unknown.inWords(m_what), dataset));
        return m_missing.count();
    }

private:
    struct Kept {
        std::string id;
        Result result;
        bool taken = false;
    };
    std::filesystem::path m_file;
    std::string m_what;
    std::vector<Kept> m_results;
    std::unordered_map<std::string, std::size_t> m_places;
    NamedIds m_missing;
};

} // namespace vbs
