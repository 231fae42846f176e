#pragma once

#include "core/base/json.h"
#include "core/text/bert_tokenizer.h"

#include <functional>
#include <iosfwd>

namespace vbs {

/// No text for a picture is near this long; it keeps a slip of the keyboard from filling the memory.
inline constexpr int kLargestMaxLength = 1 << 20;

/// The four lists under Hugging Face's names.
OrderedJson encodingToJson(const Encoding& encoding);

/// Encodes one {"text", "pair"?, "max_length"?, "do_lower_case"?} a line into one
/// {"input_ids", "token_type_ids", "attention_mask", "tokens"} a line, in ASCII. Instead of "text" a line may
/// have "code_points", a list of numbers. Blank lines are passed over.
/// @param tokenizer gives the one for a do_lower_case
/// @throws Error naming the line; the lines before it have been written.
void tokenizeLines(std::istream& in, std::ostream& out, bool doLowerCaseByDefault,
                   const std::function<const BertTokenizer&(bool doLowerCase)>& tokenizer);

} // namespace vbs
