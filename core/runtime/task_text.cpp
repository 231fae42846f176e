#include "core/runtime/task_text.h"

#include "core/base/error.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr const char* kSpaces = " \t\r\n";

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

EncodedRequest encodeTexts(const std::vector<TextToEncode>& texts, const BertTokenizer& tokenizer,
                           const EncodingRules& rules)
{
    std::vector<Encoding> encodings;
    std::size_t length = 0;
    for (const TextToEncode& text : texts) {
        const auto second = text.second ? std::optional<std::string_view>(*text.second) : std::nullopt;
        Encoding encoding = tokenizer.encode(text.first, second);
        if (rules.cut && encoding.inputIds.size() > std::size_t(rules.longest))
            encoding = tokenizer.encode(text.first, second, int(rules.longest));
        length = std::max(length, encoding.inputIds.size());
        encodings.push_back(std::move(encoding));
    }
    if (length > std::size_t(rules.longest)) {
        throw Error(ErrorCode::TooLarge, "The text has " + std::to_string(length) +
                                             " word pieces; this model reads at most " + std::to_string(rules.longest) +
                                             ": shorten it.");
    }
    const auto rows = static_cast<std::int64_t>(texts.size()), columns = static_cast<std::int64_t>(length);
    EncodedRequest result;
    result.inputIds = torch::full({rows, columns}, tokenizer.padId(), torch::kLong);
    result.attentionMask = torch::zeros({rows, columns}, torch::kLong);
    result.tokenTypeIds = torch::zeros({rows, columns}, torch::kLong);
    for (std::int64_t row = 0; row < rows; ++row) {
        const Encoding& encoding = encodings[std::size_t(row)];
        const auto count = static_cast<std::int64_t>(encoding.inputIds.size());
        result.inputIds[row].slice(0, 0, count).copy_(torch::tensor(encoding.inputIds));
        result.tokenTypeIds[row].slice(0, 0, count).copy_(torch::tensor(encoding.tokenTypeIds));
        result.attentionMask[row].slice(0, 0, count).fill_(1);
        std::vector<TextToken>& tokens = result.tokens.emplace_back();
        for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
            const TokenOffset& offset = encoding.offsets[i];
            // A mark that was added stands outside the user's text.
            const std::size_t end = offset.sequence == 1 ? std::string::npos : texts[std::size_t(row)].firstLength;
            tokens.push_back({encoding.tokens[i], std::min(offset.begin, end), std::min(offset.end, end),
                              offset.sequence < 0, offset.sequence == 1});
        }
    }
    return result;
}

} // namespace vbs
