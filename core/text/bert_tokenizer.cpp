#include "core/text/bert_tokenizer.h"

#include "core/base/error.h"
#include "core/text/basic_tokenizer.h"
#include "core/text/vocabulary.h"
#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace vbs {
namespace {

using unicode::Character;

constexpr std::array<std::string_view, 5> kSpecialTokens{"[UNK]", "[SEP]", "[PAD]", "[CLS]", "[MASK]"};

bool isSpecial(std::string_view token)
{
    return std::find(kSpecialTokens.begin(), kSpecialTokens.end(), token) != kSpecialTokens.end();
}

/// How many characters the special token that starts here has; 0 if none does.
std::size_t specialLengthAt(const std::vector<Character>& text, std::size_t position)
{
    for (const std::string_view token : kSpecialTokens) {
        if (text.size() - position >= token.size() &&
            std::equal(token.begin(), token.end(), text.begin() + static_cast<std::ptrdiff_t>(position),
                       [](char a, const Character& b) { return static_cast<char32_t>(a) == b.value; }))
            return token.size();
    }
    return 0;
}

/// Shortens from the end, one at a time, the longer of the two; the second when they are equally long.
void truncateLongestFirst(std::vector<WordPiece>& text, std::vector<WordPiece>& pair, std::int64_t excess)
{
    while (excess-- > 0 && !(text.empty() && pair.empty())) {
        if (text.size() > pair.size())
            text.pop_back();
        else
            pair.pop_back();
    }
}

} // namespace

struct BertTokenizer::Impl {
    Impl(const std::filesystem::path& vocabFile, bool lowerCase)
        : vocabulary(vocabFile), doLowerCase(lowerCase), basicTokenizer(lowerCase, isSpecial),
          unk(require(vocabFile, "[UNK]")), cls(require(vocabFile, "[CLS]")), sep(require(vocabFile, "[SEP]")),
          pad(require(vocabFile, "[PAD]")), mask(require(vocabFile, "[MASK]"))
    {
    }

    std::int64_t require(const std::filesystem::path& vocabFile, std::string_view token) const
    {
        if (const auto id = vocabulary.idOf(token))
            return *id;
        throw Error(ErrorCode::CorruptData, sentence("%1 has no line %2, so it is not the vocabulary of a BERT model.",
                                                     vocabFile.string(), token));
    }

    /// The words of the text and the special tokens written in it, in order.
    std::vector<Word> words(std::string_view text) const
    {
        std::vector<Word> result;
        std::vector<Character> ordinary;
        const auto splitOrdinary = [&] {
            for (Word& word : basicTokenizer.split(ordinary))
                result.push_back(std::move(word));
            ordinary.clear();
        };
        const std::vector<Character> characters = unicode::decodeUtf8(text);
        for (std::size_t i = 0; i < characters.size();) {
            const std::size_t length = specialLengthAt(characters, i);
            if (length == 0) {
                ordinary.push_back(characters[i++]);
                continue;
            }
            splitOrdinary();
            const auto first = characters.begin() + static_cast<std::ptrdiff_t>(i);
            result.emplace_back(first, first + static_cast<std::ptrdiff_t>(length));
            i += length;
        }
        splitOrdinary();
        return result;
    }

    std::vector<WordPiece> pieces(std::string_view text) const
    {
        std::vector<WordPiece> result;
        for (const Word& word : words(text)) {
            const auto spelled = unicode::toUtf8(word.data(), word.data() + word.size());
            if (isSpecial(spelled))
                result.push_back({*vocabulary.idOf(spelled), word.front().begin, word.back().end});
            else if (const auto parts = splitIntoPieces(word, vocabulary))
                result.insert(result.end(), parts->begin(), parts->end());
            else
                result.push_back({unk, word.front().begin, word.back().end});
        }
        return result;
    }

    Vocabulary vocabulary;
    bool doLowerCase;
    BasicTokenizer basicTokenizer;
    std::int64_t unk, cls, sep, pad, mask;
};

namespace {

/// Puts an encoding together, token by token.
class EncodingBuilder {
public:
    explicit EncodingBuilder(const Vocabulary& vocabulary) : m_vocabulary(vocabulary) {}

    void add(std::int64_t id, std::int64_t type, std::int64_t mask, TokenOffset offset = {})
    {
        m_encoding.inputIds.push_back(id);
        m_encoding.tokenTypeIds.push_back(type);
        m_encoding.attentionMask.push_back(mask);
        m_encoding.tokens.push_back(m_vocabulary.tokenOf(id));
        m_encoding.offsets.push_back(offset);
    }

