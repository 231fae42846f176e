#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/safetensors.h"
#include "core/picture_book/scenes/scene.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/picture_book/training/detector_scenes.h"
#include "core/picture_book/training/detector_training.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_detector.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class DetectorTrainingTest : public QObject {
    Q_OBJECT

    static DetectorTrainingOptions options(const QTemporaryDir& folder)
    {
        DetectorTrainingOptions options;
        options.output = folder.path().toStdString();
        options.config = tinyDetectorConfig();
        options.steps = 6;
        options.batch = 2;
        options.scenes = 20;
        options.evaluateEvery = 4;
        options.evaluationScenes = 2;
        options.logEvery = 2;
        return options;
    }

    static bool equal(const TensorMap& a, const TensorMap& b)
    {
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
                   return x.first == y.first && torch::equal(x.second, y.second);
               });
    }

private Q_SLOTS:
    void initTestCase() { torch::set_num_threads(1); }

    void mirroredExamplesKeepBoxesOnTheirObjects()
    {
        const Scene scene = sceneOfSeries(3, 1);
        const DetectorExample plain = detectorExample(scene, false), mirrored = detectorExample(scene, true);
        QVERIFY(plain.image.pixels == drawScene(scene).pixels);
        for (int y : {0, 100, 239}) {
            for (int x : {0, 17, 160, 319}) {
                for (int c = 0; c < 3; ++c)
                    QCOMPARE(mirrored.image.row(y)[3 * x + c], plain.image.row(y)[3 * (319 - x) + c]);
            }
        }
        const at::Tensor a = plain.target.boxes, b = mirrored.target.boxes;
        QVERIFY(torch::allclose(b.select(1, 0), 320 - a.select(1, 2)));
        QVERIFY(torch::allclose(b.select(1, 2), 320 - a.select(1, 0)));
        QVERIFY(torch::equal(b.select(1, 1), a.select(1, 1)));
        QVERIFY(torch::equal(plain.target.labels, mirrored.target.labels));
        QCOMPARE(plain.target.labels[0].item<std::int64_t>(), std::int64_t(scene.objects[0].category + 1));
        QCOMPARE(plain.target.attributes[0][0].item<std::int64_t>(), std::int64_t(scene.objects[0].color));
    }

    void batchesPaintedAheadAreThoseOfTheirSteps()
    {
        const SceneBatchOptions options{4, 50, 2, 7};
        SceneBatches batches(options);
        for (int step = 7; step < 12; ++step) {
            const auto ahead = batches.next(), direct = SceneBatches::batchOfStep(options, step);
            QCOMPARE(ahead.size(), 2u);
            for (std::size_t i = 0; i < 2; ++i) {
                QVERIFY(ahead[i].image.pixels == direct[i].image.pixels);
                QVERIFY(torch::equal(ahead[i].target.boxes, direct[i].target.boxes));
            }
        }
        QVERIFY(SceneBatches::batchOfStep(options, 1)[0].image.pixels !=
                SceneBatches::batchOfStep(options, 2)[0].image.pixels);
    }

    void resumedRunEqualsAnUninterruptedOne()
    {
        QTemporaryDir whole, parts;
        trainDetector(options(whole), {});
        DetectorTrainingOptions interrupted = options(parts);
        std::stop_source source;
        bool cancelled = false;
        try {
            trainDetector(interrupted, JobControl{source.get_token(), [&](const Progress& progress) {
                                                      if (progress.fraction >= .49)
                                                          source.request_stop();
                                                  }});
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
        QVERIFY(cancelled);
        QVERIFY(!std::filesystem::exists(interrupted.output / "model.safetensors"));
        interrupted.resume = true;
        trainDetector(interrupted, {});
        for (const char* file : {"checkpoint/state.safetensors", "model.safetensors"}) {
            QVERIFY2(equal(readSafetensors(options(whole).output / file).tensors,
                           readSafetensors(interrupted.output / file).tensors),
                     file);
        }
    }

    void outputIsARegionExtractorWithItsRecord()
    {
        QTemporaryDir folder;
        const DetectorTrainingOptions run = options(folder);
        const DetectionReport report = trainDetector(run, {});
        QCOMPARE(report.pictures, 4u);
        const auto extractor = createRegionExtractor(readJsonFile(run.output / "config.json"), run.output, c10::kCPU);
        QCOMPARE(extractor->featureSize(), 24 + 22);
        QVERIFY(extractor->extract(drawScene(sceneOfSeries(1, 1)), {}).features.isfinite().all().item<bool>());
        const Json record = readJsonFile(run.output / "training.json");
        QCOMPARE(record.at("steps").get<int>(), 6);
        QVERIFY(record.at("held_out").at("ap50").get<double>() == report.ap50);
        int evaluations = 0, reports = 0;
        for (const std::string& line : readLines(run.output / "log.jsonl")) {
            const Json entry = Json::parse(line);
            (entry.at("kind") == "evaluation" ? evaluations : reports) += 1;
        }
        QCOMPARE(evaluations, 2);
        QCOMPARE(reports, 3);
    }

    void impossibleRunsAreRefused()
    {
        QTemporaryDir folder;
        DetectorTrainingOptions run = options(folder);
        run.batch = 0;
        QVERIFY_EXCEPTION_THROWN(trainDetector(run, {}), Error);
        run = options(folder);
        run.seed = kHeldOutSceneSeed;
        QVERIFY_EXCEPTION_THROWN(trainDetector(run, {}), Error);
        // What LibTorch says becomes one plain line.
        run = options(folder);
        run.device = "toaster";
        const QString said = test::messageOf([&] { trainDetector(run, {}); });
        QVERIFY2(said.contains("toaster") && !said.contains('\n') && !said.contains("frame #"), qPrintable(said));
    }
};

VBS_TEST_MAIN(DetectorTrainingTest)
#include "detector_training_test.moc"
