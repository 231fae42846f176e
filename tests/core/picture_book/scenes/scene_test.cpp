#include "core/picture_book/scenes/scene.h"

#include "core/picture_book/scenes/scene_drawing.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

namespace {

constexpr std::uint64_t kSeed = 77;
constexpr int kScenes = 3000;

bool same(const SceneObject& a, const SceneObject& b)
{
    return a.category == b.category && a.color == b.color && a.size == b.size && a.centreX == b.centreX &&
           a.centreY == b.centreY && a.scale == b.scale && a.angle == b.angle && a.mirrored == b.mirrored &&
           a.variation == b.variation && a.box == b.box;
}

} // namespace

class SceneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Training data and published accuracies stand on this series: it must never change.
    void firstSceneOfSeedOneIsPinned()
    {
        struct Expected {
            int category, color, size;
            double centreX, centreY, scale;
            Box box;
        };
        const Expected expected[] = {
            {1, 4, 0, 284.809342, 163.615955, 18.831505, {266.90625f, 143.40625f, 302.78125f, 184.46875f}},
            {9, 4, 0, 27.299147, 189.124517, 15.840431, {11.65625f, 173.50000f, 42.93750f, 204.75000f}},
            {15, 2, 1, 42.718871, 121.549282, 35.485882, {6.65625f, 85.53125f, 78.78125f, 157.56250f}},
            {5, 4, 0, 200.102086, 113.775232, 16.608471, {182.65625f, 96.78125f, 217.81250f, 129.46875f}},
            {15, 0, 1, 67.796103, 53.125381, 33.154809, {33.81250f, 19.53125f, 101.78125f, 86.71875f}}};
        const Scene scene = sceneOfSeries(1, 0);
        QCOMPARE(scene.place, 2);
        QCOMPARE(scene.palette, ScenePalette::Free);
        QCOMPARE(scene.drawSeed, std::uint64_t(6494970808815027117));
        QCOMPARE(scene.objects.size(), std::size(expected));
        for (std::size_t i = 0; i < scene.objects.size(); ++i) {
            const SceneObject& object = scene.objects[i];
            QCOMPARE(object.category, expected[i].category);
            QCOMPARE(object.color, expected[i].color);
            QCOMPARE(object.size, expected[i].size);
            QVERIFY(std::abs(object.centreX - expected[i].centreX) < 1e-6);
            QVERIFY(std::abs(object.centreY - expected[i].centreY) < 1e-6);
            QVERIFY(std::abs(object.scale - expected[i].scale) < 1e-6);
            QVERIFY(object.box == expected[i].box);
        }
    }

    void aSceneDoesNotDependOnWhatWasSampledBefore()
    {
        const Scene direct = sceneOfSeries(kSeed, 41);
        for (std::uint64_t i = 0; i < 41; ++i)
            sceneOfSeries(kSeed, i);
        const Scene later = sceneOfSeries(kSeed, 41);
        QCOMPARE(later.drawSeed, direct.drawSeed);
        QCOMPARE(later.objects.size(), direct.objects.size());
        for (std::size_t i = 0; i < direct.objects.size(); ++i)
            QVERIFY(same(later.objects[i], direct.objects[i]));
    }

    void neighboursInSeedAndNumberDiffer()
    {
        std::set<std::uint64_t> seen;
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            for (std::uint64_t index = 0; index < 50; ++index)
                seen.insert(sceneOfSeries(seed, index).drawSeed);
        QCOMPARE(seen.size(), std::size_t(1000));
    }

    void everyObjectKeepsTheRules()
    {
        for (std::uint64_t i = 0; i < kScenes; ++i) {
            const Scene scene = sceneOfSeries(kSeed, i);
            QVERIFY(scene.objects.size() >= 2 && scene.objects.size() <= 8);
            for (const SceneObject& object : scene.objects) {
                QVERIFY(object.size == 0 ? object.scale >= 15 && object.scale < 20
                                         : object.scale >= 31 && object.scale < 41);
                QVERIFY(object.box.x1 >= 0 && object.box.y1 >= 0);
                QVERIFY(object.box.x2 <= kSceneWidth - 1 && object.box.y2 <= kSceneHeight - 1);
                const Box drawn = drawnExtent(object);
                QVERIFY((object.box == Box{drawn.x1 - 1, drawn.y1 - 1, drawn.x2 + 1, drawn.y2 + 1}));
                if (kSceneCategories[std::size_t(object.category)] == "sun")
                    QVERIFY2(object.color <= 2, "a sun that is not red, orange or yellow");
            }
        }
    }

    void overlapStaysUnderTwelvePercentOfTheSmaller()
    {
        float largest = 0;
        for (std::uint64_t i = 0; i < kScenes; ++i) {
            const Scene scene = sceneOfSeries(kSeed, i);
            for (std::size_t a = 0; a < scene.objects.size(); ++a)
                for (std::size_t b = 0; b < a; ++b) {
                    const Box &p = scene.objects[a].box, &q = scene.objects[b].box;
                    largest = std::max(largest, intersectionArea(p, q) / std::min(p.area(), q.area()));
                }
        }
        QVERIFY2(largest <= .1201f, qPrintable(QString::number(largest)));
        QVERIFY2(largest > .1f, "overlaps are allowed up to the limit, so that they are learned");
    }

    void palettesKeepTheirPromise()
    {
        std::map<ScenePalette, int> counts;
        for (std::uint64_t i = 0; i < kScenes; ++i) {
            const Scene scene = sceneOfSeries(kSeed, i);
            ++counts[scene.palette];
            std::map<int, int> categories, colors;
            for (const SceneObject& object : scene.objects) {
                ++categories[object.category];
                ++colors[object.color];
            }
            // An odd one without room is left out, so "at most one" differs.
            const auto allButOne = [&](const std::map<int, int>& seen) {
                return seen.size() == 1 ||
                       (seen.size() == 2 && std::min(seen.begin()->second, seen.rbegin()->second) == 1);
            };
            if (scene.palette == ScenePalette::Few) {
                const bool suns = categories.count(15) != 0; // they bring their own colours
                QVERIFY(categories.size() <= 3 && (suns || colors.size() <= 3));
            } else if (scene.palette == ScenePalette::OneColorButOne) {
                QVERIFY(allButOne(colors));
            } else if (scene.palette == ScenePalette::OneCategoryButOne) {
                QVERIFY(allButOne(categories));
            }
        }
        const auto share = [&](ScenePalette palette) { return double(counts[palette]) / kScenes; };
        QVERIFY(std::abs(share(ScenePalette::Free) - .55) < .03);
        QVERIFY(std::abs(share(ScenePalette::Few) - .25) < .03);
        QVERIFY(std::abs(share(ScenePalette::OneColorButOne) - .1) < .02);
        QVERIFY(std::abs(share(ScenePalette::OneCategoryButOne) - .1) < .02);
    }

    void everythingOccursOftenEnough()
    {
        std::map<int, int> categories, colors, places;
        int objects = 0, big = 0;
        for (std::uint64_t i = 0; i < kScenes; ++i) {
            const Scene scene = sceneOfSeries(kSeed, i);
            ++places[scene.place];
            for (const SceneObject& object : scene.objects) {
                ++categories[object.category];
                ++colors[object.color];
                ++objects;
                big += object.size;
            }
        }
        for (int c = 0; c < 16; ++c)
            QVERIFY2(categories[c] > objects / 16 / 2, kSceneCategories[std::size_t(c)].data());
        for (int c = 0; c < 8; ++c)
            QVERIFY2(colors[c] > objects / 8 / 2, kSceneColors[std::size_t(c)].data());
        for (int p = 0; p < 5; ++p)
            QVERIFY(std::abs(places[p] - kScenes / 5) < kScenes / 5 / 5);
        QVERIFY(double(objects) / kScenes > 4.5 && double(objects) / kScenes < 5.5);
        QVERIFY(double(big) / objects > .35 && double(big) / objects < .5);
    }

    void skyThingsAreHigherExceptOnPaper()
    {
        double sky = 0, ground = 0;
        int skyCount = 0, groundCount = 0;
        for (std::uint64_t i = 0; i < kScenes; ++i) {
            const Scene scene = sceneOfSeries(kSeed, i);
            if (kScenePlaces[std::size_t(scene.place)] == "paper")
                continue;
            for (const SceneObject& object : scene.objects) {
                (isSkyCategory(object.category) ? sky : ground) += object.centreY;
                ++(isSkyCategory(object.category) ? skyCount : groundCount);
            }
        }
        QVERIFY(sky / skyCount + 30 < ground / groundCount);
    }
};

VBS_TEST_MAIN(SceneTest)
#include "scene_test.moc"
