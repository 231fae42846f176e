#pragma once

#include "core/lesson/lesson.h"

#include <string>

/// What a step's view shows, as JSON in full precision and, for whole attention, as bytes. For sources only.
namespace vbs {

/// How many positions the sequence of a result has: tokens and regions of both pictures.
std::size_t positionsOf(const InferenceResult& result);

/// Without the whole attention. Forms of core/look's reports, where there are some.
OrderedJson lookJsonOf(const RecordedLook& look, const InferenceResult& result);

/// @param attention bytes as attentionBytes gives them; empty: none. @throws Error (CorruptData) in one sentence
/// without the file's name, also where sizes do not fit the result.
RecordedLook recordedLookOf(const Json& json, const std::string& attention, const InferenceResult& result);

/// 32-bit floats, the lowest byte first: [layer, head, from, to].
std::string attentionBytes(const std::vector<float>& attention);

} // namespace vbs
