#include "tests/support/striped_extractor.h"

#include "core/regions/region_store.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <cstdlib>
#include <latch>
#include <sys/resource.h>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMuch = 1 << 30;
constexpr int kPictures = 30;

RgbImage pictureOf(int shade)
{
    RgbImage image(20, 6);
    image.pixels.assign(image.pixels.size(), std::uint8_t(shade));
    return image;
}

bool isOf(int shade, const ExtractedRegions& regions)
{
    StripedExtractor extractor;
    const ExtractedRegions wanted = extractor.extract(pictureOf(shade), {});
    return torch::equal(regions.features, wanted.features) && torch::equal(regions.boxes, wanted.boxes) &&
           regions.regions.regions.size() == 2 && regions.regions.regions.back().label == "stripe";
}

/// A store as each program has one.
struct Program {
    explicit Program(RegionStoreOptions options, std::size_t mostWaiting = 64)
        : work(mostWaiting), store(std::move(options), work)
    {
    }
    Program(const fs::path& folder, std::uint64_t bytes) : Program({.cacheFolder = folder, .diskBytes = bytes}) {}

    RegionStore::Found look(const RgbImage& image, RegionExtractor& by, const std::vector<Box>& boxes = {})
    {
        return store.look(store.keyOf(image, by), image, boxes, by, {});
    }
    RegionStore::Found look(int shade) { return look(pictureOf(shade), extractor); }

    StripedExtractor extractor;
    BackgroundWork work;
    RegionStore store;
};

std::uint64_t bytesIn(const fs::path& folder)
{
    return DiskCache(folder / "regions", 0).totalBytes();
}

/// Looks at pictures without a memory of its own, as a program beside others does: `FOLDER BYTES FIRST ROUNDS`.
/// @returns 0 if everything that came was what belongs there. Negative rounds: until it is killed.
int lookAround(const fs::path& folder, std::uint64_t bytes, int first, int rounds)
{
    Program program(folder, bytes);
    for (int i = 0; rounds < 0 || i < rounds; ++i) {
        const int shade = (first + i * 7) % kPictures;
        if (!isOf(shade, *program.look(shade).regions))
            return 1;
    }
    return 0;
}

int lookAroundAsChild(int argc, char** argv)
{
    return argc < 4 ? 2
                    : lookAround(argv[argc - 4], std::strtoull(argv[argc - 3], nullptr, 10), std::atoi(argv[argc - 2]),
                                 std::atoi(argv[argc - 1]));
}

/// Everything that a network may tell of a region.
class FullExtractor : public StripedExtractor {
public:
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl& control) override
    {
        ExtractedRegions result = StripedExtractor::describe(image, boxes, control);
        const auto count = std::int64_t(boxes.size());
        result.labels = torch::arange(count) - 1;
        result.attributeScores = torch::arange(count) / 3.;
        result.attributeScores = result.attributeScores.to(torch::kFloat);
        for (Region& region : result.regions.regions) {
            region.score = 1.f / 3;
            region.attribute = "grün";
            region.wholeImage = true;
        }
        return result;
    }
    std::string fingerprint() const override { return "full"; }
};

class LookingUp : public StripedExtractor {
public:
    bool isWorthKeeping() const override { return false; }
};

} // namespace

