#include "core/runtime/task_text.h"

#include "core/base/error.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr const char* kSpaces = " \t\r\n";
constexpr std::string_view kMarks = "?.!";

/// Trimmed at its end and closed with a mark, unless one of `closing` stands there already.
std::string closed(const std::string& text, std::string_view closing, char mark, const char* whenEmpty)
{
    const std::size_t end = text.find_last_not_of(kSpaces);
    if (end == std::string::npos)
        throw Error(ErrorCode::InvalidArgument, whenEmpty);
    const std::string trimmed = text.substr(0, end + 1);
    if (trimmed.back() == mark)
        return trimmed;
    return (closing.find(trimmed.back()) != std::string_view::npos ? trimmed.substr(0, end) : trimmed) + mark;
}

/// The tokens with their places in the user's own texts.
std::vector<TextToken> tokensOf(const Encoding& encoding, const TextToEncode& text)
{
    std::vector<TextToken> tokens;
    for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
        const TokenOffset& offset = encoding.offsets[i];
        TextToken token{encoding.tokens[i], 0, 0, offset.sequence < 0, offset.sequence == 1 && !text.ownSecond};
        const bool own = offset.sequence == (text.ownSecond ? 1 : 0);
        // What was added stands outside the user's text. A [MASK] is no word, so it gets no weight either.
        const std::size_t end = own ? text.ownLength : token.ofChoice ? std::string::npos : 0;
        token.begin = std::min(offset.begin, end);
        token.end = std::min(offset.end, end);
        token.special = token.special || (own && token.text == kMask && offset.begin >= end) ||
                        (text.ownSecond && offset.sequence == 0);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

} // namespace

std::string asQuestion(const std::string& text)
{
    return closed(text, ".!", '?', "The question is empty: type what you want to know about the picture.");
}

std::string asContext(const std::string& text)
{
    const std::size_t end = text.find_last_not_of(kSpaces);
    const std::size_t mark = text.find('?');
    if (end != std::string::npos && mark < end)
        return text.substr(0, end + 1);
    return asQuestion(text);
}

std::string asSentence(const std::string& text)
{
    return closed(text, "?!", '.', "The sentence is empty: type something about the picture.");
}

std::int64_t RegionTypes::of(std::size_t picture, std::size_t pictures) const
{
    return pictures == 1 ? single : picture + 1 < pictures ? left : right;
}

WrittenText written(const std::string& text, const TaskForm& form, std::string (*usual)(const std::string&))
{
    if (!form.textSuffix || text.find_first_not_of(kSpaces) == std::string::npos)
        return {usual(text), text.size()};
    const std::string& suffix = *form.textSuffix;
    std::string own = text.substr(0, text.find_last_not_of(kSpaces) + 1);
    if (suffix.empty())
        return {own, text.size()};
    if (form.endsWithMask() && own.ends_with(kMask)) { // typed by somebody who knows the form
        own.resize(own.size() - kMask.size());
        own.resize(own.find_last_not_of(kSpaces) + 1);
    }
    const bool replaces = kMarks.find(suffix.front()) != std::string_view::npos;
    const std::size_t end = replaces ? own.find_last_not_of(std::string(kMarks) + kSpaces) + 1 : own.size();
    if (end == 0)
        return {usual(""), 0};
    const std::size_t mark = own.find_first_not_of(kSpaces, end);
    const bool same = mark != std::string::npos && own[mark] == suffix.front();
    WrittenText result{own.substr(0, same ? mark : end) + suffix, 0};
    result.ownLength = same ? mark + 1 : mark == end ? end + 1 : end; // the mark takes the place of the user's
    if (text.starts_with(result.text))
        result.ownLength = result.text.size();
    return result;
}

EncodedRequest encodeTexts(const std::vector<TextToEncode>& texts, const BertTokenizer& tokenizer,
                           const EncodingRules& rules)
{
    std::vector<Encoding> encodings;
    std::size_t length = rules.form.padded ? std::size_t(rules.longest) : 0;
    for (const TextToEncode& text : texts) {
        const auto second = text.second ? std::optional<std::string_view>(*text.second) : std::nullopt;
        Encoding encoding = tokenizer.encode(text.first, second);
        if (rules.cut && encoding.inputIds.size() > std::size_t(rules.longest))
            encoding = tokenizer.encode(text.first, second, int(rules.longest));
        length = std::max(length, encoding.inputIds.size());
        encodings.push_back(std::move(encoding));
    }
    if (length > std::size_t(rules.longest)) {
        throw Error(
            ErrorCode::TooLarge,
            sentence("The text has %1 word pieces; this model reads at most %2: shorten it.", length, rules.longest));
    }
    const auto rows = static_cast<std::int64_t>(texts.size()), columns = static_cast<std::int64_t>(length);
    EncodedRequest result;
    result.regionTypes = {rules.form.visualType, rules.form.leftType, rules.form.rightType};
    result.listed = rules.listed;
    result.fitsClass = rules.form.fitsClass;
    result.tellsBoxes = rules.form.tellsBoxes;
    result.inputIds = torch::full({rows, columns}, tokenizer.padId(), torch::kLong);
    result.attentionMask = torch::zeros({rows, columns}, torch::kLong);
    result.tokenTypeIds = torch::zeros({rows, columns}, torch::kLong);
    for (std::int64_t row = 0; row < rows; ++row) {
        const Encoding& encoding = encodings[std::size_t(row)];
        const auto count = static_cast<std::int64_t>(encoding.inputIds.size());
        result.inputIds[row].slice(0, 0, count).copy_(torch::tensor(encoding.inputIds));
        result.tokenTypeIds[row].slice(0, 0, count).copy_(torch::tensor(encoding.tokenTypeIds));
        result.attentionMask[row].slice(0, 0, count).fill_(1);
        result.tokens.push_back(tokensOf(encoding, texts[std::size_t(row)]));
    }
    return result;
}

} // namespace vbs
