#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/image/image_io.h"
#include "core/picture_book/scenes/scene_export.h"
#include "core/runtime/session.h"
#include "core/tuning/fine_tuning.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace vbs;

/// Somebody's own questions, from export to a pack that answers: the head is new, so the first accuracy is chance.
/// The scenes are of a series that the shipped pack's trunk was not trained on.
class FineTuningSlowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    TuningFiles scenes(const char* name, std::int64_t first, std::int64_t count) const
    {
        const std::filesystem::path folder = path(name);
        exportScenes({.seed = 4711, .first = first, .count = count, .questionsPerScene = 8, .folder = folder}, {});
        return {folder / "questions.json", folder / "annotations.json", folder / "images"};
    }

private Q_SLOTS:
    void aFreshHeadLearnsSceneQuestions()
    {
        FineTuningOptions options;
        options.task = "vqa";
        options.training = scenes("training", 0, 200);
        options.heldOut = scenes("other", 1000, 50);
        options.start = std::string(vbs::test::sourceFolder()) + "/models/picture-book";
        options.freshHead = true;
        options.folder = path("run");
        options.steps = 120;
        options.batch = 32;
        options.learningRate = 5e-5;
        options.freshRateFactor = 60;
        options.name = "my-scenes";
        QStringList told;
        const FineTuningResult result =
            fineTune(options, {}, [&](const std::string& sentence) { told += QString::fromStdString(sentence); });
        std::fprintf(stderr, "%s\nheld out: %.3f -> %.3f\n", qPrintable(told.join("\n")), result.before.at("accuracy"),
                     result.after.at("accuracy"));
        QVERIFY(told.join(" ").contains("a fresh head was requested"));
        QVERIFY2(result.before.at("accuracy") < 0.35, "a fresh head should know next to nothing");
        QVERIFY2(result.after.at("accuracy") >= 0.8, std::to_string(result.after.at("accuracy")).c_str());

        // The pack is one that the program opens and asks.
        Session session(BackendOptions{});
        const LoadPackResult loaded = session.loadPack({result.pack}, {});
        QCOMPARE(loaded.pack.name, std::string("my-scenes"));
        const Json questions = readJsonFile(options.heldOut.dataset),
                   answers = readJsonFile(options.heldOut.annotations);
        int right = 0, count = 0;
        for (; count < 40; ++count) {
            InferenceRequest request;
            char name[64];
            std::snprintf(name, sizeof name, "picture_book_seed4711_%012d.png",
                          questions["questions"][count]["image_id"].get<int>());
            request.image = std::make_shared<const RgbImage>(readImage(options.heldOut.images / name));
            request.text = questions["questions"][count]["question"].get<std::string>();
            right += session.run(request, {}).answers.at(0).text ==
                     answers["annotations"][count]["multiple_choice_answer"].get<std::string>();
        }
        QVERIFY2(right >= 30, std::to_string(right).c_str());
    }
};

VBS_TEST_MAIN(FineTuningSlowTest)
#include "fine_tuning_slow_test.moc"
