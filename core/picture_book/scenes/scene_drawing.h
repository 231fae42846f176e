#pragma once

#include "core/image/rgb_image.h"
#include "core/picture_book/scenes/scene.h"

namespace vbs {

/// Paints a scene, kSceneWidth x kSceneHeight.
RgbImage drawScene(const Scene& scene);

/// The hull of what drawing this object touches, in pixels (without the one-pixel margin).
Box drawnExtent(const SceneObject& object);

} // namespace vbs
