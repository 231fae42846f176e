#pragma once

#include "core/runtime/task_head.h"

#include <string>

namespace vbs {

/// The question with the mark that the published heads read: the last piece before [SEP] was one in all their training.
/// @throws Error (InvalidArgument) when it is empty.
std::string asQuestion(const std::string& text);

/// A question to choose an answer for, closed as above; a question with more behind it (VCR's right answer, for which a
/// reason is chosen) stays as it is. @throws Error (InvalidArgument) when it is empty.
std::string asContext(const std::string& text);

/// The sentence with its full stop. @throws Error (InvalidArgument) when it is empty.
std::string asSentence(const std::string& text);

/// One text or several pairs, padded to one length. The offsets of tokens are those of the request's own texts.
struct TextToEncode {
    std::string first;
    std::optional<std::string> second;
    std::size_t firstLength = 0; ///< of the user's text: what was added behind it stands outside
};

/// @throws Error (TooLarge) naming both numbers for a text that is too long, or cannot be cut so short.
EncodedRequest encodeTexts(const std::vector<TextToEncode>& texts, const BertTokenizer& tokenizer,
                           const EncodingRules& rules);

} // namespace vbs
