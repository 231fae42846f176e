#pragma once

#include "core/engine/inference_types.h"

#include <QString>

#include <string>
#include <vector>

namespace vbs {

/// One answer with its probability, as a bar. Negative numbers: not known.
struct AnswerBar {
    QString text;
    double probability = 0; ///< negative: none, and no bar
    double before = -1;     ///< before regions were hidden
    double blind = -1;      ///< what the text alone would give
    bool best = false;
    QString note{};          ///< a second line
    int phrase = -1;         ///< Find: whose colour it has
    bool unfamiliar = false; ///< the picture or the text is unlike all that the pack was taught
    std::string of{};        ///< the answer as the engine names it, where it can be explained
};

// Bars of one kind of result each. `before` is the same question's result before regions were hidden, or null; its
// answers keep their places.
std::vector<AnswerBar> answerBars(const InferenceResult& now, const InferenceResult* before,
                                  std::size_t mask); ///< the first ones
std::vector<AnswerBar> verdictBars(const InferenceResult& now, const InferenceResult* before,
                                   std::size_t mask); ///< true, false
std::vector<AnswerBar> choiceBars(const InferenceResult& now, const InferenceResult* before,
                                  std::size_t mask); ///< as they were given
std::vector<AnswerBar> wordBars(const InferenceResult& now, const InferenceResult* before,
                                std::size_t mask); ///< of the mask
std::vector<AnswerBar> phraseBars(const InferenceResult& now, const InferenceResult* before,
                                  std::size_t mask); ///< with their surest regions

/// The region that a phrase means most; -1: none.
int surestRegion(const PhraseRegions& phrase);

/// Why a phrase of this result has no region: "not in this picture", "no region is named so" …
QString absenceWords(const InferenceResult& result);

/// "true" and "false" in the user's language; anything else as it is.
QString verdictText(const std::string& answer);

} // namespace vbs
