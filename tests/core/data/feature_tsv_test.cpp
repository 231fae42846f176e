#include "core/base/base64.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/data/feature_tsv.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>

using namespace vbs;
using vbs::test::messageOf;
namespace fs = std::filesystem;

namespace {

/// Some regions whose numbers tell where they are.
RegionFeatures regionsOf(const std::string& image, int count, int size = 5)
{
    RegionFeatures r;
    r.image = image;
    r.width = 640;
    r.height = 480;
    r.count = count;
    r.size = count == 0 ? 0 : size;
    for (int i = 0; i < count; ++i) {
        for (const int part : {1, 2, 101, 102})
            r.boxes.push_back(float(part + i) + .25f);
        for (int k = 0; k < size; ++k)
            r.features.push_back(float(i * 100 + k) / 7);
        r.scores.push_back(1.f / float(i + 1));
        r.labels.push_back(1000 + i);
        r.attributes.push_back(i % 3 == 0 ? -1 : i);
        r.attributeScores.push_back(.5f);
    }
    return r;
}

template <typename T> std::string base64Of(const std::vector<T>& values)
{
    return toBase64(std::as_bytes(std::span(values)));
}

/// A row of the older six columns.
std::string bottomUpRow(const RegionFeatures& r)
{
    return r.image + "\t" + std::to_string(r.width) + "\t" + std::to_string(r.height) + "\t" + std::to_string(r.count) +
           "\t" + base64Of(r.boxes) + "\t" + base64Of(r.features) + "\n";
}

bool same(const RegionFeatures& a, const RegionFeatures& b)
{
    return a.image == b.image && a.width == b.width && a.height == b.height && a.count == b.count && a.size == b.size &&
           a.boxes == b.boxes && a.features == b.features && a.scores == b.scores && a.labels == b.labels &&
           a.attributes == b.attributes && a.attributeScores == b.attributeScores;
}

} // namespace

class FeatureTsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }
    void base64FollowsTheRule_data();
    void base64FollowsTheRule();
    void readsWhatItWrites();
    void readsTheOlderColumns();
    void readsColumnsByName();
    void findsPicturesByTheirNames_data();
    void findsPicturesByTheirNames();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void leavesOutAHalfWrittenEnd();
    void linesOfBlocksAreJoined();
    void keepsTheIndexOfALargeFile();
    void readsTheRealRows();

private:
    fs::path file() const { return fs::path(m_temporary->path().toStdString()) / "features.tsv"; }
    std::unique_ptr<QTemporaryDir> m_temporary;
};

void FeatureTsvTest::base64FollowsTheRule_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const char* good : {"", "QQ==", "QUI=", "QUJD", "QUJD/+9h"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char* bad :
         {"Q", "QQ", "QQ=", "Q===", "====", "QQ==QQ==", "QU=D", " QUJD", "QUJD\n", "QU D", "QUJ-", "QU_D", "QUJD===="})
        QTest::newRow(bad) << QByteArray(bad) << false;
}

void FeatureTsvTest::base64FollowsTheRule()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto bytes = fromBase64(text.toStdString());
    QCOMPARE(bytes.has_value(), valid);
    if (valid) {
        QCOMPARE(QByteArray::fromStdString(*bytes), QByteArray::fromBase64(text));
        QCOMPARE(QByteArray::fromStdString(toBase64(std::as_bytes(std::span(*bytes)))), text);
    }
}

void FeatureTsvTest::readsWhatItWrites()
{
    const RegionFeatures three = regionsOf("a picture", 3), none = regionsOf("nothing found", 0),
                         many = regionsOf("sub/many", 100, 2048); // more than a megabyte of text
    writeFileAtomically(file(), formatFeatureRow(three) + formatFeatureRow(none) + formatFeatureRow(many));
    const FeatureTsv tsv = FeatureTsv::open(file());
    QCOMPARE(tsv.rows().size(), std::size_t(3));
    QCOMPARE(tsv.wholeBytes(), std::uint64_t(fs::file_size(file())));
    QVERIFY(same(tsv.read(0), three));
    QVERIFY(same(tsv.read(1), none));
    QVERIFY(same(tsv.read(2), many));
    QVERIFY_EXCEPTION_THROWN(formatFeatureRow(regionsOf("tab\tinside", 1)), Error);
    RegionFeatures endless = three;
    endless.features[7] = INFINITY;
    QVERIFY_EXCEPTION_THROWN(formatFeatureRow(endless), Error);
}

