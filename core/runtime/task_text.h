#pragma once

#include "core/runtime/task_head.h"

#include <string>
#include <string_view>

namespace vbs {

/// Where a word is to be filled in, as texts and vocabularies write it.
inline constexpr std::string_view kMask = "[MASK]";

/// The question with the mark that the published heads read: the last piece before [SEP] was one in all their training.
/// @throws Error (InvalidArgument) when it is empty.
std::string asQuestion(const std::string& text);

/// A question to choose an answer for, closed as above; a question with more behind it (VCR's right answer, for which a
/// reason is chosen) stays as it is. @throws Error (InvalidArgument) when it is empty.
std::string asContext(const std::string& text);

/// The sentence with its full stop. @throws Error (InvalidArgument) when it is empty.
std::string asSentence(const std::string& text);

/// A user's text as the network is to read it.
struct WrittenText {
    std::string text;
    std::size_t ownLength = 0; ///< how much of its beginning is the user's: what was added behind it stands outside
};

/// The user's text with what the form puts behind it; `usual` closes it where the form says nothing. A text that ends
/// as the form wants, also with the [MASK], stays as it is. @throws Error (InvalidArgument) when it is empty.
WrittenText written(const std::string& text, const TaskForm& form, std::string (*usual)(const std::string&));

/// One text or several pairs, padded to one length. The offsets of tokens are those of the request's own texts.
struct TextToEncode {
    std::string first;
    std::optional<std::string> second;
    std::size_t ownLength = 0; ///< of the user's text
    bool ownSecond = false;    ///< the user's text is the second one: the first is part of the form
};

/// @throws Error (TooLarge) naming both numbers for a text that is too long, or cannot be cut so short.
EncodedRequest encodeTexts(const std::vector<TextToEncode>& texts, const BertTokenizer& tokenizer,
                           const EncodingRules& rules);

} // namespace vbs
