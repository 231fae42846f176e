#pragma once

#include "ui/workbench/workbench_state.h"

#include <QString>

#include <optional>
#include <vector>

namespace vbs {

/// One answer with its probability, as a bar. Negative numbers: not known.
struct AnswerBar {
    QString text;
    double probability = 0;
    double before = -1; ///< before regions were hidden
    double blind = -1;  ///< what the text alone would give
    bool best = false;
    QString note{};  ///< a second line
    int phrase = -1; ///< Find: whose colour it has
};

/// The answer on display as bars; with regions hidden, the answers from before keep their places.
///   Ask: the first ones. Compare: true, false. Choose: the choices as they were given. Fill in: the first words of
///   the mask. Find: the phrases, each with its surest region.
std::vector<AnswerBar> barsOf(const WorkbenchState& state, std::size_t mask = 0);

/// Fill in: whether the sentence belongs to the picture; nothing when that was not asked.
std::optional<AnswerBar> matchBar(const WorkbenchState& state);

/// The region that a phrase means most; -1: none.
int surestRegion(const PhraseRegions& phrase);

/// "Without the picture the model would say: yes (52 %)"; empty when it is not known.
QString blindText(const WorkbenchState& state);

} // namespace vbs
