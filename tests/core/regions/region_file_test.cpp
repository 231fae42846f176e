#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/safetensors.h"
#include "core/regions/region_file.h"
#include "tests/support/test_main.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

RegionFile fileOf(int count)
{
    RegionFile file;
    RegionFeatures& r = file.regions;
    r.image = "yard.jpg";
    r.width = 100;
    r.height = 80;
    r.count = count;
    r.size = 3;
    for (int i = 0; i < count; ++i) {
        r.boxes.insert(r.boxes.end(), {float(i), 2, float(i) + 10.5f, 30});
        r.features.insert(r.features.end(), {float(i) / 3, -1, 1e-20f});
        r.scores.push_back(.5f);
        r.labels.push_back(i + 5);
        r.attributes.push_back(-1);
        r.attributeScores.push_back(0);
    }
    file.metadata = {{"extractor", "test"}, {"fingerprint", "abc"}};
    return file;
}

} // namespace

class RegionFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path() const { return fs::path(m_folder.path().toStdString()) / "yard.safetensors"; }
    QString messageOfReading() const
    {
        try {
            readRegionFile(path());
        } catch (const Error& e) {
            return e.what();
        }
        return {};
    }

private Q_SLOTS:
    void readsWhatItWrites_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("five") << 5;
        QTest::newRow("one") << 1;
        QTest::newRow("none") << 0;
    }

    void readsWhatItWrites()
    {
        QFETCH(int, count);
        const RegionFile written = fileOf(count);
        writeRegionFile(path(), written);
        const RegionFile read = readRegionFile(path());
        QCOMPARE(read.metadata, written.metadata);
        const RegionFeatures &a = written.regions, &b = read.regions;
        QCOMPARE(b.image, a.image);
        QCOMPARE(b.width, a.width);
        QCOMPARE(b.height, a.height);
        QCOMPARE(b.count, a.count);
        QCOMPARE(b.size, a.size);
        QVERIFY(a.boxes == b.boxes && a.features == b.features && a.scores == b.scores && a.labels == b.labels &&
                a.attributes == b.attributes && a.attributeScores == b.attributeScores);
    }

    void hasTheNamesTypesAndMetadataThatOthersBuildOn()
    {
        writeRegionFile(path(), fileOf(5));
        const SafetensorsFile file = readSafetensors(path());
        const auto check = [&](const char* name, c10::ScalarType type, at::IntArrayRef shape) {
            QVERIFY2(file.tensors.contains(name), name);
            QCOMPARE(file.tensors.at(name).scalar_type(), type);
            QVERIFY2(file.tensors.at(name).sizes() == shape, name);
        };
        check("boxes", torch::kFloat, {5, 4});
        check("features", torch::kFloat, {5, 3});
        check("scores", torch::kFloat, {5});
        check("labels", torch::kLong, {5});
        check("attributes", torch::kLong, {5});
        check("attribute_scores", torch::kFloat, {5});
        QCOMPARE(file.tensors.size(), std::size_t(6));
        QCOMPARE(file.metadata.at("image"), std::string("yard.jpg"));
        QCOMPARE(file.metadata.at("width"), std::string("100"));
        QCOMPARE(file.metadata.at("height"), std::string("80"));
        QCOMPARE(file.metadata.at("extractor"), std::string("test"));
    }

    void leavesOutWhatAnExtractorLacks()
    {
        RegionFile file = fileOf(2);
        file.regions.attributes.clear();
        file.regions.attributeScores.clear();
        writeRegionFile(path(), file);
        QVERIFY(!readSafetensors(path()).tensors.contains("attributes"));
        QVERIFY(readRegionFile(path()).regions.attributes.empty());
    }

    void readsHalfPrecisionWithoutMetadata()
    {
        writeSafetensors(path(), {{"boxes", torch::tensor({1.f, 2.f, 30.f, 41.5f}).reshape({1, 4})},
                                  {"features", torch::tensor({.5f, -2.f}).reshape({1, 2}).to(torch::kHalf)}});
        const RegionFeatures read = readRegionFile(path()).regions;
        QCOMPARE(read.features, (std::vector<float>{.5f, -2.f}));
        QCOMPARE(read.image, std::string("yard"));
        QCOMPARE(read.width, 30);
        QCOMPARE(read.height, 42);
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<QString>("message");
        QTest::newRow("no boxes")
            << "-boxes"
            << "has no tensor \"boxes\", so it is no file of region features; it holds features, scores";
        QTest::newRow("no features") << "-features"
                                     << "has no tensor \"features\"";
        QTest::newRow("flat boxes") << "boxes=flat"
                                    << "\"boxes\" has the shape (8), not (any, 4)";
        QTest::newRow("fewer features") << "features=short"
                                        << "\"features\" has the shape (1, 3), not (2, any)";
        QTest::newRow("whole boxes") << "boxes=long"
                                     << "\"boxes\" holds int64, not floats";
        QTest::newRow("float labels") << "labels=float"
                                      << "\"labels\" holds float32, not whole numbers";
        QTest::newRow("more scores") << "scores=long"
                                     << "\"scores\" has the shape (3), not (2)";
        QTest::newRow("not finite") << "features=nan"
                                    << "features of region 1 hold a value that is not a finite number";
    }

    void faultsAreNamed()
    {
        QFETCH(QString, tensor);
        QFETCH(QString, message);
        TensorMap tensors{{"boxes", torch::tensor({1.f, 1.f, 2.f, 2.f, 3.f, 3.f, 5.f, 5.f}).reshape({2, 4})},
                          {"features", torch::ones({2, 3})},
                          {"scores", torch::ones({2})}};
        if (tensor.startsWith('-'))
            tensors.erase(tensor.mid(1).toStdString());
        else if (tensor == "boxes=flat")
            tensors["boxes"] = torch::ones({8});
        else if (tensor == "features=short")
            tensors["features"] = torch::ones({1, 3});
        else if (tensor == "boxes=long")
            tensors["boxes"] = torch::ones({2, 4}, torch::kLong);
        else if (tensor == "labels=float")
            tensors["labels"] = torch::ones({2});
        else if (tensor == "scores=long")
            tensors["scores"] = torch::ones({3});
        else
            tensors["features"][1][2] = NAN;
        writeSafetensors(path(), tensors);
        const QString said = messageOfReading();
        QVERIFY2(said.contains(message) && said.contains("yard.safetensors"), qPrintable(said));
    }

    void noticesDamage()
    {
        writeRegionFile(path(), fileOf(5));
        std::string bytes = readTextFile(path());
        bytes[bytes.size() - 7] = char(bytes[bytes.size() - 7] ^ 1);
        writeFileAtomically(path(), bytes);
        QVERIFY(messageOfReading().contains("is damaged: its checksum does not match"));
        writeFileAtomically(path(), bytes.substr(0, bytes.size() - 1));
        QVERIFY(!messageOfReading().isEmpty());
    }

    void refusesToWriteWhatIsNotFinite()
    {
        RegionFile file = fileOf(2);
        file.regions.features[4] = INFINITY;
        QVERIFY_EXCEPTION_THROWN(writeRegionFile(path(), file), Error);
    }
};

VBS_TEST_MAIN(RegionFileTest)
#include "region_file_test.moc"
