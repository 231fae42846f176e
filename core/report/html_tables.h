#pragma once

#include "core/engine/inference_types.h"

#include <string>

/// Parts of the HTML report. For sources only.
namespace vbs::html {

/// <tag>escaped text</tag>, with a class where one is given.
std::string element(const std::string& tag, const std::string& text, const std::string& kind = "");

/// One row: label, bar, number. @param length of the bar, 0..1.
std::string row(const std::string& label, double value, double length);

/// Rows under a caption, which may be empty; nothing without rows.
std::string table(const std::string& caption, const std::string& rows);

/// What the words alone would answer, as a sentence; empty where that is not known.
std::string blindOf(const InferenceResult& result);

/// The heaviest regions as a table, and the tokens on shades of their weight; empty without an explanation.
std::string explanationOf(const InferenceResult& result);

} // namespace vbs::html
