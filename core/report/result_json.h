#pragma once

#include "core/base/json.h"
#include "core/engine/inference_types.h"

#include <string>

namespace vbs {

/// A result as the machine-readable document of its task, as `--json` prints it and files keep it. All begin with
/// "task" and end with "regions" (how many; Compare: of the left picture, "right_regions" of the right one),
/// "pictures", "unknown_words" when there are any, "explanation" when one was asked for, "timing_ms", "device" and
/// "precision".
///   vqa               question, answers: [{answer, probability}]
///   nlvr              statement, verdict: true or false (null: none was given), probability of the verdict
///   multiple_choice   question, choices: [{choice, score, probability}] as they were given
///   region_to_phrase  sentence, phrases: [{phrase, regions: [{box: [x1, y1, x2, y2], probability}]}], surest first
///   masked_words      sentence, masks: [[{word, probability}]], match when known
///   caption_match     sentence, match
/// Pictures (two of Compare, left first) have file (empty for a pasted one), width, height and regions in the order of
/// the explanation's weights: {box, label, score, attribute and attribute_score when known, whole_picture}. The region
/// that is the whole picture is counted, too.
/// An explanation has method, of (what is explained, when known), regions, right_regions (Compare) and tokens.
OrderedJson resultJson(const InferenceRequest& request, const InferenceResult& result);

} // namespace vbs
