#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/feature_tsv.h"
#include "core/image/image_io.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/extraction_run.h"
#include "core/regions/picture_reader.h"
#include "core/regions/region_file.h"
#include "tests/support/test_main.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <set>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

/// One region a picture whose features are the picture's first pixel; pictures with a shade in `bad` fail.
class PixelExtractor : public RegionExtractor {
public:
    ExtractedRegions extract(const RgbImage& image, const JobControl& control) override
    {
        control.throwIfStopped();
        calls.push_back(1);
        return regionsOf(image, {Box{0, 0, float(image.width), float(image.height)}});
    }
    std::vector<ExtractedRegions> extractBatch(const std::vector<const RgbImage*>& images, const JobControl&) override
    {
        calls.push_back(images.size());
        std::vector<ExtractedRegions> all;
        for (const RgbImage* image : images)
            all.push_back(regionsOf(*image, {Box{0, 0, float(image->width), float(image->height)}}));
        return all;
    }
    ExtractedRegions describe(const RgbImage& image, const std::vector<Box>& boxes, const JobControl&) override
    {
        calls.push_back(1);
        return regionsOf(image, boxes);
    }
    std::int64_t featureSize() const override { return 3; }
    std::string fingerprint() const override { return "pixel"; }

    std::vector<std::size_t> calls; ///< pictures in each pass
    std::set<int> bad;
    std::stop_source stopAfterCall; ///< stopped at call `stopAt`
    std::size_t stopAt = 0;
    std::function<void(std::size_t call)> duringCall;

private:
    ExtractedRegions regionsOf(const RgbImage& image, const std::vector<Box>& boxes)
    {
        if (duringCall)
            duringCall(calls.size());
        if (calls.size() == stopAt)
            stopAfterCall.request_stop();
        if (bad.contains(image.pixels[0]))
            throw std::runtime_error("the network does not like this picture");
        ExtractedRegions result;
        result.regions.imageWidth = image.width;
        result.regions.imageHeight = image.height;
        result.boxes = torch::zeros({std::int64_t(boxes.size()), 4});
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            result.regions.regions.emplace_back().box = boxes[i];
            result.boxes[std::int64_t(i)] = torch::tensor({boxes[i].x1, boxes[i].y1, boxes[i].x2, boxes[i].y2});
        }
        result.features = torch::tensor({float(image.pixels[0]), float(image.pixels[1]), float(image.pixels[2])})
                              .repeat({std::int64_t(boxes.size()), 1});
        return result;
    }
};

const ExtractionSettings kSettings{"pixel", "fingerprint one", ""};

} // namespace

class ExtractionRunTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path folder() const { return m_temporary->path().toStdString(); }
    std::vector<ListedPicture> pictures() const { return listPictures({folder() / "in"}).pictures; }

    ExtractionReport run(const fs::path& output, bool resume, PixelExtractor& extractor,
                         const ExtractionOptions& options = {}, const ExtractionSettings& settings = kSettings) const
    {
        const auto sink = makeExtractionOutput(folder() / output, settings, resume);
        JobControl control;
        control.stop = extractor.stopAfterCall.get_token();
        BackgroundWork work;
        RegionStore store({}, work);
        return runExtraction(pictures(), extractor, store, *sink, options, control);
    }

    float featureOf(const std::string& id) const
    {
        return readRegionFile(folder() / "out" / (id + ".safetensors")).regions.features.at(0);
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        for (int i = 0; i < 9; ++i) {
            RgbImage image(8, 6);
            image.pixels.assign(image.pixels.size(), std::uint8_t(10 * i + 1));
            writeImage(folder() / "in" / ("p" + std::to_string(i) + ".png"), image);
        }
        writeFileAtomically(folder() / "in/p4.png", "this is text");
    }

    void picturesThatFailDoNotStopTheOthers_data()
    {
        QTest::addColumn<int>("batch");
        QTest::newRow("one by one") << 1;
        QTest::newRow("in threes") << 3;
        QTest::newRow("all at once") << 50;
    }

    void picturesThatFailDoNotStopTheOthers()
    {
        QFETCH(int, batch);
        PixelExtractor extractor;
        extractor.bad = {61};
        ExtractionOptions options;
        options.batch = std::size_t(batch);
        const ExtractionReport report = run("out", false, extractor, options);
        QCOMPARE(report.total, std::size_t(9));
        QCOMPARE(report.written, std::size_t(7));
        QCOMPARE(report.regions, std::int64_t(7));
        QVERIFY(!report.stopped && report.abandoned.empty());
        QCOMPARE(report.failures.size(), std::size_t(2));
        QStringList failed;
        for (const auto& failure : report.failures)
            failed << QString::fromStdString(fs::path(failure.picture).filename().string() + ": " + failure.reason);
        failed.sort();
        QVERIFY2(failed[0].startsWith("p4.png") && failed[0].contains("looks like a text file"), qPrintable(failed[0]));
        QCOMPARE(failed[1], QString("p6.png: An unexpected error occurred: the network does not like this picture"));
        for (const int i : {0, 1, 2, 3, 5, 7, 8})
            QCOMPARE(featureOf("p" + std::to_string(i)), float(10 * i + 1));
        QVERIFY(!fs::exists(folder() / "out/p6.safetensors"));
        if (batch == 3) // p0-p2, p3 p5 p6 fails and goes one by one, p7 p8
            QCOMPARE(extractor.calls, (std::vector<std::size_t>{3, 3, 1, 1, 1, 2}));
    }

    void resumingPassesOverWhatIsDone()
    {
        PixelExtractor first, second;
        first.stopAt = 4;
        const ExtractionReport stopped = run("out", false, first);
        QVERIFY(stopped.stopped);
        QVERIFY(stopped.written >= 3 && stopped.written <= 4);
        const ExtractionReport resumed = run("out", true, second);
        QVERIFY(!resumed.stopped);
        QCOMPARE(resumed.alreadyDone, stopped.written);
        QCOMPARE(resumed.written + resumed.alreadyDone, std::size_t(8));
        QCOMPARE(resumed.redone, std::size_t(0));
        QCOMPARE(resumed.failures.size(), std::size_t(1)); // listed again, since it still fails
    }

    void resumingDistrustsWhatIsDamagedOrOfOtherSettings()
    {
        PixelExtractor extractor;
        run("out", false, extractor);
        fs::resize_file(folder() / "out/p0.safetensors", 100);
        std::string bytes = readTextFile(folder() / "out/p1.safetensors");
        bytes[bytes.size() - 2] = char(bytes[bytes.size() - 2] ^ 64);
        writeFileAtomically(folder() / "out/p1.safetensors", bytes);
        RgbImage other(8, 6);
        other.pixels.assign(other.pixels.size(), 200);
        writeImage(folder() / "in/p2.png", other);
        fs::copy_file(folder() / "out/p5.safetensors", folder() / "out/p3.safetensors",
                      fs::copy_options::overwrite_existing);
        const ExtractionReport report = run("out", true, extractor);
        QCOMPARE(report.redone, std::size_t(4));
        QCOMPARE(report.written, std::size_t(4));
        QCOMPARE(report.alreadyDone, std::size_t(4));
        QCOMPARE(featureOf("p0"), 1.f);
        QCOMPARE(featureOf("p2"), 200.f);
        QCOMPARE(featureOf("p3"), 31.f);
        QCOMPARE(run("out", true, extractor, {}, {"pixel", "fingerprint two", ""}).redone, std::size_t(8));
    }

    void aTableGrowsRowByRow()
    {
        PixelExtractor first, second;
        first.stopAt = 3;
        const ExtractionReport stopped = run("out.tsv", false, first);
        QVERIFY(stopped.stopped);
        // A kill within a row leaves a part of it.
        const std::string whole = readTextFile(folder() / "out.tsv");
        writeFileAtomically(folder() / "out.tsv", whole + "p5\t6\t8\tAAAA");
        const ExtractionReport resumed = run("out.tsv", true, second);
        QCOMPARE(resumed.alreadyDone, stopped.written);
        QCOMPARE(resumed.alreadyDone + resumed.written, std::size_t(8));
        QVERIFY(readTextFile(folder() / "out.tsv").starts_with(whole));
        PixelExtractor third;
        run("whole.tsv", false, third);
        QCOMPARE(readTextFile(folder() / "out.tsv"), readTextFile(folder() / "whole.tsv"));
        const FeatureTsv tsv = FeatureTsv::open(folder() / "out.tsv");
        QCOMPARE(tsv.rows().size(), std::size_t(8));
        QCOMPARE(tsv.read(std::size_t(tsv.find("p7"))).features.at(0), 71.f);
    }

    void aTableOfOtherSettingsIsNotGoneOnWith()
    {
        PixelExtractor extractor;
        run("out.tsv", false, extractor);
        const auto messageOf = [&](const ExtractionSettings& settings) {
            try {
                makeExtractionOutput(folder() / "out.tsv", settings, true);
            } catch (const Error& e) {
                return QString(e.what());
            }
            return QString();
        };
        QVERIFY(messageOf(kSettings).isEmpty());
        QVERIFY(messageOf({"resnet50", "else", ""}).contains("made with the extractor pixel, not resnet50"));
        QVERIFY(messageOf({"pixel", "else", ""}).contains("other options or weights of pixel"));
        QVERIFY(messageOf({"pixel", kSettings.fingerprint, "boxes"}).contains("other boxes"));
        fs::remove(folder() / "out.tsv.settings.json");
        QVERIFY(messageOf(kSettings).contains("out.tsv.settings.json, which records how it was made, is missing"));
        // Without --resume it is replaced, but not before there is something to write.
        const std::string before = readTextFile(folder() / "out.tsv");
        makeExtractionOutput(folder() / "out.tsv", {"other", "other", ""}, false);
        QCOMPARE(readTextFile(folder() / "out.tsv"), before);
    }

    void twoProgramsDoNotWriteOneTable()
    {
        PixelExtractor extractor;
        run("out.tsv", false, extractor);
        const auto holder = makeExtractionOutput(folder() / "out.tsv", kSettings, true);
        try {
            makeExtractionOutput(folder() / "out.tsv", kSettings, true);
            QFAIL("two writers at once");
        } catch (const Error& e) {
            QVERIFY(QString(e.what()).contains("being written by another program"));
        }
    }

    void aFileThatCannotBeWrittenIsOnePicturesFailure()
    {
        fs::create_directories(folder() / "out/p2.safetensors/x"); // a folder where the file should be
        fs::rename(folder() / "in/p3.png", folder() / ("in/" + std::string(250, 'n') + ".png"));
        PixelExtractor extractor;
        const ExtractionReport report = run("out", false, extractor);
        QVERIFY2(report.abandoned.empty(), report.abandoned.c_str());
        QCOMPARE(report.written, std::size_t(6));
        QStringList reasons;
        for (const auto& failure : report.failures)
            reasons += QString::fromStdString(failure.reason);
        QVERIFY2(reasons.filter("p2.safetensors cannot be written").size() == 1 &&
                     reasons.filter("nnn.safetensors cannot be written: File name too long").size() == 1,
                 qPrintable(reasons.join("\n")));
        QCOMPARE(std::distance(fs::directory_iterator(folder() / "out"), fs::directory_iterator()), std::ptrdiff_t(7));
    }

    void anOutputThatCannotBeWrittenEndsTheRun()
    {
        PixelExtractor extractor;
        extractor.duringCall = [&](std::size_t call) {
            if (call != 3)
                return;
            fs::remove_all(folder() / "out");
            writeFileAtomically(folder() / "out", "a file where the folder was");
        };
        const ExtractionReport report = run("out", false, extractor);
        QVERIFY2(report.abandoned.find("p2.safetensors") != std::string::npos, report.abandoned.c_str());
        QCOMPARE(report.written, std::size_t(2));
        QVERIFY_EXCEPTION_THROWN(makeExtractionOutput(folder() / "in/p0.png", kSettings, false), Error);
    }

    /// The hash is that of the picture that was seen, not of the one that lies there by now.
    void aPictureThatChangesMeanwhileIsDoneAgain()
    {
        PixelExtractor extractor;
        extractor.duringCall = [&](std::size_t call) {
            if (call == 1)
                fs::copy_file(folder() / "in/p7.png", folder() / "in/p0.png", fs::copy_options::overwrite_existing);
        };
        run("out", false, extractor);
        QCOMPARE(featureOf("p0"), 1.f);
        QCOMPARE(run("out", true, extractor).redone, std::size_t(1));
        QCOMPARE(featureOf("p0"), 71.f);
    }

    void aTableKnowsItsPictures()
    {
        PixelExtractor extractor;
        run("out.tsv", false, extractor);
        const std::string before = readTextFile(folder() / "out.tsv");
        fs::copy_file(folder() / "in/p7.png", folder() / "in/p0.png", fs::copy_options::overwrite_existing);
        const ExtractionReport report = run("out.tsv", true, extractor);
        QCOMPARE(report.failures.size(), std::size_t(2)); // and p4, which is text
        QVERIFY2(report.failures[0].reason.find("p0.png is not the picture that") != std::string::npos,
                 report.failures[0].reason.c_str());
        QCOMPARE(report.alreadyDone, std::size_t(7));
        QCOMPARE(readTextFile(folder() / "out.tsv"), before);
        run("out.tsv", false, extractor); // which replaces it
        QCOMPARE(run("out.tsv", true, extractor).alreadyDone, std::size_t(8));
    }

    void tellsWhatIsLeftOut()
    {
        writeFileAtomically(folder() / "coco.json", R"({"images":[{"id":1,"file_name":"old\\p0.png"}],
            "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,1,3,2]},
            {"id":2,"image_id":1,"category_id":1,"bbox":[1,1,3,0]}]})");
        const BoxFile boxes = BoxFile::open(folder() / "coco.json");
        PixelExtractor extractor;
        ExtractionOptions options;
        options.boxes = &boxes;
        const ExtractionReport report = run("out", false, extractor, options);
        QCOMPARE(report.written, std::size_t(1));
        const auto left = report.leftOut.at("box without area inside the picture");
        QVERIFY(left.count == 1 && left.pictures == 1 && left.where.find("annotations[1]") != std::string::npos);
        QCOMPARE(report.otherNames.size(), std::size_t(1));
        QCOMPARE(report.otherNames[0].name, std::string("old/p0.png"));
    }

    void describesTheUsersBoxes()
    {
        writeFileAtomically(folder() / "coco.json",
                            R"({"images":[{"id":1,"file_name":"p0.png"},{"id":2,"file_name":"p1.png"}],
            "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,1,3,2]},{"id":2,"image_id":1,"category_id":1,
            "bbox":[6,4,99,99]},{"id":3,"image_id":2,"category_id":1,"bbox":[50,50,5,5]}],"categories":[{"id":1,"name":"x"}]})");
        const BoxFile boxes = BoxFile::open(folder() / "coco.json");
        PixelExtractor extractor;
        ExtractionOptions options;
        options.boxes = &boxes;
        const ExtractionReport report = run("out", false, extractor, options);
        QCOMPARE(report.written, std::size_t(1));
        QCOMPARE(report.failures.size(),
                 std::size_t(8)); // p1's box is outside, p4 is text, the others have none
        const RegionFile file = readRegionFile(folder() / "out/p0.safetensors");
        QCOMPARE(file.regions.boxes, (std::vector<float>{1, 1, 4, 3, 6, 4, 8, 6}));
        // The boxes belong to the settings: the same are passed over, others are not.
        QCOMPARE(run("out", true, extractor, options).alreadyDone, std::size_t(1));
        std::string text = readTextFile(folder() / "coco.json");
        text.replace(text.find("[1,1,3,2]"), 9, "[1,1,3,3]");
        writeFileAtomically(folder() / "coco.json", text);
        const BoxFile changed = BoxFile::open(folder() / "coco.json");
        options.boxes = &changed;
        const ExtractionReport again = run("out", true, extractor, options);
        QCOMPARE(again.redone, std::size_t(1));
        QCOMPARE(again.written, std::size_t(1));
    }

    void tellsRateAndTimeLeft()
    {
        PixelExtractor extractor;
        const auto sink = makeExtractionOutput(folder() / "out", kSettings, false);
        JobControl control;
        QStringList stages;
        double last = 0;
        control.onProgress = [&](const Progress& progress) {
            stages << QString::fromStdString(progress.stage);
            if (progress.stage.starts_with("Extract")) {
                QVERIFY(progress.fraction >= last);
                last = progress.fraction;
            }
        };
        BackgroundWork work;
        RegionStore store({}, work);
        runExtraction(pictures(), extractor, store, *sink, {}, control);
        QCOMPARE(last, 1.);
        QVERIFY(!stages.filter(QRegularExpression("^Extracting: 9 of 9 pictures, .* a second, 0 s left, 1 failed$"))
                     .isEmpty());
    }

    void theReaderKeepsTheOrderAndStopsAtOnce()
    {
        PictureReader reader(pictures(), 3);
        for (int i = 0; i < 5; ++i) {
            const auto picture = reader.next();
            QVERIFY(picture.has_value());
            QCOMPARE(picture->listed.id, "p" + std::to_string(i));
            QCOMPARE(picture->fault.empty(), i != 4);
            if (i != 4)
                QCOMPARE(int(picture->image.pixels[0]), 10 * i + 1);
        }
        // The rest is not waited for.
    }
};

VBS_TEST_MAIN(ExtractionRunTest)
#include "extraction_run_test.moc"
