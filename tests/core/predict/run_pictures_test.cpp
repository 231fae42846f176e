#include "tests/support/striped_extractor.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/image/image_io.h"
#include "core/predict/run_pictures.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace fs = std::filesystem;

namespace {

RgbImage pictureOf(int shade)
{
    RgbImage image(20, 6);
    image.pixels.assign(image.pixels.size(), std::uint8_t(shade));
    return image;
}

class LookingUp : public StripedExtractor {
public:
    bool isWorthKeeping() const override { return false; }
};

/// A run of the program with its store.
struct Run {
    explicit Run(const fs::path& cacheFolder) : store({.cacheFolder = cacheFolder, .diskBytes = 1 << 20}, work) {}

    /// Reads a picture, and lets the store know it, as a run does.
    RunPicturePtr known(const fs::path& file, const RegionExtractor& extractor)
    {
        RunPictures pictures(store, extractor);
        const RunPicturePtr picture = pictures.of(file, 0);
        if (picture->image)
            store.keepFile(picture->fileHash, store.keyOf(*picture->image, extractor), extractor);
        work.wait();
        return picture;
    }

    BackgroundWork work;
    RegionStore store;
};

} // namespace

class RunPicturesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

private Q_SLOTS:
    void initTestCase() { writeImage(path("a.png"), pictureOf(90)); }

    /// A second run needs no pixels, and asks the store for the regions that the first one kept.
    void knownFilesAreNotDecoded()
    {
        const StripedExtractor stripes;
        const RunPicturePtr first = Run(path("cache")).known(path("a.png"), stripes);
        QVERIFY(first->image && first->image->pixels == pictureOf(90).pixels);
        QVERIFY(!first->key);
        QCOMPARE(first->fileHash, sha256OfFile(path("a.png")));
        Run again(path("cache"));
        const RunPicturePtr second = again.known(path("a.png"), stripes);
        QVERIFY(!second->image);
        QCOMPARE(*second->key, again.store.keyOf(*first->image, stripes));
    }

    /// The same pixels in another file are another file, and another extractor knows nothing.
    void whatDiffersIsDecoded()
    {
        const StripedExtractor stripes;
        Run run(path("cache2"));
        run.known(path("a.png"), stripes);
        writeImage(path("b.bmp"), pictureOf(90));
        const RunPicturePtr bitmap = run.known(path("b.bmp"), stripes);
        QVERIFY(bitmap->image && !bitmap->key);
        class Other : public StripedExtractor {
            std::string fingerprint() const override { return "other"; }
        };
        QVERIFY(run.known(path("a.png"), Other())->image);
        fs::copy_file(path("a.png"), path("copy.png"));
        QVERIFY(!run.known(path("copy.png"), stripes)->image); // the name does not count
        writeImage(path("copy.png"), pictureOf(91));
        QCOMPARE(run.known(path("copy.png"), stripes)->image->pixels, pictureOf(91).pixels);
    }

    void withoutAStoreOnDiskAllIsDecoded()
    {
        const StripedExtractor stripes;
        Run memory{fs::path()};
        for (int i = 0; i < 2; ++i)
            QVERIFY(memory.known(path("a.png"), stripes)->image);
        const LookingUp lookingUp;
        Run run(path("cache3"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(run.known(path("a.png"), lookingUp)->image);
    }

    /// The examples of a picture come one after the other, and share it.
    void theLatestOfEachSideIsKept()
    {
        const StripedExtractor stripes;
        Run run{fs::path()};
        RunPictures pictures(run.store, stripes);
        writeImage(path("c.png"), pictureOf(30));
        const RunPicturePtr left = pictures.of(path("a.png"), 0), right = pictures.of(path("c.png"), 1);
        QCOMPARE(pictures.of(path("a.png"), 0), left);
        QCOMPARE(pictures.of(path("c.png"), 1), right);
        QVERIFY(pictures.of(path("c.png"), 0) != left);
    }

    void aFileThatCannotBeReadIsNamed()
    {
        const StripedExtractor stripes;
        for (const char* cache : {"", "cache"}) {
            Run run{*cache ? path(cache) : fs::path()};
            RunPictures pictures(run.store, stripes);
            const QString reason = vbs::test::messageOf([&] { pictures.of(path("none.png"), 0); });
            QVERIFY2(reason.contains("none.png") && reason.contains("does not exist"), qPrintable(reason));
        }
    }
};

VBS_TEST_MAIN(RunPicturesTest)
#include "run_pictures_test.moc"
