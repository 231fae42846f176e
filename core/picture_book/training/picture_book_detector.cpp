#include "core/picture_book/training/picture_book_detector.h"

#include "core/picture_book/scenes/scene.h"

namespace vbs {

DetectorConfig pictureBookDetectorConfig()
{
    DetectorConfig config;
    config.categories.assign(kSceneCategories.begin(), kSceneCategories.end());
    config.attributes = {{"color", {kSceneColors.begin(), kSceneColors.end()}, .5},
                         {"size", {kSceneSizes.begin(), kSceneSizes.end()}, .25}};
    config.places.assign(kScenePlaces.begin(), kScenePlaces.end());
    return config;
}

} // namespace vbs
