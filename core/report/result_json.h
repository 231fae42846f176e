#pragma once

#include "core/base/json.h"
#include "core/engine/inference_types.h"
#include "core/report/answer_origin.h"

#include <string>

namespace vbs {

/// A result as the machine-readable document of its task, as `--json` prints it and files keep it.
/// resources/help/json.md describes it for users; keys are added, never changed. All begin with "task" and end with
/// "without_picture" when known, "regions", "right_regions" (Compare), "pictures", "unknown_words" when there are any,
/// "explanation" when one was asked for, "timing_ms", "device", "precision", and of the origin what is known: "date",
/// "program", "pack".
///   vqa               question, answers: [{answer, probability}]
///   nlvr              statement, verdict: true or false (null: none was given), probability of the verdict
///   multiple_choice   question, choices: [{choice, score, probability}] as they were given
///   region_to_phrase  sentence, phrases: [{phrase, regions: [{box: [x1, y1, x2, y2], probability}]}], surest first
///   masked_words      sentence, masks: [[{word, probability}]], match when known
///   caption_match     sentence, match
/// @param origin of the answer.
OrderedJson resultJson(const InferenceRequest& request, const InferenceResult& result, const AnswerOrigin& origin = {});

} // namespace vbs
