#pragma once

#include "core/runtime/loaded_pack.h"
#include "core/runtime/prepared_question.h"

#include <c10/core/Device.h>

#include <vector>

namespace vbs {

/// Asks the pack's question answering about the phrases of a question or sentence, "Is there a red ball?", in one pass
/// over the same regions. A phrase is left out where the pack cannot know: its noun is none of the pack's answers, or
/// it holds a word that the vocabulary lacks; "yes" and "no" together get less than half; or the phrase is not plainly
/// of one thing. Empty for a pack that answers no questions.
/// @param question about one picture.
std::vector<Presence> presencesIn(const PreparedQuestion& question, LoadedPack& pack, c10::Device device);

} // namespace vbs
