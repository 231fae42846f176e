#pragma once

#include "core/nn/visual_bert/visual_bert_model.h"
#include "core/runtime/prepared_question.h"

namespace vbs {

/// Runs the network once and keeps what its layers did. The inspection's result is read from the same run, but for
/// what belongs to the session: timing, device and explanation. Each layer lists every answer that the last one lists.
/// @throws Error (UnsupportedFormat) for a network whose layers do not see the regions (bypass_transformer).
Inspection inspectQuestion(const PreparedQuestion& question, VisualBertPreTrainedModel& network,
                           const TaskHead::Words& words);

} // namespace vbs