class RegionStoreTest : public QObject, private TextFiles {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path folder() const { return m_temporary->path().toStdString(); }
    std::unique_ptr<QProcess> startChild(std::uint64_t bytes, int first, int rounds) const
    {
        auto child = std::make_unique<QProcess>();
        child->start(QCoreApplication::applicationFilePath(),
                     vbs::test::childArguments(__FILE__, {m_temporary->path(), QString::number(bytes),
                                                          QString::number(first), QString::number(rounds)}));
        return child;
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void keysTellApartAllThatDecides()
    {
        StripedExtractor stripes;
        FullExtractor full;
        BackgroundWork work;
        const RegionStore one({.computedBy = "one thread"}, work), other({.computedBy = "two threads"}, work);
        RgbImage turned(6, 20); // the same bytes in another shape
        turned.pixels = pictureOf(1).pixels;
        const std::string key = one.keyOf(pictureOf(1), stripes);
        QCOMPARE(one.keyOf(pictureOf(1), stripes), key);
        QVERIFY(one.keyOf(pictureOf(2), stripes) != key);
        QVERIFY(one.keyOf(turned, stripes) != key);
        QVERIFY(one.keyOf(pictureOf(1), full) != key);
        QVERIFY(other.keyOf(pictureOf(1), stripes) != key);
    }

    void keepsTheLatestInMemory()
    {
        Program program({.memoryEntries = 2});
        program.look(1);
        program.look(2);
        QVERIFY(program.look(1).known);
        program.look(3); // 2 was used longest ago
        QVERIFY(program.look(1).known);
        QVERIFY(program.look(3).known);
        QVERIFY(!program.look(2).known);
        QCOMPARE(program.extractor.pictures, 4);
    }

    void boxesOfTheUsersAreAnotherQuestion()
    {
        Program program(folder(), kMuch);
        const std::vector<Box> boxes{{1, 1, 3, 4}, {5, 1, 7, 5}};
        const auto look = [&](const std::vector<Box>& chosen, int shade = 1) {
            return program.look(pictureOf(shade), program.extractor, chosen);
        };
        QVERIFY(!look(boxes).known);
        QVERIFY(look(boxes).known);
        QVERIFY(look(boxes).regions->regions.regions[1].box == boxes[1]);
        QVERIFY(!look({}).known);
        QVERIFY(!look({boxes[1], boxes[0]}).known);
        QVERIFY(!look({boxes[0]}).known);
        QVERIFY(!look({boxes[0], {5, 1, 7, 5.5f}}).known);
        QVERIFY(!look(boxes, 2).known);
        QVERIFY_THROWS_EXCEPTION(Error, look({{90, 90, 95, 95}}));
    }

    void anotherProgramFindsThemToTheBit()
    {
        FullExtractor extractor;
        const RgbImage image = pictureOf(7);
        const RegionStore::Entry wanted = Program(folder(), kMuch).look(image, extractor).regions;
        const auto [regions, known] = Program(folder(), kMuch).look(image, extractor);
        QVERIFY(known);
        QCOMPARE(extractor.pictures, 1);
        QVERIFY(torch::equal(regions->features, wanted->features));
        QVERIFY(torch::equal(regions->boxes, wanted->boxes));
        QVERIFY(torch::equal(regions->labels, wanted->labels));
        QVERIFY(torch::equal(regions->attributeScores, wanted->attributeScores));
        QVERIFY(!regions->attributes.defined());
        QCOMPARE(regions->regions.imageWidth, 20);
        QCOMPARE(regions->regions.regions.size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            const Region &one = regions->regions.regions[i], &other = wanted->regions.regions[i];
            QVERIFY(one.box == other.box && one.label == other.label && one.score == other.score &&
                    one.attribute == other.attribute && one.wholeImage == other.wholeImage);
        }
    }

    void keepsThatNothingWasFound()
    {
        const RgbImage narrow(5, 6); // narrower than a stripe
        Program first(folder(), kMuch), second(folder(), kMuch);
        first.look(narrow, first.extractor);
        first.work.wait();
        const auto [regions, known] = second.look(narrow, second.extractor);
        QVERIFY(known);
        QVERIFY((regions->features.sizes() == at::IntArrayRef{0, 4}));
        QCOMPARE(regions->regions.imageWidth, 5);
    }

    /// The answer waits for no disk; what waits for the disk is known meanwhile.
    void writesAfterTheAnswer()
    {
        std::latch disk(1);
        std::vector<RegionStore::Found> found;
        std::uint64_t meanwhile = 0;
        {
            Program program(folder(), kMuch);
            program.work.add([&disk] { disk.wait(); });
            found = {program.look(1), program.look(1)};
            meanwhile = bytesIn(folder());
            disk.count_down();
        } // waits for it
        QVERIFY(!found[0].known && isOf(1, *found[0].regions));
        QVERIFY(found[1].known && isOf(1, *found[1].regions));
        QCOMPARE(meanwhile, std::uint64_t(0));
        QVERIFY(bytesIn(folder()) > 0);
        QVERIFY(Program(folder(), kMuch).look(1).known);
    }

    void aDiskThatIsTooSlowIsNotWaitedFor()
    {
        std::latch disk(1), busy(1);
        Program program({.cacheFolder = folder(), .diskBytes = kMuch}, 2);
        program.work.add([&] {
            busy.count_down();
            disk.wait();
        });
        busy.wait();
        int right = 0;
        for (int shade = 0; shade < 5; ++shade)
            right += isOf(shade, *program.look(shade).regions) ? 1 : 0;
        disk.count_down();
        program.work.wait();
        QCOMPARE(right, 5);
        Program other(folder(), kMuch);
        QVERIFY(other.look(0).known && other.look(1).known);
        QVERIFY(!other.look(2).known && !other.look(4).known);
    }

    void aFolderThatCannotBeWrittenCostsNothingElse()
    {
        Program program(write("a file", "where the folder should be"), kMuch);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(isOf(1, *program.look(1).regions));
            program.work.wait();
        }
        QCOMPARE(program.extractor.pictures, 2);
    }

