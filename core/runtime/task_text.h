#pragma once

#include "core/runtime/task_head.h"

#include <string>

namespace vbs {

/// The question with the mark that the published heads read: the last piece before [SEP] was one in all their training.
/// @throws Error (InvalidArgument) when it is empty.
std::string asQuestion(const std::string& text);

/// The sentence with its full stop. @throws Error (InvalidArgument) when it is empty.
std::string asSentence(const std::string& text);

/// One text or several pairs, padded to one length. The offsets of tokens are those of the request's own texts.
struct TextToEncode {
    std::string first;
    std::optional<std::string> second;
    std::size_t firstLength = 0; ///< of the user's text: what was added behind it stands outside
};

/// @throws Error (TooLarge) naming both numbers.
EncodedRequest encodeTexts(const std::vector<TextToEncode>& texts, const BertTokenizer& tokenizer,
                           std::int64_t longest);

} // namespace vbs