void FeatureTsvTest::readsTheOlderColumns()
{
    RegionFeatures wanted = regionsOf("42", 4);
    writeFileAtomically(file(), bottomUpRow(wanted));
    wanted.scores.clear();
    wanted.labels.clear();
    wanted.attributes.clear();
    wanted.attributeScores.clear();
    QVERIFY(same(FeatureTsv::open(file()).read(0), wanted));
}

void FeatureTsvTest::readsColumnsByName()
{
    const RegionFeatures r = regionsOf("p", 2);
    const std::string row = "ignored\t" + base64Of(r.features) + "\t" + base64Of(r.boxes) + "\t2\tp\t480.0\t640\t" +
                            base64Of(r.scores) + "\r\n";
    const FeatureColumns columns{"note",     "features", "boxes",   "num_boxes",
                                 "image_id", "image_h",  "image_w", "objects_conf"};
    writeFileAtomically(file(), row);
    RegionFeatures read = FeatureTsv::open(file(), {columns, {}, 0}).read(0);
    QCOMPARE(read.image, std::string("p"));
    QVERIFY(read.features == r.features && read.boxes == r.boxes && read.scores == r.scores);
    QCOMPARE(read.width, 640);

    // The names may be the file's first line.
    std::string header;
    for (const char* column : {"img_id", "img_w", "img_h", "num_boxes", "boxes", "features", "cls_prob"})
        header += (header.empty() ? "" : "\t") + std::string(column);
    writeFileAtomically(file(),
                        header + "\np\t640\t480\t2\t" + base64Of(r.boxes) + "\t" + base64Of(r.features) + "\t?\n");
    const FeatureTsv named = FeatureTsv::open(file());
    QCOMPARE(named.rows().size(), std::size_t(1));
    QVERIFY(named.read(0).features == r.features);

    QVERIFY(messageOf([&] {
                FeatureTsv::open(file(), {{"image_id", "image_w", "image_h", "boxes", "features"}, {}, 0});
            }).contains("num_boxes"));
}

void FeatureTsvTest::findsPicturesByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("row");
    QTest::newRow("id") << "COCO_train2014_000000132417" << 0;
    QTest::newRow("file name") << "COCO_train2014_000000132417.jpg" << 0;
    QTest::newRow("path") << "/data/train/COCO_train2014_000000132417.jpg" << 0;
    QTest::newRow("COCO number alone") << "000000132417.jpg" << 0;
    QTest::newRow("number in the file") << "COCO_val2014_000000000042.jpg" << 1;
    QTest::newRow("suffix in the file") << "dog" << 2;
    QTest::newRow("no picture") << "132418.jpg" << -1;
    QTest::newRow("numbers are COCO's only") << "dev-850-0-img42.png" << -1;
}

void FeatureTsvTest::findsPicturesByTheirNames()
{
    QFETCH(QString, name);
    QFETCH(int, row);
    std::string text;
    for (const char* id : {"COCO_train2014_000000132417", "42", "dog.png", "dev-850-0-img0", "dev-850-1-img0"})
        text += formatFeatureRow(regionsOf(id, 1));
    writeFileAtomically(file(), text);
    QCOMPARE(FeatureTsv::open(file()).find(name.toStdString()), std::int64_t(row));
}

