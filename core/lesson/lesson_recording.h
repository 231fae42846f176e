#pragma once

#include "core/engine/inference_backend.h"
#include "core/lesson/lesson.h"

#include <string>
#include <vector>

namespace vbs {

/// Asks the engine what the step asks, and keeps what it says and what the step's view shows. A step that asks nothing
/// keeps nothing. The attention of a layer, head or position that the network does not have is refused.
/// @throws Error naming the step's title; as InferenceBackend::run and inspect; (Cancelled).
void recordStep(InferenceBackend& engine, const Lesson& lesson, LessonStep& step, const JobControl& control);

/// The same for all steps; the pack's name and the hash of its manifest become the lesson's.
void recordLesson(InferenceBackend& engine, const PackInfo& pack, Lesson& lesson, const JobControl& control);

/// Where an engine says something else than what a lesson recorded.
struct LessonDifference {
    std::size_t step = 0; ///< from 0
    std::string what;     ///< in words: "answers", "regions", "explanation", "flow"
    double largest = 0;   ///< of the differences between numbers; 0 where other things differ
    Sentence message;     ///< a whole sentence
};

/// Probabilities, shares and scores may differ by this much, boxes by a hundredth of a pixel: processors round
/// differently.
inline constexpr double kLessonTolerance = 1e-4;

/// Records every step anew and compares; empty: the engine says what the lesson says. A step that was never recorded
/// is a difference. @throws Error as recordStep.
std::vector<LessonDifference> checkLesson(InferenceBackend& engine, const Lesson& lesson, const JobControl& control,
                                          double tolerance = kLessonTolerance);

} // namespace vbs
