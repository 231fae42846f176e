#pragma once

#include "core/base/geometry.h"
#include "core/base/random.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vbs {

inline constexpr int kSceneWidth = 320;
inline constexpr int kSceneHeight = 240;

/// The picture-book world's nouns, colours, sizes and places; an index into these is the id used everywhere.
inline constexpr std::array<std::string_view, 16> kSceneCategories = {
    "house",   "tree", "car",  "boat", "fish", "cat",      "bird", "flower",
    "balloon", "ball", "star", "cup",  "book", "umbrella", "hat",  "sun"};
inline constexpr std::array<std::string_view, 8> kSceneColors = {"red",  "orange", "yellow", "green",
                                                                 "blue", "purple", "pink",   "white"};
inline constexpr std::array<std::string_view, 2> kSceneSizes = {"small", "big"};
inline constexpr std::array<std::string_view, 5> kScenePlaces = {"meadow", "sea", "room", "night", "paper"};

struct SceneObject {
    int category = 0;                ///< index into kSceneCategories
    int color = 0;                   ///< index into kSceneColors
    int size = 0;                    ///< index into kSceneSizes
    double centreX = 0, centreY = 0; ///< of the drawing's local square, pixels
    double scale = 0;                ///< half extent of that square, pixels
    double angle = 0;                ///< radians
    bool mirrored = false;
    std::array<double, 3> variation{}; ///< 0..1 each: petals, chimney, band …
    Box box;                           ///< hull of everything drawn, plus one pixel
};

/// Whether things of this category belong in the air (sun, bird, balloon, star).
bool isSkyCategory(int category);

/// How the objects of a scene were chosen; duplicate-rich palettes make counting and odd-one-out possible.
enum class ScenePalette { Free, Few, OneColorButOne, OneCategoryButOne };

struct Scene {
    int place = 0; ///< index into kScenePlaces
    ScenePalette palette = ScenePalette::Free;
    std::vector<SceneObject> objects;
    std::uint64_t drawSeed = 0; ///< seeds the background, brightness and grain
};

/// A scene with 2 to 8 objects (fewer only when they find no room).
Scene sampleScene(Rng& rng);

/// The scene with this number in the endless, reproducible series of a seed: the same on every machine,
/// whatever was sampled before.
Scene sceneOfSeries(std::uint64_t seed, std::uint64_t index);

} // namespace vbs
