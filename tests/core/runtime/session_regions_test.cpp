#include "tests/support/counting_extractor.h"

#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/image/image_io.h"
#include "core/pack/model_pack.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/regions/extraction_run.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/region_file.h"
#include "core/regions/tuning_regions.h"
#include "core/runtime/backend_factory.h"
#include "core/runtime/device.h"
#endif

#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

const fs::path kPack = fs::path(vbs::test::sourceFolder()) / "models" / "picture-book";
constexpr int kPictures = 3;

/// Who finds the regions of pictures.
enum Finder { Asking, Tuning, Extracting };

/// All that is seen of found regions, whoever found them.
struct Seen {
    std::vector<at::Tensor> boxes, features; ///< a picture each; features empty: they stay within the engine
    std::vector<std::vector<double>> answers;
    int looks = 0; ///< pictures that the extractor had to look at
};

bool same(const std::vector<at::Tensor>& one, const std::vector<at::Tensor>& other)
{
    return std::ranges::equal(one, other, [](const at::Tensor& a, const at::Tensor& b) { return torch::equal(a, b); });
}

} // namespace

/// Questions, fine-tuning and `visualbert extract` find each other's regions, and what they make of them is to the bit
/// what they would make without.
class SessionRegionsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    int m_runs = 0;
    std::vector<fs::path> m_pictures;
    Seen m_wanted[3]; ///< without a store, by Finder

    fs::path folder() const { return m_temporary->path().toStdString(); }

    /// @param boxes describe these instead of finding regions.
    Seen find(Finder finder, const fs::path& cache, const std::vector<Box>& boxes = {});
    Seen ask(const fs::path& cache, const std::vector<Box>& boxes) const;
    Seen tune(RegionStore& store, RegionExtractor& extractor, const std::vector<Box>& boxes);
    Seen extract(RegionStore& store, RegionExtractor& extractor, const std::vector<Box>& boxes);
    void compare(Finder finder, const Seen& seen, const Seen& wanted) const;

private Q_SLOTS:
    void initTestCase();
    void whatOneFindsTheOthersRead_data();
    void whatOneFindsTheOthersRead();
    void boxesAreSharedAsWell();
    void picturesOfOnePassAreNotKept();
};

Seen SessionRegionsTest::ask(const fs::path& cache, const std::vector<Box>& boxes) const
{
    const auto engine = createBackend({.device = "cpu", .cacheFolder = cache});
    engine->loadPack({kPack}, {});
    Seen seen;
    for (const fs::path& picture : m_pictures) {
        InferenceRequest request;
        request.image = std::make_shared<const RgbImage>(readImage(picture));
        request.boxes = boxes;
        request.text = "How many things are there?";
        const InferenceResult result = engine->run(request, {});
        seen.looks += result.timing.regionsCached ? 0 : 1;
        std::vector<Box> found;
        for (const Region& region : result.regions.regions)
            found.push_back(region.box);
        seen.boxes.push_back(tensorOfBoxes(found));
        std::vector<double>& answers = seen.answers.emplace_back();
        for (const Answer& answer : result.answers)
            answers.push_back(answer.probability);
    }
    return seen;
}

Seen SessionRegionsTest::tune(RegionStore& store, RegionExtractor& extractor, const std::vector<Box>& boxes)
{
    TuningRegionStore regions(folder() / ("run" + std::to_string(m_runs)), extractor, store);
    std::vector<TuningPicture> pictures;
    for (const fs::path& picture : m_pictures)
        pictures.push_back({picture, boxes});
    if (!regions.prepare(pictures, {}).empty())
        return {};
    Seen seen;
    for (const TuningPicture& picture : pictures) {
        seen.boxes.push_back(regions.of(picture).boxes);
        seen.features.push_back(regions.of(picture).features);
    }
    return seen;
}

Seen SessionRegionsTest::extract(RegionStore& store, RegionExtractor& extractor, const std::vector<Box>& boxes)
{
    const fs::path out = folder() / ("out" + std::to_string(m_runs));
    std::optional<BoxFile> file;
    if (!boxes.empty()) {
        OrderedJson coco;
        for (int i = 0; i < kPictures; ++i) {
            coco["images"].push_back({{"id", i}, {"file_name", m_pictures[std::size_t(i)].filename().string()}});
            for (const Box& box : boxes)
                coco["annotations"].push_back({{"id", coco["annotations"].size()},
                                               {"image_id", i},
                                               {"category_id", 1},
                                               {"bbox", {box.x1, box.y1, box.width(), box.height()}}});
        }
        coco["categories"].push_back({{"id", 1}, {"name", "thing"}});
        writeJsonFile(folder() / "coco.json", coco);
        file = BoxFile::open(folder() / "coco.json");
    }
    ExtractionOptions options;
    options.boxes = file ? &*file : nullptr;
    const auto output = makeExtractionOutput(out, {"pack", extractor.fingerprint(), ""}, false);
    const ExtractionReport report =
        runExtraction(listPictures({folder() / "in"}).pictures, extractor, store, *output, options, {});
    Seen seen;
    if (report.written != std::size_t(kPictures))
        return seen;
    for (const fs::path& picture : m_pictures) {
        const RegionFeatures r = readRegionFile(out / picture.filename().replace_extension(".safetensors")).regions;
        seen.boxes.push_back(torch::tensor(r.boxes).reshape({r.count, 4}));
        seen.features.push_back(torch::tensor(r.features).reshape({r.count, r.size}));
    }
    return seen;
}

