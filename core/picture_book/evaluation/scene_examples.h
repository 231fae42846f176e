#pragma once

#include "core/engine/inference_types.h"
#include "core/picture_book/scenes/scene.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// One thing to ask about a scene (or two) whose right answer is known.
struct SceneExample {
    std::size_t scene = 0;
    std::optional<std::size_t> rightScene; ///< Compare
    std::string type;                      ///< of question, statement, phrase …: what reports group by
    InferenceRequest request;              ///< without pictures
    /// Right answers in a result; a result with several phrases may hold several.
    std::function<int(const InferenceResult&)> countRight;
    int count = 1; ///< how many answers there are to be right
};

/// Examples of a task about these scenes, drawn evenly over its types, in the order of their scenes.
/// @param perScene how many on average.
std::vector<SceneExample> sceneExamples(Task task, const std::vector<Scene>& scenes, std::uint64_t seed, int perScene);

} // namespace vbs
