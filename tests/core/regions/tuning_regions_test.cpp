#include "tests/support/striped_extractor.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/regions/region_store.h"
#include "core/regions/tuning_regions.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

/// Rounds otherwise where it sees several pictures in one pass, as networks do.
class RoundingExtractor : public StripedExtractor {
public:
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images,
                                               const JobControl& control) override
    {
        std::vector<ExtractedRegions> all = StripedExtractor::extractBatch(images, control);
        for (ExtractedRegions& regions : all)
            regions.features += 1e-6 * double(images.size() - 1);
        return all;
    }
};

} // namespace

/// Two pictures: red (20 pixels wide, two stripes) and blue (30 pixels, three stripes).
class TuningRegionsTest : public QObject, private TextFiles {
    Q_OBJECT

    BackgroundWork m_work;
    RegionStore m_known{{}, m_work};
    TuningPicture m_red, m_blue;

    void paint(const TuningPicture& picture, int width, std::array<std::uint8_t, 3> color) const
    {
        RgbImage image(width, 20);
        for (std::size_t i = 0; i < image.pixels.size(); ++i)
            image.pixels[i] = color[i % 3];
        writeImage(picture.file, image);
    }
    std::vector<fs::path> filesIn(const char* folder) const
    {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(path(folder)))
            files.push_back(entry.path());
        return files;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_red = {path("images/r.png"), {}};
        m_blue = {path("images/b.png"), {}};
        paint(m_red, 20, {255, 0, 0});
        paint(m_blue, 30, {0, 0, 255});
    }

    void regionsAreExtractedOnce()
    {
        StripedExtractor extractor;
        TuningRegionStore store(path("regions"), extractor, m_known);
        const TuningPicture boxed{m_red.file, {{0, 0, 5, 5}}};
        store.prepare({m_red, boxed, m_red}, {});
        QCOMPARE(extractor.pictures, 2);
        QCOMPARE(store.of(m_red).features.size(0), std::int64_t(2));
        QCOMPARE(store.of(boxed).features.size(0), std::int64_t(1));
        TuningRegionStore again(path("regions"), extractor, m_known);
        again.prepare({m_red, boxed}, {});
        QCOMPARE(again.of(m_red).width, 20);
        QVERIFY(again.of(m_red).features.equal(store.of(m_red).features));
        QCOMPARE(extractor.pictures, 2);
        for (const fs::path& file : filesIn("regions"))
            writeFileAtomically(file, "broken");
        QCOMPARE(TuningRegionStore(path("regions"), extractor, m_known).of(m_red).features.size(0), std::int64_t(2));
    }

    void aDamagedFileIsMadeAgainWithTheSameNumbers_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"a feature", "the width", "cut short"})
            QTest::newRow(damage) << damage;
    }
    /// Weights would differ otherwise, after a damage that nobody has seen.
    void aDamagedFileIsMadeAgainWithTheSameNumbers()
    {
        QFETCH(QString, damage);
        const std::string folder = "run " + damage.toStdString();
        RoundingExtractor extractor;
        TuningRegionStore store(path(folder.c_str()), extractor, m_known);
        store.prepare({m_red, m_blue}, {});
        const TuningRegions red = store.of(m_red), blue = store.of(m_blue);
        for (const fs::path& file : filesIn(folder.c_str())) {
            std::string bytes = readTextFile(file);
            if (damage == "a feature")
                bytes[bytes.size() - 2] = char(bytes[bytes.size() - 2] ^ 1);
            else if (damage == "the width")
                bytes[bytes.find("\"width\":\"") + 9] ^= 4;
            else
                bytes.resize(bytes.size() - 7);
            writeFileAtomically(file, bytes);
        }
        TuningRegionStore again(path(folder.c_str()), extractor, m_known);
        again.prepare({m_red, m_blue}, {});
        const int before = extractor.pictures;
        for (const auto& [picture, wanted] : {std::pair(m_red, red), std::pair(m_blue, blue)}) {
            const TuningRegions& found = again.of(picture);
            QVERIFY(found.features.equal(wanted.features) && found.boxes.equal(wanted.boxes));
            QCOMPARE(found.width, wanted.width);
        }
        QCOMPARE(extractor.pictures, before + 2);
        QVERIFY(TuningRegionStore(path(folder.c_str()), extractor, m_known).of(m_red).features.equal(red.features));
        QCOMPARE(extractor.pictures, before + 2); // mended
    }

    /// What the user's cache forgets is still in the run's own folder.
    void aRunKeepsWhatTheCacheForgets()
    {
        const RegionStoreOptions options{.cacheFolder = path("cache"), .diskBytes = 1 << 20};
        StripedExtractor extractor;
        {
            BackgroundWork work;
            RegionStore known(options, work);
            TuningRegionStore(path("first"), extractor, known).prepare({m_red, m_blue}, {});
        }
        QCOMPARE(extractor.pictures, 2);
        BackgroundWork work;
        RegionStore known(options, work);
        TuningRegionStore(path("second"), extractor, known).prepare({m_red, m_blue}, {});
        QCOMPARE(extractor.pictures, 2);
        fs::remove_all(path("cache"));
        TuningRegionStore store(path("second"), extractor, m_known);
        store.prepare({m_red, m_blue}, {});
        QCOMPARE(store.of(m_blue).features.size(0), std::int64_t(3));
        QCOMPARE(extractor.pictures, 2);
    }

    /// One broken picture of many ended the run once.
    void unreadablePicturesAreCountedAndTheOthersGoOn()
    {
        write("images/broken.png", "");
        const TuningPicture broken{path("images/broken.png"), {}}, missing{path("images/none.png"), {}},
            outside{m_red.file, {{90, 0, 95, 5}}};
        StripedExtractor extractor;
        TuningRegionStore store(path("tolerant"), extractor, m_known);
        const auto unreadable = store.prepare({broken, outside, missing, m_blue}, {});
        QCOMPARE(unreadable.size(), std::size_t(3));
        for (const UnreadablePicture& picture : unreadable)
            QVERIFY2(picture.reason.find(picture.file.filename().string()) != std::string::npos,
                     picture.reason.c_str());
        const int before = extractor.pictures;
        QCOMPARE(store.of(m_blue).features.size(0), std::int64_t(3));
        QCOMPARE(extractor.pictures, before); // it was extracted beside them
        QVERIFY_THROWS_EXCEPTION(Error, store.of(broken));
    }
};

VBS_TEST_MAIN(TuningRegionsTest)
#include "tuning_regions_test.moc"
