#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/feature_row.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_extractor.h"
#include "core/regions/region_file.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;
using vbs::test::messageOf;
namespace fs = std::filesystem;

namespace {

RegionFeatures regionsOf(const std::string& image, int count, int size = 6)
{
    RegionFeatures r;
    r.image = image;
    r.width = 40;
    r.height = 30;
    r.count = count;
    r.size = count > 0 ? size : 0;
    for (int i = 0; i < count; ++i) {
        r.boxes.insert(r.boxes.end(), {1, 2, 20 + float(i), 25});
        for (int k = 0; k < size; ++k)
            r.features.push_back(float(image.size()) + float(i) + float(k) / 8);
        r.scores.push_back(.9f - float(i) / 10);
        r.labels.push_back(i);
        r.attributes.push_back(1 - i);
        r.attributeScores.push_back(.4f);
    }
    return r;
}

RgbImage pictureOf(const std::string& name, int width = 40, int height = 30)
{
    RgbImage image(width, height);
    image.name = name;
    return image;
}

} // namespace

class FeaturesExtractorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path folder() const { return m_temporary->path().toStdString(); }
    std::unique_ptr<RegionExtractor> make(const Json& more) const
    {
        Json config = {{"kind", "features"}};
        config.update(more);
        return createRegionExtractor(config, folder(), c10::kCPU);
    }
