#pragma once

#include "core/engine/inference_backend.h"
#include "core/lesson/lesson.h"

namespace vbs {

/// What the step's view shows. For sources only. @param result of the request. @throws Error for a layer, head or
/// position that there is not; as InferenceBackend::inspect.
RecordedLook recordLook(InferenceBackend& engine, const InferenceRequest& request, const InferenceResult& result,
                        const LessonStep& step, const JobControl& control);

} // namespace vbs
