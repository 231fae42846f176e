#include "tests/support/oracle_extractor.h"

#include "core/regions/feature_cache.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace vbs;

namespace {

FeatureCache::Entry entryOf(std::uint64_t index)
{
    OracleExtractor oracle(9, index);
    return std::make_shared<const ExtractedRegions>(oracle.extract({}, {}));
}

RgbImage imageOf(std::uint8_t shade)
{
    RgbImage image(4, 3);
    std::fill(image.pixels.begin(), image.pixels.end(), shade);
    return image;
}

constexpr std::uint64_t kPictures = 30;

std::string keyOf(std::uint64_t picture)
{
    return "ab" + std::to_string(1000 + picture);
}

bool isWhole(const ExtractedRegions& found, const ExtractedRegions& wanted)
{
    return torch::equal(found.features, wanted.features) && torch::equal(found.boxes, wanted.boxes) &&
           found.regions.regions.size() == wanted.regions.regions.size() &&
           found.regions.regions.back().label == wanted.regions.regions.back().label;
}

/// Stores and looks up without memory of its own. @returns whether everything found was what belongs there.
bool work(const std::filesystem::path& folder, std::uint64_t limit, std::uint64_t start, int rounds)
{
    FeatureCache cache(folder, limit, 0);
    for (int i = 0; rounds < 0 || i < rounds; ++i) {
        const std::uint64_t picture = (start + std::uint64_t(i) * 7) % kPictures;
        const auto found = cache.find(keyOf(picture));
        if (found && !isWhole(*found, *entryOf(picture)))
            return false;
        if (!found || i % 3 == 0)
            cache.store(keyOf(picture), entryOf(picture));
    }
    return true;
}

std::uint64_t bytesIn(const std::filesystem::path& folder)
{
    return DiskCache(folder, 0).totalBytes();
}

} // namespace

class FeatureCacheTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysTellPicturesAndExtractorsApart()
    {
        const std::string one = FeatureCache::keyOf(imageOf(1), "a");
        QCOMPARE(FeatureCache::keyOf(imageOf(1), "a"), one);
        QVERIFY(FeatureCache::keyOf(imageOf(2), "a") != one);
        QVERIFY(FeatureCache::keyOf(imageOf(1), "b") != one);
        RgbImage turned(3, 4); // the same bytes in another shape
        std::fill(turned.pixels.begin(), turned.pixels.end(), 1);
        QVERIFY(FeatureCache::keyOf(turned, "a") != one);
    }

    void keepsTheLatestInMemory()
    {
        FeatureCache cache({}, 0, 2);
        cache.store("aa", entryOf(1));
        cache.store("bb", entryOf(2));
        QVERIFY(cache.find("aa"));
        cache.store("cc", entryOf(3)); // bb was used longest ago
        QVERIFY(cache.find("aa"));
        QVERIFY(!cache.find("bb"));
        QVERIFY(cache.find("cc"));
    }

    void survivesARestartOnDisk()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto entry = std::make_shared<ExtractedRegions>(*entryOf(4));
        const auto count = std::int64_t(entry->regions.regions.size());
        entry->labels = torch::arange(count) - 1;
        entry->attributeScores = torch::rand({count});
        FeatureCache(path, 1 << 20, 1).store("ab12", entry);
        FeatureCache cache(path, 1 << 20, 1);
        const auto found = cache.find("ab12");
        QVERIFY(found);
        QVERIFY(torch::equal(found->labels, entry->labels));
        QVERIFY(torch::equal(found->attributeScores, entry->attributeScores));
        QVERIFY(!found->attributes.defined());
        QVERIFY(torch::equal(found->features, entry->features));
        QVERIFY(torch::equal(found->boxes, entry->boxes));
        QCOMPARE(found->regions.imageWidth, entry->regions.imageWidth);
        QCOMPARE(found->regions.regions.size(), entry->regions.regions.size());
        for (std::size_t i = 0; i < found->regions.regions.size(); ++i) {
            QCOMPARE(found->regions.regions[i].label, entry->regions.regions[i].label);
            QVERIFY(found->regions.regions[i].box == entry->regions.regions[i].box);
        }
        QVERIFY(!cache.find("ab13"));
    }

    void keysTellBoxesApart()
    {
        const std::string picture = FeatureCache::keyOf(imageOf(1), "a");
        const std::vector<Box> boxes{{1, 2, 3, 4}, {5, 6, 7, 8}};
        const std::string key = FeatureCache::keyOf(picture, boxes);
        QCOMPARE(FeatureCache::keyOf(picture, boxes), key);
        QVERIFY(key != picture);
        QVERIFY(FeatureCache::keyOf(picture, {boxes[1], boxes[0]}) != key);
        QVERIFY(FeatureCache::keyOf(picture, {boxes[0]}) != key);
        QVERIFY(FeatureCache::keyOf(picture, {boxes[0], {5, 6, 7, 8.5f}}) != key);
        QVERIFY(FeatureCache::keyOf(FeatureCache::keyOf(imageOf(2), "a"), boxes) != key);
    }

    void keepsThatNothingWasFound()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        auto nothing = std::make_shared<ExtractedRegions>();
        nothing->regions.imageWidth = 5;
        nothing->boxes = torch::zeros({0, 4});
        nothing->features = torch::zeros({0, 77});
        FeatureCache(path, 1 << 20, 1).store("ab12", nothing);
        const auto found = FeatureCache(path, 1 << 20, 1).find("ab12");
        QVERIFY(found);
        QVERIFY((found->features.sizes() == at::IntArrayRef{0, 77}));
        QCOMPARE(found->regions.imageWidth, 5);
    }

    void staysWithinItsLimit()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        FeatureCache(path, 1 << 30, 0).store(keyOf(0), entryOf(0));
        const std::uint64_t limit = 5 * bytesIn(path);
        FeatureCache cache(path, limit, 0);
        for (std::uint64_t i = 0; i < kPictures; ++i) {
            cache.store(keyOf(i), entryOf(i));
            QVERIFY(bytesIn(path) <= limit);
            QVERIFY(cache.find(keyOf(i))); // the latest is never the one that goes
        }
        FeatureCache none(path, 0, 0);
        none.store("ff00", entryOf(1));
        QVERIFY(!none.find("ff00"));
    }

    /// Several programs store, find and evict in one folder at the same time.
    void programsShareAFolder()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        FeatureCache(path, 1 << 30, 0).store(keyOf(0), entryOf(0));
        const std::uint64_t limit = 6 * bytesIn(path);
        std::vector<pid_t> children;
        for (std::uint64_t c = 1; c <= 2; ++c) {
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(work(path, limit, c * 11, 120) ? 0 : 1);
            children.push_back(child);
        }
        QVERIFY(work(path, limit, 0, 120));
        for (const pid_t child : children) {
            int status = 1;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
        }
        FeatureCache(path, limit, 0).store(keyOf(3), entryOf(3));
        QVERIFY(bytesIn(path) <= limit);
    }

    /// A program that is killed while it writes leaves nothing that another one takes for an entry.
    void survivesKills()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        for (int round = 0; round < 8; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                work(path, 1 << 30, std::uint64_t(round), -1);
                ::_exit(1);
            }
            ::usleep(useconds_t(20'000 + round * 7'000));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            FeatureCache cache(path, 1 << 30, 0);
            for (std::uint64_t picture = 0; picture < kPictures; ++picture)
                if (const auto found = cache.find(keyOf(picture)))
                    QVERIFY(isWhole(*found, *entryOf(picture)));
        }
        QVERIFY(work(path, 1 << 30, 0, 60));
    }

    void takesWhatIsNotAnEntryForUnknown()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        DiskCache(path, 1 << 20).store("ab12", "not an entry");
        QVERIFY(!FeatureCache(path, 1 << 20, 1).find("ab12"));
    }
};

VBS_TEST_MAIN(FeatureCacheTest)
#include "feature_cache_test.moc"
