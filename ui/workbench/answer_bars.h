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

} // namespace vbs
