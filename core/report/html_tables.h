#pragma once

#include "core/engine/inference_types.h"

#include <string>

/// Parts of the HTML report. For sources only.
namespace vbs::html {

/// <tag>escaped text</tag>, with a class where one is given.
std::string element(const std::string& tag, const std::string& text, const std::string& kind = "");

/// What was answered, by task: tables with bars.
std::string answersOf(const InferenceRequest& request, const InferenceResult& result);

/// The heaviest regions as a table, and the tokens on shades of their weight; empty without an explanation.
std::string explanationOf(const InferenceResult& result);

} // namespace vbs::html
