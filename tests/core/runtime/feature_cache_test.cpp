#include "tests/support/oracle_extractor.h"

#include "core/runtime/feature_cache.h"

#include <QTemporaryDir>
#include <QtTest>

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
        const auto entry = entryOf(4);
        FeatureCache(path, 1 << 20, 1).store("ab12", entry);
        FeatureCache cache(path, 1 << 20, 1);
        const auto found = cache.find("ab12");
        QVERIFY(found);
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

    void takesWhatIsNotAnEntryForUnknown()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        DiskCache(path, 1 << 20).store("ab12", "not an entry");
        QVERIFY(!FeatureCache(path, 1 << 20, 1).find("ab12"));
    }
};

QTEST_GUILESS_MAIN(FeatureCacheTest)
#include "feature_cache_test.moc"
