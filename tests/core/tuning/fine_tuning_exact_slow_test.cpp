#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/safetensors.h"
#include "core/pack/model_pack.h"
#include "core/picture_book/scenes/scene_export.h"
#include "core/tuning/fine_tuning.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace vbs;

/// What must not change the weights that a run ends with, to the last bit.
class FineTuningExactSlowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// A few steps on six scenes with the shipped pack.
    FineTuningOptions options(const char* run) const
    {
        FineTuningOptions options;
        options.task = "vqa";
        options.training = {path("scenes/questions.json"), path("scenes/annotations.json"), path("scenes/images")};
        options.heldOutShare = 0.2;
        options.start = std::string(vbs::test::sourceFolder()) + "/models/picture-book";
        options.folder = path(run);
        options.steps = 3;
        options.batch = 4;
        return options;
    }

    static void compareWeights(const FineTuningResult& one, const FineTuningResult& other)
    {
        const auto read = [](const FineTuningResult& result) {
            const ModelPack pack = readPack(result.pack);
            return readSafetensors(pack.folder / pack.task("vqa").model / "model.safetensors");
        };
        const SafetensorsFile wanted = read(other);
        for (const auto& [name, tensor] : read(one).tensors)
            QVERIFY2(tensor.equal(wanted.tensors.at(name)), name.c_str());
    }

private Q_SLOTS:
    void initTestCase()
    {
        exportScenes({.seed = 5, .first = 0, .count = 6, .questionsPerScene = 4, .folder = path("scenes")}, {});
    }
    void aStoppedRunGoesOnExactly();
    void damagedRegionsChangeNothing();
    void regionsOfOthersChangeNothing();
};

void FineTuningExactSlowTest::aStoppedRunGoesOnExactly()
{
    FineTuningOptions straight = options("straight"), stopped = options("stopped");
    for (FineTuningOptions* run : {&straight, &stopped}) {
        run->freshHead = true;
        run->steps = 12;
        run->learningRate = 1e-3;
        run->freshRateFactor = 1;
        run->checkpointSeconds = 0; // after every step
    }
    const FineTuningResult whole = fineTune(straight, {});
    std::stop_source stop;
    std::atomic<bool> cancelled = false;
    std::thread run([&] {
        try {
            fineTune(stopped, {stop.get_token(), {}});
        } catch (const Error& e) {
            cancelled = e.code() == ErrorCode::Cancelled;
        }
    });
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(stopped.folder / "checkpoint" / "state.safetensors"), 60000);
    }();
    stop.request_stop();
    run.join();
    stopped.resume = true;
    if (!cancelled)
        qWarning("The run was over before it could be stopped.");
    const FineTuningResult resumed = fineTune(stopped, {});
    QCOMPARE(resumed.before.at("accuracy"), whole.before.at("accuracy"));
    QCOMPARE(resumed.after.at("loss"), whole.after.at("loss"));
    compareWeights(resumed, whole);

    stopped.batch = 5;
    QVERIFY_THROWS_EXCEPTION(Error, fineTune(stopped, {}));
}

/// One bit of every picture's regions.
void FineTuningExactSlowTest::damagedRegionsChangeNothing()
{
    namespace fs = std::filesystem;
    const FineTuningOptions undisturbed = options("undisturbed"), damaged = options("damaged");
    const FineTuningResult wanted = fineTune(undisturbed, {});
    fs::create_directories(damaged.folder);
    fs::copy(undisturbed.folder / "regions", damaged.folder / "regions", fs::copy_options::recursive);
    int flipped = 0;
    for (const auto& entry : fs::directory_iterator(damaged.folder / "regions")) {
        std::string bytes = readTextFile(entry.path());
        bytes[bytes.size() - std::size_t(1 + 37 * flipped++)] ^= 0x40;
        writeFileAtomically(entry.path(), bytes);
    }
    QVERIFY(flipped > 1);
    const FineTuningResult result = fineTune(damaged, {});
    compareWeights(result, wanted);
    for (const auto& entry : fs::directory_iterator(damaged.folder / "regions"))
        QCOMPARE(readTextFile(entry.path()), readTextFile(undisturbed.folder / "regions" / entry.path().filename()));
}

/// The first run finds the regions, the second takes them from the user's cache.
void FineTuningExactSlowTest::regionsOfOthersChangeNothing()
{
    FineTuningOptions alone = options("alone"), first = options("first"), second = options("second");
    first.cacheFolder = second.cacheFolder = path("cache");
    const FineTuningResult wanted = fineTune(alone, {});
    compareWeights(fineTune(first, {}), wanted);
    QVERIFY(!std::filesystem::is_empty(path("cache/regions")));
    compareWeights(fineTune(second, {}), wanted);
}

VBS_TEST_MAIN(FineTuningExactSlowTest)
#include "fine_tuning_exact_slow_test.moc"
