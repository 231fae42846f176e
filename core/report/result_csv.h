#pragma once

#include "core/engine/inference_types.h"

#include <string>
#include <string_view>

namespace vbs {

/// Results as a table (RFC 4180: commas, quotes where needed, lines end in CR LF), the same columns for every task:
///   picture, right_picture   file names
///   task, text               what was asked
///   item                     which phrase; which mask, from 1; otherwise empty
///   rank                     1 is the most probable of its item
///   value                    the answer, verdict, choice, word, "match", or the found region's attribute and label
///   probability, score       the latter for choices only
///   x1, y1, x2, y2           the found region, pixels of the original picture; for phrases only
/// Texts that begin with =, +, -, @, a tab or a carriage return have an apostrophe in front: spreadsheets would compute
/// them. The first line of such a table.
std::string csvHeader();

/// One line for each answer; Find: at most topK regions a phrase. Empty for a result without answers.
std::string csvRows(const InferenceRequest& request, const InferenceResult& result);

/// Quoted when it holds a comma, a quote or a line break.
std::string csvField(std::string_view text);

/// The same for texts of packs, files and users: a spreadsheet takes a field that begins like those above for a
/// formula.
std::string csvText(const std::string& text);

/// The shortest text that reads back as the same number, in every locale; empty for what is no number.
std::string csvNumber(double number);
std::string csvNumber(float number);

} // namespace vbs
