#pragma once

#include "core/datasets/dataset.h"

#include <string>

namespace vbs {

/// What a reviewer changed of an example, as JSON that holds the changed fields only, in full:
///   "text"          question, statement, sentence (VQA, NLVR2)
///   "answers"       people's answers, one a person (VQA)
///   "scores"        answers with their scores (LXMERT's VQA)
///   "label"         0 or 1 (NLVR2), or the number of the right choice (VCR)
///   "phrase_boxes"  a list of [x1, y1, x2, y2] for each phrase (Flickr30k Entities)
///   "boxes"         [{"box": [x1, y1, x2, y2], "label", "record"?}] (COCO, labelme)
/// "" when nothing differs.
std::string correctionOf(const Example& before, const Example& after);

/// The example with a correction applied. @throws Error (CorruptData) for one that is damaged or does not fit it.
Example corrected(const Example& example, const std::string& correction);

} // namespace vbs