void FeatureTsvTest::faultsAreNamed_data()
{
    QTest::addColumn<int>("column"); // of the six
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    const RegionFeatures r = regionsOf("p", 3);
    std::vector<float> bad = r.features;
    bad[6] = std::nanf("");
    std::vector<float> turned = r.boxes;
    std::swap(turned[4], turned[6]);
    const auto text = [](const std::string& s) { return QString::fromStdString(s); };
    QTest::newRow("width is no number") << 1 << "wide"
                                        << "column img_w should be a whole number, not \"wide\"";
    QTest::newRow("width is negative") << 1 << "-640"
                                       << "column img_w should be";
    QTest::newRow("height is zero") << 2 << "0"
                                    << "640 x 0";
    QTest::newRow("huge count") << 3 << "99999999999"
                                << "column num_boxes is 99999999999, beyond";
    QTest::newRow("count is a fraction") << 3 << "2.5"
                                         << "column num_boxes should be a whole number";
    QTest::newRow("count is infinite") << 3 << "inf"
                                       << "column num_boxes";
    QTest::newRow("wrong count") << 3 << "4"
                                 << "column boxes holds 12 values for 4 boxes of four";
    QTest::newRow("boxes are no base64") << 4 << "***"
                                         << "column boxes is not valid base64";
    QTest::newRow("boxes are cut off") << 4 << text(base64Of(r.boxes).substr(0, 60)) << "column boxes";
    QTest::newRow("features are of odd bytes") << 5 << "QUJD"
                                               << "column features has 3 bytes";
    QTest::newRow("features cannot be shared")
        << 5 << text(base64Of(std::vector<float>(16))) << "cannot be divided among 3 boxes";
    QTest::newRow("no features") << 5 << ""
                                 << "cannot be divided among 3 boxes";
    QTest::newRow("not finite") << 5 << text(base64Of(bad))
                                << "features of region 1 hold a value that is not a finite number";
    QTest::newRow("box inside out") << 4 << text(base64Of(turned)) << "the box of region 1 ends before it begins";
}

void FeatureTsvTest::faultsAreNamed()
{
    QFETCH(int, column);
    QFETCH(QString, value);
    QFETCH(QString, message);
    QStringList fields = QString::fromStdString(bottomUpRow(regionsOf("p", 3))).trimmed().split('\t');
    fields[column] = value;
    writeFileAtomically(file(), (fields.join('\t') + "\n").toStdString());
    const FeatureTsv tsv = FeatureTsv::open(file());
    const QString said = messageOf([&] { tsv.read(0); });
    QVERIFY2(said.contains(message), qPrintable(said));
    QVERIFY2(said.contains("features.tsv") && said.contains("row of p"), qPrintable(said));
}

void FeatureTsvTest::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("message");
    const QByteArray row = QByteArray::fromStdString(formatFeatureRow(regionsOf("p", 1)));
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("prose") << QByteArray("It was a dark and stormy night.\n") << "has 1 columns between tabs";
    QTest::newRow("five columns") << QByteArray("a\tb\tc\td\te\n") << "has 5 columns";
    QTest::newRow("short lines only") << QByteArray("img_id\timg_w\timg_h\tnum_boxes\tboxes\tfeatures\np2\t1\t2\n")
                                      << "line 2 has 3 columns, not 6";
    QTest::newRow("zeros inside") << row + QByteArray(5000, '\0') + "\n"
                                  << "line 2 ";
}

void FeatureTsvTest::badFilesAreRefused()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, message);
    writeFileAtomically(file(), contents.toStdString());
    const QString said = messageOf([&] { FeatureTsv::open(file()); });
    QVERIFY2(said.contains(message) && said.contains("features.tsv"), qPrintable(said));
    QVERIFY(messageOf([&] { FeatureTsv::open(file().parent_path()); }).contains("is a folder"));
    QVERIFY(messageOf([&] { FeatureTsv::open("/nowhere/x.tsv"); }).contains("does not exist"));
}

void FeatureTsvTest::leavesOutAHalfWrittenEnd()
{
    const std::string first = formatFeatureRow(regionsOf("one", 2)), second = formatFeatureRow(regionsOf("two", 2));
    for (const std::size_t kept : {std::size_t(1), std::size_t(5), std::size_t(40)}) {
        writeFileAtomically(file(), first + second.substr(0, kept));
        const FeatureTsv tsv = FeatureTsv::open(file());
        QCOMPARE(tsv.rows().size(), std::size_t(1));
        QCOMPARE(tsv.wholeBytes(), std::uint64_t(first.size()));
    }
    // All columns are there, but the line does not end: it can be read, yet a writer does not trust it.
    writeFileAtomically(file(), first + second.substr(0, second.size() - 1));
    const FeatureTsv tsv = FeatureTsv::open(file());
    QCOMPARE(tsv.rows().size(), std::size_t(2));
    QCOMPARE(tsv.wholeBytes(), std::uint64_t(first.size()));
    QCOMPARE(tsv.read(1).image, std::string("two"));
}

