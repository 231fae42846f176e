#pragma once

#include "core/picture_book/scenes/scene.h"

namespace vbs::test {

/// A scene for tests of language: boxes anywhere (they may overlap), and with palette 1 to 3 few kinds, one
/// colour but one, or one category but one, so that every kind of question has something to ask.
inline Scene languageScene(Rng& rng)
{
    Scene scene;
    scene.place = int(rng.below(kScenePlaces.size()));
    const int count = rng.between(2, 8);
    const int palette = rng.between(0, 3);
    const int category = int(rng.below(16)), color = int(rng.below(8));
    for (int i = 0; i < count; ++i) {
        SceneObject object;
        object.category = int(rng.below(16));
        object.color = int(rng.below(8));
        object.size = int(rng.below(2));
        if (palette == 1) {
            object.category = (category + int(rng.below(3))) % 16;
            object.color = (color + int(rng.below(3))) % 8;
        }
        if (palette == 2 && i > 0)
            object.color = color;
        if (palette == 3 && i > 0)
            object.category = category;
        const float half = object.size == 1 ? 35.f : 18.f;
        const float x = float(rng.uniform(40, 280)), y = float(rng.uniform(40, 200));
        object.box = {x - half, y - half, x + half, y + half};
        scene.objects.push_back(object);
    }
    return scene;
}

} // namespace vbs::test
