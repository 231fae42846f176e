#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/nn/packed_linear.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

using namespace vbs;

namespace {

std::unique_ptr<InferenceBackend> engineWith(const std::string& precision)
{
    auto engine = createBackend({.device = "cpu", .precision = precision, .cacheFolder = {}});
    const LoadPackResult loaded =
        engine->loadPack({std::filesystem::path(vbs::test::sourceFolder()) / "models" / "picture-book"}, {});
    if (loaded.device.precision != precision)
        throw std::runtime_error("the engine does not say its precision");
    return engine;
}

} // namespace

/// The shipped pack in both number types.
class PrecisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bfloat16GivesTheSameAnswers();
    void unknownPrecisionIsRefused();
};

void PrecisionTest::bfloat16GivesTheSameAnswers()
{
    const auto exact = engineWith("float32"), rounded = engineWith("bfloat16");
    Rng rng(7);
    int asked = 0, same = 0;
    double largest = 0;
    for (std::uint64_t scene = 0; asked < 500; ++scene) {
        const Scene drawn = sceneOfSeries(777, scene);
        InferenceRequest request;
        request.image = std::make_shared<const RgbImage>(drawScene(drawn));
        for (const QuestionType type : allQuestionTypes()) {
            const auto question = makeQuestion(rng, drawn, type);
            if (!question || asked == 500)
                continue;
            request.text = question->text;
            const InferenceResult a = exact->run(request, {}), b = rounded->run(request, {});
            QCOMPARE(b.precision, std::string("bfloat16"));
            QCOMPARE(a.regionPrecision, std::string("float32"));
            QCOMPARE(b.regionPrecision, std::string(bfloat16IsFast() ? "bfloat16" : "float32"));
            ++asked;
            same += a.answers.front().text == b.answers.front().text;
            largest = std::max(largest, std::abs(a.answers.front().probability - b.answers.front().probability));
        }
    }
    qInfo("%d of %d answers agree; probabilities differ by at most %.3f", same, asked, largest);
    QVERIFY(same >= 495);
    QVERIFY(largest > 0); // really another arithmetic
}

void PrecisionTest::unknownPrecisionIsRefused()
{
    try {
        createBackend({.device = "cpu", .precision = "float16", .cacheFolder = {}});
        QFAIL("accepted");
    } catch (const Error& e) {
        QVERIFY(std::string(e.what()).find("\"float16\"") != std::string::npos);
    }
}

VBS_TEST_MAIN(PrecisionTest)
#include "precision_slow_test.moc"