private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_temporary->filePath("cache").toUtf8());
        writeFileAtomically(folder() / "f.tsv", formatFeatureRow(regionsOf("nothing", 0)) +
                                                    formatFeatureRow(regionsOf("yard", 3)) +
                                                    formatFeatureRow(regionsOf("lawn", 2)));
        writeFileAtomically(folder() / "labels.txt", "dog,hound\ncat");
        writeFileAtomically(folder() / "attributes.txt", "red\nbig , large\n");
        writeRegionFile(folder() / "each/yard.safetensors", {regionsOf("yard.jpg", 3), {}});
        writeRegionFile(folder() / "each/lawn.safetensors", {regionsOf("lawn.jpg", 2), {}});
    }

    void looksPicturesUp_data()
    {
        QTest::addColumn<QString>("features");
        QTest::newRow("a tab-separated file") << "f.tsv";
        QTest::newRow("a folder") << "each";
        QTest::newRow("one picture's file") << "each/yard.safetensors";
    }

    void looksPicturesUp()
    {
        QFETCH(QString, features);
        const auto extractor =
            make({{"features", features.toStdString()}, {"labels", "labels.txt"}, {"attributes", "attributes.txt"}});
        QCOMPARE(extractor->featureSize(), 6);
        const ExtractedRegions found = extractor->extract(pictureOf("yard.jpg"), {});
        const RegionFeatures wanted = regionsOf("yard", 3);
        QCOMPARE(found.regions.regions.size(), std::size_t(3));
        QVERIFY((found.features.sizes() == at::IntArrayRef{3, 6}));
        QVERIFY((found.boxes.sizes() == at::IntArrayRef{3, 4}));
        QCOMPARE(found.regions.imageWidth, 40);
        QCOMPARE(found.boxes[2][2].item<float>(), 22.f);
        if (features == "f.tsv")
            QVERIFY(torch::equal(found.features, torch::tensor(wanted.features).reshape({3, 6})));
        const auto& regions = found.regions.regions;
        QCOMPARE(regions[0].label, std::string("dog"));
        QCOMPARE(regions[1].label, std::string("cat"));
        QCOMPARE(regions[2].label, std::string("object 2"));
        QCOMPARE(regions[0].attribute, std::string("big"));
        QCOMPARE(regions[1].attribute, std::string("red"));
        QCOMPARE(regions[2].attribute, std::string()); // -1
        QCOMPARE(regions[1].score, .8f);
        QVERIFY(torch::equal(found.labels, torch::tensor(wanted.labels)));
        QVERIFY(torch::equal(found.attributes, torch::tensor(wanted.attributes)));
        QVERIFY(torch::equal(found.attributeScores, torch::tensor(wanted.attributeScores)));
        QVERIFY((regions[2].box == Box{1, 2, 22, 25}));
    }

    void picturesWithoutRegionsAreNoFault()
    {
        const ExtractedRegions found = make({{"features", "f.tsv"}})->extract(pictureOf("nothing.png"), {});
        QVERIFY(found.regions.regions.empty());
        QVERIFY((found.features.sizes() == at::IntArrayRef{0, 6}));
    }

    void keepsTheFirstRegions()
    {
        const auto extractor = make({{"features", "f.tsv"}, {"max_regions", 2}});
        QCOMPARE(extractor->extract(pictureOf("yard.jpg"), {}).features.size(0), 2);
        const RgbImage yard = pictureOf("yard.jpg"), lawn = pictureOf("lawn.jpg");
        const auto both = extractor->extractBatch({&yard, &lawn}, {});
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both[1].regions.regions.size(), std::size_t(2));
    }

    void refusalsAreNamed()
    {
        const auto extractor = make({{"features", "f.tsv"}});
        QVERIFY(messageOf([&] {
                    extractor->extract(pictureOf("other.jpg"), {});
                }).contains("no features of the picture other.jpg"));
        QVERIFY(messageOf([&] { extractor->extract(pictureOf(""), {}); }).contains("this picture has none"));
        const QString size = messageOf([&] { extractor->extract(pictureOf("yard.jpg", 20, 15), {}); });
        QVERIFY2(size.contains("40 x 30") && size.contains("20 x 15"), qPrintable(size));
        QVERIFY(messageOf([&] {
                    extractor->describe(pictureOf("yard.jpg"), {{1, 1, 5, 5}}, {});
                }).contains("boxes of your own"));
        QVERIFY(messageOf([&] { make(Json::object()); }).contains("\"features\""));
        QVERIFY(messageOf([&] { make({{"features", "absent.tsv"}}); }).contains("absent.tsv"));
        QVERIFY(messageOf([&] { make({{"features", "f.tsv"}, {"columns", {"a", "b"}}}); }).contains("img_id"));
        QVERIFY(messageOf([&] { make({{"features", "f.tsv"}, {"columns", "img_id"}}); }).contains("list of names"));
        QVERIFY(messageOf([&] { make({{"features", "f.tsv"}, {"max_regions", 0}}); }).contains("max_regions"));
    }

    /// The extractor opens whatever its first row or file is; a damaged one is one picture's failure.
    void aDamagedFirstOneIsOnePicturesFailure()
    {
        writeFileAtomically(folder() / "f.tsv", "yard\t1\n" + formatFeatureRow(regionsOf("lawn", 2)));
        writeFileAtomically(folder() / "each/a.safetensors", "damaged");
        for (const char* features : {"f.tsv", "each"}) {
            const auto extractor = make({{"features", features}});
            QCOMPARE(extractor->featureSize(), 6);
            QCOMPARE(extractor->extract(pictureOf("lawn.jpg"), {}).features.size(0), 2);
            const char* bad = std::string(features) == "each" ? "a.jpg" : "yard.jpg";
            QVERIFY(!messageOf([&] { extractor->extract(pictureOf(bad), {}); }).isEmpty());
        }
    }

    void picturesOfOneNameAreToldApart()
    {
        writeFileAtomically(folder() / "two.tsv",
                            formatFeatureRow(regionsOf("train/1", 1)) + formatFeatureRow(regionsOf("val/1", 3)));
        writeRegionFile(folder() / "two/train/1.safetensors", {regionsOf("1.jpg", 1), {}});
        writeRegionFile(folder() / "two/val/1.safetensors", {regionsOf("1.jpg", 3), {}});
        for (const char* features : {"two.tsv", "two"}) {
            const auto extractor = make({{"features", features}});
            RgbImage picture = pictureOf("1.jpg");
            picture.path = "data/val/1.jpg";
            QCOMPARE(extractor->extract(picture, {}).features.size(0), 3);
            const std::string one = extractor->fingerprintFor(picture);
            picture.path = "data/train/1.jpg";
            QCOMPARE(extractor->extract(picture, {}).features.size(0), 1);
            QVERIFY(extractor->fingerprintFor(picture) != one);
        }
    }

    void foreignFilesAreRefusedWithTheWayOut_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("message");
        QTest::newRow("ViLBERT's .npy") << QByteArray("\x93NUMPY\x01\x00v", 9) << "pickled dictionary";
        QTest::newRow("zip") << QByteArray("PK\x03\x04....") << "zip archive";
        QTest::newRow("HDF5") << QByteArray("\x89HDF\r\n\x1a\n") << "an HDF5 file";
        QTest::newRow("pickle") << QByteArray("\x80\x04}q\x00.", 6) << "a pickle";
    }

    void foreignFilesAreRefusedWithTheWayOut()
    {
        QFETCH(QByteArray, contents);
        QFETCH(QString, message);
        writeFileAtomically(folder() / "npy/yard.npy", contents.toStdString());
        const QString said = messageOf([&] { make({{"features", "npy/yard.npy"}}); });
        QVERIFY2(said.contains(message) && said.contains("onvert") && said.contains("boxes [n, 4]"), qPrintable(said));
        QVERIFY(!messageOf([&] { make({{"features", "npy"}}); }).isEmpty());
    }

    void fingerprintsFollowFileAndName()
    {
        const std::string before = make({{"features", "f.tsv"}})->fingerprint();
        QCOMPARE(make({{"features", "f.tsv"}})->fingerprint(), before);
        QVERIFY(make({{"features", "each"}})->fingerprint() != before);
        const auto extractor = make({{"features", "f.tsv"}});
        // Two pictures with the same pixels have features of their own.
        QVERIFY(extractor->fingerprintFor(pictureOf("yard.jpg")) != extractor->fingerprintFor(pictureOf("lawn.jpg")));
        writeFileAtomically(folder() / "f.tsv", formatFeatureRow(regionsOf("yard", 1)));
        QVERIFY(make({{"features", "f.tsv"}})->fingerprint() != before);
    }
};

VBS_TEST_MAIN(FeaturesExtractorTest)
#include "features_extractor_test.moc"