    void add(const std::vector<WordPiece>& pieces, int sequence)
    {
        for (const WordPiece& piece : pieces)
            add(piece.id, sequence, 1, {sequence, piece.begin, piece.end});
    }

    std::size_t size() const { return m_encoding.inputIds.size(); }
    Encoding take() { return std::move(m_encoding); }

private:
    const Vocabulary& m_vocabulary;
    Encoding m_encoding;
};

} // namespace

BertTokenizer::BertTokenizer(const std::filesystem::path& vocabFile, bool doLowerCase)
    : m_impl(std::make_unique<Impl>(vocabFile, doLowerCase))
{
}

BertTokenizer::~BertTokenizer() = default;
BertTokenizer::BertTokenizer(BertTokenizer&&) noexcept = default;
BertTokenizer& BertTokenizer::operator=(BertTokenizer&&) noexcept = default;

Encoding BertTokenizer::encode(std::string_view text, std::optional<std::string_view> pair,
                               std::optional<int> maxLength) const
{
    std::vector<WordPiece> textPieces = m_impl->pieces(text);
    std::vector<WordPiece> pairPieces = pair ? m_impl->pieces(*pair) : std::vector<WordPiece>{};
    // The reference takes a length of 0 for none given.
    if (maxLength.value_or(0) != 0) {
        const auto total = static_cast<std::int64_t>(textPieces.size() + pairPieces.size() + (pair ? 3 : 2));
        const std::int64_t excess = total - *maxLength;
        if (pair)
            truncateLongestFirst(textPieces, pairPieces, excess);
        else if (excess > 0 && excess < static_cast<std::int64_t>(textPieces.size()))
            textPieces.resize(textPieces.size() - static_cast<std::size_t>(excess));
    }

    EncodingBuilder builder(m_impl->vocabulary);
    builder.add(m_impl->cls, 0, 1);
    builder.add(textPieces, 0);
    builder.add(m_impl->sep, 0, 1);
    if (pair) {
        builder.add(pairPieces, 1);
        builder.add(m_impl->sep, 1, 1);
    }
    while (static_cast<std::int64_t>(builder.size()) < maxLength.value_or(0))
        builder.add(m_impl->pad, 0, 0);
    return builder.take();
}

std::vector<std::string> BertTokenizer::unknownWords(std::string_view text) const
{
    std::vector<std::string> unknown;
    std::unordered_set<std::string> seen;
    std::size_t ideographsEnd = std::string_view::npos; // of the last word, when it is unknown ideographs
    for (const Word& word : m_impl->words(text)) {
        const auto spelled = unicode::toUtf8(word.data(), word.data() + word.size());
        const bool isPunctuation = word.size() == 1 && unicode::isPunctuation(word.front().value);
        const bool isNew = seen.insert(spelled).second;
        if (isPunctuation || isSpecial(spelled) ||
            (word.size() <= kMaxWordCharacters && m_impl->vocabulary.contains(spelled)))
            continue;
        const std::size_t begin = word.front().begin, end = word.back().end;
        const bool isIdeograph = word.size() == 1 && unicode::isIdeograph(word.front().value);
        const bool goesOn = isIdeograph && begin == ideographsEnd; // a reader sees one word
        ideographsEnd = isIdeograph && (isNew || goesOn) ? end : std::string_view::npos;
        if (goesOn)
            unknown.back() += text.substr(begin, end - begin);
        else if (isNew)
            unknown.emplace_back(text.substr(begin, end - begin));
    }
    return unknown;
}

bool BertTokenizer::doLowerCase() const
{
    return m_impl->doLowerCase;
}
std::size_t BertTokenizer::vocabularySize() const
{
    return m_impl->vocabulary.size();
}
std::optional<std::int64_t> BertTokenizer::idOf(std::string_view token) const
{
    return m_impl->vocabulary.idOf(token);
}
const std::string& BertTokenizer::tokenOf(std::int64_t id) const
{
    return m_impl->vocabulary.tokenOf(id);
}
std::int64_t BertTokenizer::unkId() const
{
    return m_impl->unk;
}
std::int64_t BertTokenizer::clsId() const
{
    return m_impl->cls;
}
std::int64_t BertTokenizer::sepId() const
{
    return m_impl->sep;
}
std::int64_t BertTokenizer::padId() const
{
    return m_impl->pad;
}
std::int64_t BertTokenizer::maskId() const
{
    return m_impl->mask;
}

} // namespace vbs