Seen SessionRegionsTest::find(Finder finder, const fs::path& cache, const std::vector<Box>& boxes)
{
    ++m_runs;
    if (finder == Asking)
        return ask(cache, boxes);
    const DeviceInfo device = chooseDevice("cpu");
    CountingExtractor extractor(createRegionExtractor(packExtractor(readPack(kPack)), device.device));
    BackgroundWork work;
    RegionStore store({.cacheFolder = cache, .diskBytes = 100 << 20, .computedBy = computedBy(device)}, work);
    Seen seen = finder == Tuning ? tune(store, extractor, boxes) : extract(store, extractor, boxes);
    seen.looks = extractor.calls;
    return seen;
}

void SessionRegionsTest::compare(Finder finder, const Seen& seen, const Seen& wanted) const
{
    QCOMPARE(seen.boxes.size(), std::size_t(kPictures));
    QVERIFY(same(seen.boxes, wanted.boxes));
    QVERIFY(same(seen.features, wanted.features));
    QCOMPARE(seen.features.size(), std::size_t(finder == Asking ? 0 : kPictures));
    QVERIFY(seen.answers == wanted.answers);
}

void SessionRegionsTest::initTestCase()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    for (int i = 0; i < kPictures; ++i) {
        m_pictures.push_back(folder() / "in" / ("p" + std::to_string(i) + ".png"));
        writeImage(m_pictures.back(), drawScene(sceneOfSeries(31337, std::uint64_t(i))));
    }
    for (const Finder finder : {Asking, Tuning, Extracting}) {
        m_wanted[finder] = find(finder, {});
        QCOMPARE(m_wanted[finder].looks, kPictures);
        compare(finder, m_wanted[finder], m_wanted[finder]);
    }
    QVERIFY(same(m_wanted[Tuning].features, m_wanted[Extracting].features));
}

void SessionRegionsTest::whatOneFindsTheOthersRead_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    const char* const names[] = {"asking", "tuning", "extracting"};
    for (const int first : {Asking, Tuning, Extracting})
        for (const int second : {Asking, Tuning, Extracting})
            QTest::addRow("%s, then %s", names[first], names[second]) << first << second;
}

void SessionRegionsTest::whatOneFindsTheOthersRead()
{
    QFETCH(int, first);
    QFETCH(int, second);
    const QTemporaryDir cache;
    const Seen found = find(Finder(first), cache.path().toStdString());
    QCOMPARE(found.looks, kPictures);
    compare(Finder(first), found, m_wanted[first]);
    const Seen read = find(Finder(second), cache.path().toStdString());
    QCOMPARE(read.looks, 0);
    compare(Finder(second), read, m_wanted[second]);
}

void SessionRegionsTest::boxesAreSharedAsWell()
{
    const std::vector<Box> boxes{{10, 20, 60, 90}, {100, 40, 180, 150}};
    for (const Finder first : {Asking, Tuning, Extracting}) {
        const QTemporaryDir cache;
        find(first, cache.path().toStdString());
        QCOMPARE(find(first, cache.path().toStdString(), boxes).looks, kPictures);
        for (const Finder second : {Asking, Tuning, Extracting}) {
            const Seen read = find(second, cache.path().toStdString(), boxes);
            QCOMPARE(read.looks, 0);
            compare(second, read, find(second, {}, boxes));
        }
    }
}

/// In one pass numbers are rounded otherwise, so that they are nobody else's.
void SessionRegionsTest::picturesOfOnePassAreNotKept()
{
    const QTemporaryDir cache;
    const DeviceInfo device = chooseDevice("cpu");
    CountingExtractor extractor(createRegionExtractor(packExtractor(readPack(kPack)), device.device));
    {
        BackgroundWork work;
        RegionStore store(
            {.cacheFolder = cache.path().toStdString(), .diskBytes = 100 << 20, .computedBy = computedBy(device)},
            work);
        const auto output = makeExtractionOutput(folder() / "together", {"pack", "f", ""}, false);
        ExtractionOptions options;
        options.batch = kPictures;
        const auto pictures = listPictures({folder() / "in"}).pictures;
        QCOMPARE(runExtraction(pictures, extractor, store, *output, options, {}).written, std::size_t(kPictures));
    }
    QCOMPARE(extractor.calls, 1);
    QCOMPARE(find(Tuning, cache.path().toStdString()).looks, kPictures);
}

VBS_TEST_MAIN(SessionRegionsTest)
#include "session_regions_test.moc"
