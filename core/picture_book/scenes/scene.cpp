#include "core/picture_book/scenes/scene.h"

#include "core/base/splitmix.h"
#include "core/picture_book/scenes/scene_drawing.h"

namespace vbs {

namespace {

constexpr int kTries = 25;
constexpr double kMaxOverlap = .12; // of the smaller box
constexpr double kMaxTilt = .09;    // radians, one standard deviation: 5 degrees
constexpr int kSun = 15;
static_assert(kSceneCategories[kSun] == "sun");
constexpr int kRed = 0, kYellow = 2;
constexpr int kCategories = int(kSceneCategories.size()), kColors = int(kSceneColors.size());

/// What one object of a scene is to look like, before it has a place.
struct Look {
    int category = 0, color = 0, size = 0;
};

ScenePalette samplePalette(Rng& rng)
{
    const double r = rng.uniform();
    if (r < .55)
        return ScenePalette::Free;
    if (r < .8)
        return ScenePalette::Few;
    return r < .9 ? ScenePalette::OneColorButOne : ScenePalette::OneCategoryButOne;
}

/// count different numbers below n, in random order.
std::vector<int> sampleDistinct(Rng& rng, int n, int count)
{
    std::vector<int> numbers;
    for (int i = 0; i < n; ++i)
        numbers.push_back(i);
    rng.shuffle(numbers);
    numbers.resize(std::size_t(count));
    return numbers;
}

int anyBut(Rng& rng, int n, int excluded)
{
    const int drawn = rng.between(0, n - 2);
    return drawn < excluded ? drawn : drawn + 1;
}

/// Suns are red, orange or yellow, whatever was drawn for them.
void warmSun(Rng& rng, Look& look)
{
    if (look.category == kSun)
        look.color = rng.between(kRed, kYellow);
}

std::vector<Look> sampleFree(Rng& rng, bool few)
{
    const std::vector<int> categories = sampleDistinct(rng, kCategories, few ? 3 : kCategories);
    const std::vector<int> colors = sampleDistinct(rng, kColors, few ? 3 : kColors);
    std::vector<Look> looks(std::size_t(rng.between(2, 8)));
    for (Look& look : looks) {
        look.category = rng.pick(categories);
        look.color = rng.pick(colors);
        warmSun(rng, look);
    }
    return looks;
}

/// All of one colour (or of one category) but one. No suns: they could not take the colour.
std::vector<Look> sampleAllButOne(Rng& rng, bool sameColor)
{
    std::vector<Look> looks(std::size_t(rng.between(3, 7)));
    const std::size_t odd = rng.below(looks.size());
    const int color = rng.between(0, kColors - 1), category = rng.between(0, kSun - 1);
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const int freeCategory = i == odd ? anyBut(rng, kSun, category) : category;
        const int freeColor = i == odd ? anyBut(rng, kColors, color) : color;
        looks[i].category = sameColor ? rng.between(0, kSun - 1) : freeCategory;
        looks[i].color = sameColor ? freeColor : rng.between(0, kColors - 1);
    }
    return looks;
}

std::vector<Look> sampleLooks(Rng& rng, ScenePalette palette)
{
    std::vector<Look> looks;
    switch (palette) {
    case ScenePalette::Free:
    case ScenePalette::Few:
        looks = sampleFree(rng, palette == ScenePalette::Few);
        break;
    case ScenePalette::OneColorButOne:
    case ScenePalette::OneCategoryButOne:
        looks = sampleAllButOne(rng, palette == ScenePalette::OneColorButOne);
        break;
    }
    for (Look& look : looks)
        look.size = rng.chance(.45) ? 1 : 0;
    return looks;
}

/// One try at a place and a pose. Six times in ten sky things go up and the others down (paper has no up).
SceneObject samplePose(Rng& rng, const Look& look, bool hasSky)
{
    SceneObject object;
    object.category = look.category;
    object.color = look.color;
    object.size = look.size;
    object.scale = look.size == 0 ? rng.uniform(15, 20) : rng.uniform(31, 41);
    double low = 0, high = 1;
    if (rng.chance(.6) && hasSky) {
        low = isSkyCategory(look.category) ? 0 : .42;
        high = isSkyCategory(look.category) ? .55 : 1;
    }
    const double margin = object.scale + 2;
    object.centreX = rng.uniform(margin, kSceneWidth - margin);
    object.centreY = margin + (kSceneHeight - 2 * margin) * rng.uniform(low, high);
    object.angle = rng.normal() * kMaxTilt;
    object.mirrored = rng.chance(.5);
    for (double& v : object.variation)
        v = rng.uniform();
    const Box drawn = drawnExtent(object);
    object.box = {drawn.x1 - 1, drawn.y1 - 1, drawn.x2 + 1, drawn.y2 + 1};
    return object;
}

bool fits(const SceneObject& object, const std::vector<SceneObject>& others)
{
    const Box& box = object.box;
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > kSceneWidth - 1 || box.y2 > kSceneHeight - 1)
        return false;
    return std::none_of(others.begin(), others.end(), [&](const SceneObject& other) {
        return intersectionArea(box, other.box) > kMaxOverlap * std::min(box.area(), other.box.area());
    });
}

} // namespace

bool isSkyCategory(int category)
{
    const std::string_view name = kSceneCategories.at(std::size_t(category));
    return name == "sun" || name == "bird" || name == "balloon" || name == "star";
}

Scene sampleScene(Rng& rng)
{
    Scene scene;
    scene.place = rng.between(0, int(kScenePlaces.size()) - 1);
    scene.palette = samplePalette(rng);
    const bool hasSky = kScenePlaces[std::size_t(scene.place)] != "paper";
    for (const Look& look : sampleLooks(rng, scene.palette)) {
        for (int i = 0; i < kTries; ++i) {
            SceneObject object = samplePose(rng, look, hasSky);
            if (fits(object, scene.objects)) {
                scene.objects.push_back(object);
                break;
            }
        }
    }
    scene.drawSeed = rng.next();
    return scene;
}

Scene sceneOfSeries(std::uint64_t seed, std::uint64_t index)
{
    Rng rng(splitMix(seed, index));
    return sampleScene(rng);
}

} // namespace vbs
