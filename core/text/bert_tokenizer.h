#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// Where a word piece stands in the text it came from.
struct TokenOffset {
    int sequence = -1;              ///< 0: text, 1: pair, -1: [CLS], [SEP], [PAD]
    std::size_t begin = 0, end = 0; ///< byte range in that UTF-8 text
};

/// One encoded text (or pair): four lists of one length. Ids as Hugging Face's BertTokenizer gives them.
struct Encoding {
    std::vector<std::int64_t> inputIds;
    std::vector<std::int64_t> tokenTypeIds;
    std::vector<std::int64_t> attentionMask;
    std::vector<std::string> tokens;
    std::vector<TokenOffset> offsets;
};

/// BertTokenizer of Hugging Face transformers 4.27.1 (the slow one, as from_pretrained makes it), with offsets.
/// Immutable after construction; any thread may use one.
class BertTokenizer {
public:
    /// @param vocabFile one token a line; the line number is the id.
    /// @throws Error naming the file (also when [UNK], [CLS], [SEP], [PAD] or [MASK] is missing).
    explicit BertTokenizer(const std::filesystem::path& vocabFile, bool doLowerCase = true);
    ~BertTokenizer();
    BertTokenizer(BertTokenizer&&) noexcept;
    BertTokenizer& operator=(BertTokenizer&&) noexcept;

    /// @param text UTF-8. What is not UTF-8 is dropped, as control characters are.
    /// @param pair an empty one is still a pair, with its own [SEP].
    /// @param maxLength truncate "longest_first" and pad to this many tokens; neither when absent or 0. As in the
    ///        reference, a text whose truncation would leave no word is not truncated, and a pair always keeps
    ///        its three special tokens: the result can be longer.
    Encoding encode(std::string_view text, std::optional<std::string_view> pair = std::nullopt,
                    std::optional<int> maxLength = std::nullopt) const;

    /// Words of the text (split at white space and punctuation) that the vocabulary does not hold as one
    /// token, in order, without repetition.
    std::vector<std::string> unknownWords(std::string_view text) const;

    bool doLowerCase() const;
    std::size_t vocabularySize() const;
    std::optional<std::int64_t> idOf(std::string_view token) const;
    const std::string& tokenOf(std::int64_t id) const; ///< @throws Error (InvalidArgument) when out of range

    std::int64_t unkId() const;
    std::int64_t clsId() const;
    std::int64_t sepId() const;
    std::int64_t padId() const;
    std::int64_t maskId() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace vbs
