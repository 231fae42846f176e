#pragma once

#include "core/base/json.h"
#include "core/datasets/dataset.h"

#include <filesystem>

namespace vbs {

/// All of an example, to be read back by exampleOfRecord. Pictures stand by their path in the folder of pictures, so
/// that the folder may move.
Json recordOf(const Example& example, const std::filesystem::path& images);

/// @throws Error (CorruptData) for anything else; missing keys keep their defaults, unknown ones are passed over.
Example exampleOfRecord(const Json& record, const std::filesystem::path& images);

/// A question's most frequent answer in its first spelling, or the one with the best score; "" without any.
std::string bestAnswerOf(const ExampleTruth& truth);

/// What the annotation says, in words: "red (7 of 10)", "true", "2 boxes for \"a dog\"".
std::string truthInWords(const Example& example);

/// How far the people who annotated it disagree with the annotation: the share whose answer, normalised as the VQA
/// challenge does, is not the most frequent one, or whose vote is not the label; negative where there are no several.
double dissentOf(const Example& example);

} // namespace vbs
