#include "tests/support/striped_extractor.h"

#include "core/base/file_io.h"
#include "core/data/feature_tsv.h"
#include "core/image/image_io.h"
#include "core/regions/extraction_run.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;
namespace fs = std::filesystem;

/// A table that is gone on with is what an undisturbed run writes.
class TsvOutputTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::string m_whole; ///< the undisturbed table

    fs::path folder() const { return m_temporary->path().toStdString(); }
    fs::path table() const { return folder() / "out.tsv"; }
    fs::path beside() const { return folder() / "out.tsv.pictures"; }

    ExtractionReport run(bool resume) const
    {
        StripedExtractor extractor;
        BackgroundWork work;
        RegionStore store({}, work);
        const auto output = makeExtractionOutput(table(), {"stripes", extractor.fingerprint(), ""}, resume);
        return runExtraction(listPictures({folder() / "in"}).pictures, extractor, store, *output, {}, {});
    }
    std::size_t startOf(const char* id) const { return m_whole.find(std::string(id) + "\t"); }
    void change(std::size_t at, char to) const
    {
        std::string text = readTextFile(table());
        QVERIFY(text.at(at) != to);
        text[at] = to;
        writeFileAtomically(table(), text);
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        for (int i = 1; i <= 5; ++i) {
            RgbImage image(10 * i, 6);
            image.pixels.assign(image.pixels.size(), std::uint8_t(30 * i));
            writeImage(folder() / "in" / ("p" + std::to_string(i) + ".png"), image);
        }
        QCOMPARE(run(false).written, std::size_t(5));
        m_whole = readTextFile(table());
    }

    void aChangedDigitIsMended_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("column");
        for (const char* id : {"p1", "p3", "p5"}) {
            QTest::addRow("height of %s", id) << id << 1;
            QTest::addRow("boxes of %s", id) << id << 8;
            QTest::addRow("features of %s", id) << id << 9;
        }
    }
    void aChangedDigitIsMended()
    {
        QFETCH(QString, id);
        QFETCH(int, column);
        std::size_t at = startOf(qPrintable(id));
        for (int i = 0; i < column; ++i)
            at = m_whole.find('\t', at) + 1;
        change(at, m_whole[at] == '7' ? '8' : '7');
        QVERIFY(readTextFile(table()) != m_whole);
        const ExtractionReport report = run(true);
        QCOMPARE(report.redone, std::size_t(1));
        QCOMPARE(report.written, std::size_t(1));
        QCOMPARE(report.alreadyDone, std::size_t(4));
        QCOMPARE(readTextFile(table()), m_whole);
        QCOMPARE(run(true).alreadyDone, std::size_t(5));
    }

    /// Then the row passes for another picture's, and readers take the first of each.
    void aChangedNameIsNoticed()
    {
        change(startOf("p3") + 1, '4');
        const ExtractionReport report = run(true);
        QCOMPARE(report.failures.size(), std::size_t(1));
        QVERIFY2(report.failures[0].reason.find("damaged row for p4") != std::string::npos,
                 report.failures[0].reason.c_str());
        QCOMPARE(report.written, std::size_t(1));
        QCOMPARE(FeatureTsv::open(table()).regionsOf("p3")->count, std::int64_t(3));
    }

    /// A row of another length would reach into the next one.
    void whatDoesNotFitInItsPlaceFails()
    {
        std::string text = m_whole;
        text.insert(startOf("p2") + 3, "1"); // a height of 16
        writeFileAtomically(table(), text);
        const ExtractionReport report = run(true);
        QCOMPARE(report.failures.size(), std::size_t(1));
        QVERIFY2(report.failures[0].reason.find("out.tsv has a damaged row for p2") != std::string::npos &&
                     report.failures[0].reason.find("leave --resume out") != std::string::npos,
                 report.failures[0].reason.c_str());
        QCOMPARE(report.alreadyDone, std::size_t(4));
        QVERIFY(report.abandoned.empty());
        QCOMPARE(readTextFile(table()), text);
        QCOMPARE(run(false).written, std::size_t(5));
        QCOMPARE(readTextFile(table()), m_whole);
    }

    /// Tables that older releases and other programs wrote say less of themselves, and are gone on with as ever.
    void tablesWithoutChecksumsAreTaken_data()
    {
        QTest::addColumn<bool>("pictures");
        QTest::newRow("pictures alone") << true;
        QTest::newRow("nothing") << false;
    }
    void tablesWithoutChecksumsAreTaken()
    {
        QFETCH(bool, pictures);
        std::string old;
        for (const std::string& line : readLines(beside()))
            old += line.substr(0, 64) + line.substr(64 + 65) + "\n";
        pictures ? writeFileAtomically(beside(), old) : void(fs::remove(beside()));
        change(startOf("p2") + 3, '7'); // a height of 7
        QCOMPARE(run(true).alreadyDone, std::size_t(5));
        writeImage(folder() / "in/p6.png", RgbImage(20, 6));
        QCOMPARE(run(true).written, std::size_t(1));
        QCOMPARE(run(true).alreadyDone, std::size_t(6));
        change(readTextFile(table()).find("p6\t") + 3, '7');
        QCOMPARE(run(true).redone, std::size_t(1)); // which this release wrote
        RgbImage other(20, 6);
        other.pixels.assign(other.pixels.size(), 99);
        writeImage(folder() / "in/p1.png", other);
        QCOMPARE(run(true).failures.size(), std::size_t(pictures ? 1 : 0));
    }

    /// Editors and version control change line ends, which say nothing of a row.
    void otherLineEndsAreNoDamage()
    {
        writeFileAtomically(table(), QString::fromStdString(m_whole).replace("\n", "\r\n").toStdString());
        QCOMPARE(run(true).alreadyDone, std::size_t(5));
    }
};

VBS_TEST_MAIN(TsvOutputTest)
#include "tsv_output_test.moc"
