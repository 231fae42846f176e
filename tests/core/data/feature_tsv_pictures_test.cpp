#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/feature_tsv.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
using vbs::test::messageOf;

/// Which row is a picture's, where rows are damaged, repeated or called alike.
class FeatureTsvPicturesTest : public QObject, private TextFiles {
    Q_OBJECT

    std::filesystem::path file() const { return path("features.tsv"); }

    static RegionFeatures regionsOf(const char* image, std::int64_t count)
    {
        RegionFeatures regions{image, 40, 30, count, 2, {}, {}, {}, {}, {}, {}};
        for (std::int64_t i = 0; i < count; ++i) {
            regions.boxes.insert(regions.boxes.end(), {1, 2, 3, 4});
            regions.features.insert(regions.features.end(), {5, 6});
        }
        return regions;
    }

private Q_SLOTS:
    /// One damaged row is one picture's failure, and no failure where the picture has a whole one.
    void theFirstReadableRowCounts()
    {
        const std::string good = formatFeatureRow(regionsOf("a", 3)), other = formatFeatureRow(regionsOf("b", 2));
        std::string damaged = good;
        damaged.replace(damaged.find_last_of('\t') + 1, 4, "****");
        writeFileAtomically(file(), "a\t1\t2\n" + damaged + good + other + "c\t1\t2\n");
        const FeatureTsv tsv = FeatureTsv::open(file());
        QCOMPARE(tsv.rows().size(), std::size_t(5));
        QCOMPARE(tsv.regionsOf("a.png").value().count, std::int64_t(3));
        QCOMPARE(tsv.regionsOf("b").value().count, std::int64_t(2));
        QVERIFY(!tsv.regionsOf("d"));
        QVERIFY(messageOf([&] { tsv.regionsOf("c"); }).contains("row of c has 3 columns, not 10"));
    }

    void aByteOrderMarkIsPassedOver()
    {
        writeFileAtomically(file(), "\xEF\xBB\xBF" + formatFeatureRow(regionsOf("a", 3)));
        const FeatureTsv tsv = FeatureTsv::open(file());
        QCOMPARE(tsv.rows().at(0).id, std::string("a"));
        QCOMPARE(tsv.regionsOf("a.png").value().count, std::int64_t(3));
    }

    void idsWithFoldersAreToldApart()
    {
        writeFileAtomically(file(),
                            formatFeatureRow(regionsOf("train/1", 1)) + formatFeatureRow(regionsOf("val\\1", 2)));
        const FeatureTsv tsv = FeatureTsv::open(file());
        QCOMPARE(tsv.regionsOf("data/train/1.png").value().count, std::int64_t(1));
        QCOMPARE(tsv.regionsOf("val/1.png").value().count, std::int64_t(2));
        QVERIFY(messageOf([&] { tsv.regionsOf("1.png"); }).contains("(train/1, val/1)"));
        writeFileAtomically(file(), formatFeatureRow(regionsOf("train/1", 1)));
        QVERIFY(messageOf([&] { FeatureTsv::open(file()).regionsOf("val/1.png"); }).contains("another folder"));
    }
};

VBS_TEST_MAIN(FeatureTsvPicturesTest)
#include "feature_tsv_pictures_test.moc"