/// Rows that straddle the blocks of reading, wherever the cut falls.
void FeatureTsvTest::linesOfBlocksAreJoined()
{
    std::ofstream stream(file(), std::ios::binary);
    std::vector<std::string> ids;
    for (int i = 0; i < 37; ++i) {
        ids.push_back("picture " + std::to_string(i));
        stream << formatFeatureRow(regionsOf(ids.back(), 36, 1500 + i * 13)) << (i % 5 == 0 ? "\n" : "");
    }
    stream.close();
    QVERIFY(fs::file_size(file()) > (8u << 20));
    const FeatureTsv tsv = FeatureTsv::open(file());
    QCOMPARE(tsv.rows().size(), ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        QCOMPARE(tsv.rows()[i].id, ids[i]);
        QVERIFY(same(tsv.read(i), regionsOf(ids[i], 36, 1500 + int(i) * 13)));
    }
}

void FeatureTsvTest::keepsTheIndexOfALargeFile()
{
    const fs::path indexFolder = file().parent_path() / "index";
    writeFileAtomically(file(), formatFeatureRow(regionsOf("one", 2)) + formatFeatureRow(regionsOf("two", 3)));
    const FeatureTsvOptions options{{}, indexFolder, 100};
    const FeatureTsv first = FeatureTsv::open(file(), options);
    QVERIFY(!fs::is_empty(indexFolder));
    // The index answers now: the file's size and time are the same, so it is not looked through again.
    const auto time = fs::last_write_time(file());
    std::string text = readTextFile(file());
    text.replace(text.find("two"), 3, "six");
    writeFileAtomically(file(), text);
    fs::last_write_time(file(), time);
    const FeatureTsv second = FeatureTsv::open(file(), options);
    QCOMPARE(second.find("two"), std::int64_t(1));
    QVERIFY(second.columns() == first.columns());
    QCOMPARE(second.wholeBytes(), first.wholeBytes());
    QCOMPARE(second.read(1).count, std::int64_t(3));
    // A changed file is looked through.
    fs::last_write_time(file(), time + std::chrono::seconds(5));
    QCOMPARE(FeatureTsv::open(file(), options).find("six"), std::int64_t(1));
}

void FeatureTsvTest::readsTheRealRows()
{
    const char* reference = std::getenv("VBS_REFERENCE_DIR");
    const fs::path folder = fs::path(reference ? reference : "") / "vision/tsv";
    if (!reference || !fs::exists(folder))
        QSKIP("VBS_REFERENCE_DIR is not set");
    const FeatureTsv tsv = FeatureTsv::open(folder / "rows.tsv");
    const Json expected = readJsonFile(folder / "expected.json");
    QCOMPARE(tsv.rows().size(), expected.size());
    const auto check = [](const auto& values, const Json& wanted) {
        double sum = 0, absolute = 0;
        for (const auto value : values) {
            sum += double(value);
            absolute += std::abs(double(value));
        }
        QVERIFY(std::abs(sum - wanted.at("sum").get<double>()) <= 1e-6 * (1 + absolute));
        QVERIFY(std::abs(absolute - wanted.at("sum_abs").get<double>()) <= 1e-6 * (1 + absolute));
        for (std::size_t i = 0; i < wanted.at("first").size(); ++i)
            QCOMPARE(double(values.at(i)), wanted.at("first")[i].get<double>());
    };
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const RegionFeatures row = tsv.read(i);
        const Json& wanted = expected[i];
        QCOMPARE(row.image, wanted.at("img_id").get<std::string>());
        QCOMPARE(std::to_string(row.width), wanted.at("img_w").get<std::string>());
        QCOMPARE(std::to_string(row.height), wanted.at("img_h").get<std::string>());
        QCOMPARE(std::to_string(row.count), wanted.at("num_boxes").get<std::string>());
        QCOMPARE(row.size, std::int64_t(2048));
        check(row.labels, wanted.at("objects_id"));
        check(row.scores, wanted.at("objects_conf"));
        check(row.attributes, wanted.at("attrs_id"));
        check(row.attributeScores, wanted.at("attrs_conf"));
        check(row.boxes, wanted.at("boxes"));
        check(row.features, wanted.at("features"));
        // Writing it gives the line back, byte for byte (that file's lines end in CR LF).
        const std::string text = readTextFile(folder / "rows.tsv");
        QVERIFY(formatFeatureRow(row) == text.substr(tsv.rows()[i].offset, tsv.rows()[i].length) + "\n");
    }
}

VBS_TEST_MAIN(FeatureTsvTest)
#include "feature_tsv_test.moc"