    /// A file that may not grow fails as on a full disk.
    void aFullDiskCostsNothingElse()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{16, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &full);
        Program program(folder(), kMuch);
        const RegionStore::Entry found = program.look(1).regions;
        program.work.wait();
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, signal);
        QVERIFY(isOf(1, *found));
        QCOMPARE(bytesIn(folder()), std::uint64_t(0));
        QVERIFY(!program.look(1).known);
        program.work.wait();
        QVERIFY(program.look(1).known);
    }

    void staysWithinItsLimit()
    {
        Program(folder(), kMuch).look(0);
        const std::uint64_t limit = 5 * bytesIn(folder());
        Program program(folder(), limit);
        for (int shade = 0; shade < kPictures; ++shade) {
            program.look(shade);
            program.work.wait();
            QVERIFY(bytesIn(folder()) <= limit);
            QVERIFY(program.look(shade).known); // the latest is never the one that goes
        }
        Program none(folder() / "none", 0);
        none.look(1);
        none.work.wait();
        QVERIFY(!none.look(1).known);
    }

    /// A run over many pictures leaves the others theirs.
    void addsNoMoreThanItMay()
    {
        Program(folder(), kMuch).look(0);
        const std::uint64_t entry = bytesIn(folder());
        Program run({.cacheFolder = folder(), .diskBytes = kMuch, .mostAdded = 3 * entry});
        for (int shade = 1; shade < kPictures; ++shade)
            run.look(shade);
        run.work.wait();
        QVERIFY(bytesIn(folder()) > 3 * entry && bytesIn(folder()) <= 4 * entry);
        QVERIFY(run.look(0).known && run.look(1).known);
    }

    void whatIsLookedUpIsNotKept()
    {
        LookingUp extractor;
        Program(folder(), kMuch).look(pictureOf(1), extractor);
        QCOMPARE(bytesIn(folder()), std::uint64_t(0));
        Program program({.cacheFolder = folder(), .diskBytes = kMuch, .memoryEntries = 1});
        program.look(pictureOf(1), extractor);
        QVERIFY(program.look(pictureOf(1), extractor).known);
    }

    void programsShareAFolder()
    {
        Program(folder(), kMuch).look(0);
        const std::uint64_t limit = 6 * bytesIn(folder());
        std::vector<std::unique_ptr<QProcess>> others;
        for (const int first : {11, 22})
            others.push_back(startChild(limit, first, 120));
        QCOMPARE(lookAround(folder(), limit, 0, 120), 0);
        for (const auto& other : others) {
            QVERIFY(other->waitForFinished());
            QCOMPARE(other->exitStatus(), QProcess::NormalExit);
            QCOMPARE(other->exitCode(), 0);
        }
        Program(folder(), limit).look(kPictures);
        QVERIFY(bytesIn(folder()) <= limit);
    }

    /// A program that is killed while it writes leaves nothing that another one takes for an entry.
    void survivesKills()
    {
        Program(folder(), kMuch).look(0);
        const std::uint64_t entry = bytesIn(folder());
        for (int round = 0; round < 4; ++round) {
            const auto child = startChild(6 * entry, round, -1); // so that it goes on writing
            QTRY_VERIFY(bytesIn(folder()) > 3 * entry || child->state() == QProcess::NotRunning);
            child->kill();
            QVERIFY(child->waitForFinished());
            QCOMPARE(child->exitStatus(), QProcess::CrashExit);
            QCOMPARE(lookAround(folder(), kMuch, 0, kPictures), 0);
            fs::remove_all(folder() / "regions");
        }
    }

    void takesWhatIsNotAnEntryForUnknown()
    {
        Program program(folder(), kMuch);
        const std::string key = program.store.keyOf(pictureOf(1), program.extractor);
        DiskCache(folder() / "regions", kMuch).store(key, "not an entry");
        QVERIFY(!program.look(1).known);
    }
};

VBS_TEST_MAIN(RegionStoreTest)
VBS_TEST_CHILD(lookAroundAsChild)
#include "region_store_test.moc"
