#include "core/picture_book/calibration/scene_calibration.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/image/image_io.h"
#include "core/pack/model_pack.h"
#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/runtime/backend_factory.h"
#include "core/runtime/loaded_pack.h"
#include "tests/support/foreign_pictures.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

/// Of a series that neither training, calibration nor README used.
constexpr std::uint64_t kFreshSeed = 60601;
constexpr int kScenes = 2000, kForeignOfKind = 20;

const fs::path& shippedPack()
{
    static const fs::path folder = fs::path(test::sourceFolder()) / "models/picture-book";
    return folder;
}

double strangenessOf(InferenceBackend& engine, RgbImage image)
{
    InferenceRequest request;
    request.regionsOnly = true;
    request.image = std::make_shared<const RgbImage>(std::move(image));
    return engine.run(request, {}).strangeness.picture;
}

} // namespace

/// About 40 seconds on a core: it looks at 2,320 pictures.
class SceneCalibrationSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freshScenesPass();
    void foreignPicturesAreFlagged();
    void freshTextsPass_data();
    void freshTextsPass();
    void wrongAnswersCarryTheHint_data();
    void wrongAnswersCarryTheHint();
    void calibratesACopy();
};

void SceneCalibrationSlowTest::freshScenesPass()
{
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    int passed = 0;
    for (int i = 0; i < kScenes; ++i)
        passed += strangenessOf(*engine, drawScene(sceneOfSeries(kFreshSeed, std::uint64_t(i)))) <= 1 ? 1 : 0;
    QVERIFY2(passed >= kScenes * 99 / 100, qPrintable(QString("%1 of %2 passed").arg(passed).arg(kScenes)));
    qInfo("%d of %d scenes pass", passed, kScenes);
}

void SceneCalibrationSlowTest::foreignPicturesAreFlagged()
{
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    int flagged = 0;
    QStringList missed;
    for (int kind = 0; kind < test::kForeignKinds; ++kind) {
        for (int i = 0; i < kForeignOfKind; ++i) {
            const double strangeness = strangenessOf(*engine, test::foreignPicture(kind, std::uint64_t(i)));
            flagged += strangeness > 1 ? 1 : 0;
            if (strangeness <= 1)
                missed << QString("%1 %2: %3").arg(test::nameOfForeignKind(kind)).arg(i).arg(strangeness);
        }
    }
    constexpr int kAll = test::kForeignKinds * kForeignOfKind;
    static_assert(kAll >= 300);
    QVERIFY2(flagged >= kAll * 99 / 100, qPrintable(missed.join(", ")));
    qInfo("%d of %d foreign pictures are flagged; not: %s", flagged, kAll, qPrintable(missed.join(", ")));
}

void SceneCalibrationSlowTest::freshTextsPass_data()
{
    QTest::addColumn<int>("task");
    for (const TaskInfo& info : kTaskTable)
        QTest::newRow(std::string(info.name).c_str()) << int(info.task);
}

void SceneCalibrationSlowTest::freshTextsPass()
{
    QFETCH(int, task);
    LoadedPack pack(shippedPack(), c10::Device("cpu"), torch::kFloat, {});
    QVERIFY(pack.textStrangeness());
    std::vector<Scene> scenes;
    for (int i = 0; i < 300; ++i)
        scenes.push_back(sceneOfSeries(kFreshSeed, std::uint64_t(i)));
    int count = 0, passed = 0;
    for (const SceneExample& example : sceneExamples(Task(task), scenes, kFreshSeed, 4)) {
        const EncodedRequest encoded =
            headOf(Task(task)).encode(example.request, pack.tokenizer(), pack.encodingRules(Task(task)));
        passed += pack.textStrangeness()->of(Task(task), encoded) <= 1 ? 1 : 0;
        ++count;
    }
    QVERIFY2(count > 500 && passed >= count * 99 / 100, qPrintable(QString("%1 of %2").arg(passed).arg(count)));
}

void SceneCalibrationSlowTest::wrongAnswersCarryTheHint_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("leastOfWrong"); ///< per cent
    QTest::addColumn<int>("mostOfRight");
    QTest::newRow("any questions") << "any_questions.json" << 90 << 40;
    QTest::newRow("about what the scenes hold") << "free_phrasings.json" << 60 << 40;
}

/// Of questions that people may ask about the samples: those that are answered wrongly should be called strange, and
/// those that are answered rightly should not.
void SceneCalibrationSlowTest::wrongAnswersCarryTheHint()
{
    QFETCH(QString, file);
    QFETCH(int, leastOfWrong);
    QFETCH(int, mostOfRight);
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    const Json questions = readJsonFile(fs::path(test::dataFolder()) / "scenes" / file.toStdString()).at("questions");
    int wrong = 0, strangeWrong = 0, right = 0, strangeRight = 0;
    for (const Json& question : questions) {
        const std::string picture = question.at("picture");
        InferenceRequest request;
        request.image = std::make_shared<const RgbImage>(
            readImage(shippedPack() / "samples" / (picture.ends_with(".png") ? picture : picture + ".png")));
        request.text = question.contains("text") ? question.at("text") : question.at("question");
        const InferenceResult result = engine->run(request, {});
        const Json& answers = question.contains("answers") ? question.at("answers") : question.at("right");
        const bool isRight = std::ranges::find(answers, Json(result.answers.front().text)) != answers.end();
        (isRight ? right : wrong) += 1;
        (isRight ? strangeRight : strangeWrong) += result.strangeness.isTextStrange() ? 1 : 0;
    }
    qInfo("%d of %d wrong answers carry the hint, and %d of %d right ones", strangeWrong, wrong, strangeRight, right);
    QVERIFY(wrong > 0 && strangeWrong * 100 >= leastOfWrong * wrong);
    QVERIFY(right > 0 && strangeRight * 100 <= mostOfRight * right);
}

void SceneCalibrationSlowTest::calibratesACopy()
{
    QTemporaryDir folder;
    SceneCalibration options;
    options.pack = fs::path(folder.path().toStdString()) / "copy";
    options.scenes = kFewestCalibrationScenes;
    options.textsOfScene = 2;
    options.device = "cpu";
    fs::copy(shippedPack(), options.pack, fs::copy_options::recursive);
    fs::resize_file(options.pack / "strangeness/pictures.safetensors", 10); // what is made anew need not be readable
    const std::size_t files = readPack(options.pack).manifest.files.size();
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(calibrateOnScenes(options, {stop.get_token(), {}}), Error);
    QCOMPARE(fs::file_size(options.pack / "strangeness/pictures.safetensors"), std::uintmax_t(10));

    calibrateOnScenes(options, {});
    const ModelPack pack = readPack(options.pack);
    QCOMPARE(pack.manifest.files.size(), files);
    QVERIFY(verifyPack(pack).empty());
    const auto engine = createBackend({});
    engine->loadPack({options.pack}, {});
    int passed = 0;
    for (int i = 0; i < 100; ++i)
        passed += strangenessOf(*engine, drawScene(sceneOfSeries(kFreshSeed, std::uint64_t(i)))) <= 1 ? 1 : 0;
    QVERIFY2(passed >= 95, qPrintable(QString::number(passed)));
    QVERIFY(strangenessOf(*engine, test::foreignPicture(0, 1)) > 1);
}

VBS_TEST_MAIN(SceneCalibrationSlowTest)
#include "scene_calibration_slow_test.moc"
