#pragma once

#include "core/runtime/task_head.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace vbs {

/// How unlike the texts that a pack's models were taught a text is: how many pairs of neighbouring word pieces it has
/// that none of those had. A text of a taught kind has none, whatever things it names; one of another kind nearly
/// always has some, and so has every word that was never learned. Pairs with [MASK] do not count, since it may stand
/// for any word.
class TextStrangeness {
public:
    explicit TextStrangeness(std::int64_t vocabularySize) : m_vocabulary(vocabularySize) {}

    /// Takes the pairs of texts that a task was taught, encoded as they are asked. More than once adds up.
    void learn(Task task, std::span<const EncodedRequest> texts);

    /// Sets how many new pairs are nothing special, so that this share of the texts, which learn() must not have seen,
    /// has no more.
    void calibrate(Task task, std::span<const EncodedRequest> texts, double passing);

    /// >= 0; above 1: strange. Negative for a task whose texts are not known.
    double of(Task task, const EncodedRequest& text) const;

    std::int64_t vocabularySize() const { return m_vocabulary; }

    void write(const std::filesystem::path& file, const std::string& about) const;
    /// @throws Error naming the file.
    static TextStrangeness read(const std::filesystem::path& file);

private:
    struct Known {
        std::vector<std::int64_t> pairs; ///< first piece * m_vocabulary + second; rising
        std::int64_t tolerated = 0;      ///< so many new ones are nothing special
    };
    std::int64_t newPairs(const Known& known, const EncodedRequest& text) const;
    std::vector<std::int64_t> pairsOf(const EncodedRequest& text) const;

    std::int64_t m_vocabulary;
    std::map<Task, Known> m_known;
};

} // namespace vbs
