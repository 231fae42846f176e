#pragma once

#include "ui/workbench/answer_bar.h"
#include "ui/workbench/workbench_state.h"

#include <QString>

#include <optional>
#include <vector>

namespace vbs {

/// The answer on display as bars of its task; with regions hidden, the answers from before keep their places.
/// @param mask which one's words, where there are several.
std::vector<AnswerBar> barsOf(const WorkbenchState& state, std::size_t mask = 0);

/// Fill in: whether the sentence belongs to the picture; nothing when that was not asked.
std::optional<AnswerBar> matchBar(const WorkbenchState& state);

/// "Without the picture the model would say: yes (52 %)"; empty when it is not known.
QString blindText(const WorkbenchState& state);

/// "The model sees no cat here: the answer is a guess."; empty where nothing that the question speaks of is missing,
/// for an answer of an earlier question, and for Find, which says it beside each phrase.
QString absentText(const WorkbenchState& state);

/// A word of any script, so that its direction does not mix up what stands around it.
QString isolatedWord(const QString& word);

} // namespace vbs
