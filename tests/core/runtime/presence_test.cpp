#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/picture_book/scenes/scene_drawing.h"
#include "core/picture_book/scenes/scene_vocabulary.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

#include <algorithm>

using namespace vbs;

namespace {

const std::filesystem::path kPack = std::filesystem::path(vbs::test::sourceFolder()) / "models" / "picture-book";
constexpr std::uint64_t kSeed = 31337;
constexpr int kScenes = 60;

std::string categoryOf(std::size_t i)
{
    return std::string(kSceneCategories[i]);
}

InferenceRequest finding(const ImagePtr& image, const std::string& phrase)
{
    InferenceRequest request;
    request.task = Task::RegionToPhrase;
    request.image = image;
    request.text = phrase;
    request.phrases = {{0, phrase.size()}};
    request.presenceToo = true;
    return request;
}

} // namespace

/// Whether a thing is in the picture, on scenes that the pack never saw.
class PresenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_engine = createBackend({.device = "cpu", .precision = "float32"});
        m_engine->loadPack({kPack}, {});
    }

    void whatIsThereAndWhatIsNot()
    {
        int right = 0, asked = 0;
        for (int i = 0; i < kScenes; ++i) {
            const Scene scene = sceneOfSeries(kSeed, std::uint64_t(i));
            const ImagePtr image = std::make_shared<const RgbImage>(drawScene(scene));
            const SceneObject& object = scene.objects.front();
            std::size_t other = std::size_t(i) % kSceneCategories.size();
            while (std::ranges::any_of(scene.objects, [&](const SceneObject& o) { return o.category == int(other); }))
                other = (other + 1) % kSceneCategories.size();
            const std::string color(kSceneColors[std::size_t(object.color)]);
            for (const auto& [phrase, present] :
                 {std::pair("the " + categoryOf(std::size_t(object.category)), true),
                  std::pair("a " + color + " " + categoryOf(std::size_t(object.category)), true),
                  std::pair("the " + categoryOf(other), false), std::pair(color + " " + categoryOf(other), false)}) {
                const InferenceResult result = m_engine->run(finding(image, phrase), {});
                QCOMPARE(result.presences.size(), std::size_t(1));
                QCOMPARE(result.presences[0].phrase, phrase);
                right += result.presences[0].isAbsent() != present;
                QCOMPARE(isAbsent(result, result.phrases[0].span), result.presences[0].isAbsent());
                ++asked;
            }
        }
        QVERIFY2(right * 100 >= asked * 97, qPrintable(QString("%1 of %2").arg(right).arg(asked)));
    }

    void whatThePackCannotKnowIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("phrase");
        for (const char* phrase : {"the giraffe", "two balls", "the sky", "everything", "the wobbly ball"})
            QTest::newRow(phrase) << QByteArray(phrase);
    }
    void whatThePackCannotKnowIsLeftOut()
    {
        QFETCH(QByteArray, phrase);
        const ImagePtr image = std::make_shared<const RgbImage>(drawScene(sceneOfSeries(kSeed, 1)));
        QVERIFY(m_engine->run(finding(image, phrase.toStdString()), {}).presences.empty());
    }

    void aQuestionsDefiniteThingsAreLookedFor()
    {
        const Scene scene = sceneOfSeries(kSeed, 2);
        std::size_t other = 0;
        while (std::ranges::any_of(scene.objects, [&](const SceneObject& o) { return o.category == int(other); }))
            ++other;
        InferenceRequest request;
        request.image = std::make_shared<const RgbImage>(drawScene(scene));
        request.text = "What is left of the " + categoryOf(other) + "?";
        QVERIFY(m_engine->run(request, {}).presences.empty()); // it was not wished for
        const InferenceResult plain = m_engine->run(request, {});
        request.presenceToo = true;
        const InferenceResult result = m_engine->run(request, {});
        QCOMPARE(result.presences.size(), std::size_t(1));
        QVERIFY(result.presences[0].isAbsent());
        QCOMPARE(result.presences[0].noun, categoryOf(other));
        QCOMPARE(result.answers.front().text, plain.answers.front().text); // nothing else changes
        QCOMPARE(result.answers.front().probability, plain.answers.front().probability);
        request.text = "Is there a " + categoryOf(other) + "?"; // takes nothing for granted
        QVERIFY(m_engine->run(request, {}).presences.empty());
    }

private:
    std::unique_ptr<InferenceBackend> m_engine;
};

VBS_TEST_MAIN(PresenceTest)
#include "presence_test.moc"
