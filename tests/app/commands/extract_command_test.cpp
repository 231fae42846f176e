#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/data/feature_tsv.h"
#include "core/image/image_io.h"
#include "core/image/transform.h"
#include "core/picture_book/scenes/scene.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "tests/app/commands/extract_outputs.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>
#include <set>

using namespace vbs;
using namespace vbs::test;
namespace fs = std::filesystem;

namespace {

constexpr int kPictures = 300, kBroken = 10;
/// Without what earlier runs have found: everything takes its time.
const QStringList kExtract{"extract", "--device", "cpu", "--threads", "2", "--cache-size", "0"};

} // namespace

/// Runs the real program with the shipped pack's extractor.
class ExtractCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path folder() const { return m_folder.path().toStdString(); }
    QString path(const char* name) const { return m_folder.filePath(name); }

    QProcessEnvironment environment() const { return shippedPackEnvironment(path("cache"), path("data")); }
    CommandOutcome run(const QStringList& arguments) const
    {
        return runVisualBert(kExtract + arguments, environment());
    }
    /// Ends the program by a signal as soon as half of the work is there.
    template <typename Count>
    int runUntilHalf(const QStringList& arguments, int signal, Count&& count, QString* err = nullptr) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QString(vbs::test::programFolder()) + "/visualbert", kExtract + arguments);
        const bool half = QTest::qWaitFor(
            [&] { return count() >= std::size_t(kPictures / 3) || process.state() == QProcess::NotRunning; }, 120000);
        if (half && process.state() == QProcess::Running)
            ::kill(pid_t(process.processId()), signal);
        process.waitForFinished(60000);
        if (err)
            *err = QString::fromUtf8(process.readAllStandardError());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

private Q_SLOTS:
    void initTestCase();
    void writesOnePicture();
    void writesLxmertColumns();
    void describesGivenBoxes();
    void finishesAFolderAfterAKill_data();
    void finishesAFolderAfterAKill();
    void ctrlCKeepsWhatIsDone();
    void listsAndOtherSizes();
    void aFolderWithAConfigurationIsAnExtractor();
    void readyMadeFeaturesAreConverted();
    void errorsAreOneSentence_data();
    void errorsAreOneSentence();
    void wrongUsage_data();
    void wrongUsage();
    void explainsTheFit();
};

void ExtractCommandTest::initTestCase()
{
    for (int i = 0; i < kPictures - kBroken; ++i) {
        const std::string name = "p" + std::to_string(1000 + i) + ".png";
        writeImage(folder() / "in" / name, shrinkToFit(drawScene(sceneOfSeries(77, std::uint64_t(i))), 96));
    }
    const std::string png = readTextFile(folder() / "in/p1000.png");
    writeFileAtomically(folder() / "in/b0.png", "");
    writeFileAtomically(folder() / "in/b1.jpg", "this is text");
    writeFileAtomically(folder() / "in/b2.png", png.substr(0, png.size() / 2));
    writeFileAtomically(folder() / "in/b3.png", png.substr(0, 20));
    writeFileAtomically(folder() / "in/b4.gif", "GIF89a\x01\x01 no more");
    writeFileAtomically(folder() / "in/b5.jpg", "\xff\xd8\xff\xe0 and nothing");
    writeFileAtomically(folder() / "in/b6.webp", "RIFF....WEBPVP8 ");
    writeFileAtomically(folder() / "in/b7.jpg", "<html>not found</html>");
    std::string damaged = png;
    damaged[png.size() / 2] = char(damaged[png.size() / 2] ^ 0x55);
    writeFileAtomically(folder() / "in/b8.png", damaged);
    writeFileAtomically(folder() / "in/b9.tif", "II*");
    writeFileAtomically(folder() / "in/notes.txt", "no picture, and not meant as one");
}

void ExtractCommandTest::writesOnePicture()
{
    const QString sample = QString(vbs::test::sourceFolder()) + "/models/picture-book/samples/toys.png";
    const CommandOutcome outcome = run({sample, "--output", path("toys.safetensors"), "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const Json report = Json::parse(outcome.out.toStdString());
    QCOMPARE(report.at("written").get<int>(), 1);
    QVERIFY(report.at("failed").empty());
    const int size = report.at("extractor").at("feature_size");
    const Json header = headerOf(folder() / "toys.safetensors");
    const int count = report.at("regions");
    QVERIFY(count > 1);
    QVERIFY(header.at("boxes").at("shape") == Json({count, 4}));
    QVERIFY(header.at("features").at("shape") == Json({count, size}));
    QVERIFY(header.at("features").at("dtype") == Json("F32"));
    QVERIFY(header.at("scores").at("shape") == Json::array({count}));
    for (const char* name : {"labels", "attributes"}) {
        QVERIFY(header.at(name).at("shape") == Json::array({count}));
        QVERIFY(header.at(name).at("dtype") == Json("I64"));
    }
    QVERIFY(header.at("attribute_scores").at("dtype") == Json("F32"));
    const Json& metadata = header.at("__metadata__");
    const RgbImage image = readImage(sample.toStdString());
    QVERIFY(metadata.at("image") == Json("toys.png"));
    QVERIFY(metadata.at("width") == Json(std::to_string(image.width)));
    QVERIFY(metadata.at("height") == Json(std::to_string(image.height)));
    QVERIFY(metadata.at("extractor").get<std::string>().find("faster_rcnn_fpn") != std::string::npos);
    const std::vector<float> boxes = floatsOf(folder() / "toys.safetensors", "boxes");
    QCOMPARE(boxes[2], float(image.width)); // the whole picture comes first
}

void ExtractCommandTest::writesLxmertColumns()
{
    const QString sample = QString(vbs::test::sourceFolder()) + "/models/picture-book/samples/toys.png";
    const CommandOutcome outcome = run({sample, "-o", path("toys.tsv"), "--quiet"});
    QVERIFY2(outcome.exitCode == 0 && outcome.out.isEmpty() && outcome.err.isEmpty(), qPrintable(outcome.err));
    const FeatureTsv tsv = FeatureTsv::open(folder() / "toys.tsv");
    QCOMPARE(tsv.columns(), lxmertColumns());
    const RegionFeatures row = tsv.read(0);
    QCOMPARE(row.image, std::string("toys"));
    QCOMPARE(row.features, floatsOf(folder() / "toys.safetensors", "features"));
    QCOMPARE(row.boxes, floatsOf(folder() / "toys.safetensors", "boxes"));
}

void ExtractCommandTest::describesGivenBoxes()
{
    writeFileAtomically(folder() / "p1000.json",
                        R"({"shapes":[{"label":"a","shape_type":"rectangle","points":[[60,50],[10,5]]},
                            {"label":"b","shape_type":"rectangle","points":[[70,10],[200,10],[200,40],[70,40]]}],
                            "imagePath":"p1000.png"})");
    const CommandOutcome outcome =
        run({path("in/p1000.png"), "-o", path("boxes.safetensors"), "--boxes", path("p1000.json"), "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const std::vector<float> boxes = floatsOf(folder() / "boxes.safetensors", "boxes");
    const float width = float(readImage(folder() / "in/p1000.png").width);
    const std::vector<float> last(boxes.end() - 8, boxes.end());
    QCOMPARE(last, (std::vector<float>{10, 5, 60, 50, 70, 10, width, 40}));
    QVERIFY(run({path("in/p1001.png"), "-o", path("x.safetensors"), "--boxes", path("p1000.json")})
                .err.contains("has the boxes of p1000.png, not of"));
}

void ExtractCommandTest::finishesAFolderAfterAKill_data()
{
    QTest::addColumn<bool>("table");
    QTest::newRow("a file each") << false;
    QTest::newRow("one table") << true;
}

void ExtractCommandTest::finishesAFolderAfterAKill()
{
    QFETCH(bool, table);
    const fs::path output = folder() / (table ? "killed.tsv" : "killed");
    const auto count = [&] { return table ? rowsIn(output) : filesIn(output); };
    const QStringList arguments{path("in"), "--output", QString::fromStdString(output.string()), "--json"};
    QCOMPARE(runUntilHalf(arguments, SIGKILL, count), -1);
    const std::size_t kept = count();
    QVERIFY2(kept >= std::size_t(kPictures / 3) && kept < std::size_t(kPictures - kBroken),
             qPrintable(QString::number(kept)));
    if (!table) { // a file is there whole or not at all
        for (const auto& entry : fs::directory_iterator(output))
            QVERIFY(entry.path().extension() != ".safetensors" || headerOf(entry.path()).is_object());
    }
    const CommandOutcome resumed = run(arguments + QStringList{"--resume"});
    QCOMPARE(resumed.exitCode, 1); // some failed
    const Json report = Json::parse(resumed.out.toStdString());
    QCOMPARE(report.at("pictures").get<int>(), kPictures);
    QCOMPARE(report.at("already_done").get<std::size_t>(), kept);
    QCOMPARE(report.at("written").get<std::size_t>() + kept, std::size_t(kPictures - kBroken));
    QCOMPARE(report.at("redone").get<int>(), 0);
    std::set<std::string> failed;
    for (const Json& failure : report.at("failed")) {
        failed.insert(fs::path(failure.at("image").get<std::string>()).filename().string());
        QVERIFY(!failure.at("reason").get<std::string>().empty());
    }
    QVERIFY(failed == (std::set<std::string>{"b0.png", "b1.jpg", "b2.png", "b3.png", "b4.gif", "b5.jpg", "b6.webp",
                                             "b7.jpg", "b8.png", "b9.tif"}));
    QVERIFY2(resumed.err.contains("visualbert: error: 10 of 300 pictures could not be extracted, the first being "),
             qPrintable(resumed.err));
    QCOMPARE(count(), std::size_t(kPictures - kBroken));
    if (table) {
        const FeatureTsv tsv = FeatureTsv::open(output);
        std::set<std::string> ids;
        for (std::size_t i = 0; i < tsv.rows().size(); ++i)
            ids.insert(tsv.read(i).image);
        QCOMPARE(ids.size(), std::size_t(kPictures - kBroken));
    }
    // Nothing is left to do; the broken ones are named again.
    const CommandOutcome again = run(arguments + QStringList{"--resume"});
    const Json nothing = Json::parse(again.out.toStdString());
    QCOMPARE(nothing.at("written").get<int>(), 0);
    QCOMPARE(nothing.at("already_done").get<int>(), kPictures - kBroken);
    QCOMPARE(nothing.at("failed").size(), std::size_t(kBroken));
}

void ExtractCommandTest::ctrlCKeepsWhatIsDone()
{
    const fs::path output = folder() / "interrupted";
    QString err;
    const int code = runUntilHalf(
        {path("in"), "-o", QString::fromStdString(output.string())}, SIGINT, [&] { return filesIn(output); }, &err);
    QCOMPARE(code, 75);
    const std::size_t kept = filesIn(output);
    QVERIFY(kept >= std::size_t(kPictures / 3) && kept < std::size_t(kPictures - kBroken));
    QVERIFY2(err.contains("Stopped after " + QString::number(kept) +
                          " of 300 pictures; run the same command with --resume to continue."),
             qPrintable(err));
    for (const auto& entry : fs::directory_iterator(output))
        QVERIFY2(entry.path().extension() == ".safetensors" && headerOf(entry.path()).is_object(),
                 entry.path().c_str());
}

void ExtractCommandTest::listsAndOtherSizes()
{
    writeFileAtomically(folder() / "list.txt", "in/p1003.png\nin/p1004.png\n\nin/missing.png\n");
    const QStringList arguments{"--list", path("list.txt"), "-o", path("listed"), "--json", "--quiet"};
    const CommandOutcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    const Json report = Json::parse(outcome.out.toStdString());
    QCOMPARE(report.at("written").get<int>(), 2);
    QVERIFY(report.at("failed")[0].at("reason").get<std::string>().find("missing.png does not exist") !=
            std::string::npos);
    QCOMPARE(outcome.err.count('\n'), 1);
    // Other settings are not taken for done.
    const CommandOutcome fewer = run(arguments + QStringList{"--resume", "--max-regions", "1", "--min-size", "120"});
    const Json changed = Json::parse(fewer.out.toStdString());
    QCOMPARE(changed.at("redone").get<int>(), 2);
    QVERIFY(changed.at("regions").get<int>() <= 4); // one each, and the whole pictures
}

void ExtractCommandTest::aFolderWithAConfigurationIsAnExtractor()
{
    const QString pack = QString(vbs::test::sourceFolder()) + "/models/picture-book";
    for (const QString& extractor : {pack + "/extractor", pack}) {
        const CommandOutcome outcome = run({path("in/p1002.png"), "-o", path("dir.safetensors"), "--extractor",
                                            extractor, "--weights", pack + "/extractor", "--quiet"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    }
}

void ExtractCommandTest::readyMadeFeaturesAreConverted()
{
    writeFileAtomically(folder() / "ready/config.json", R"({"kind":"features","features":"../killed.tsv"})");
    const CommandOutcome outcome =
        run({path("in/p1007.png"), "-o", path("converted.safetensors"), "--extractor", path("ready"), "--json"});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    const FeatureTsv tsv = FeatureTsv::open(folder() / "killed.tsv");
    QCOMPARE(floatsOf(folder() / "converted.safetensors", "features"),
             tsv.read(std::size_t(tsv.find("p1007"))).features);
    QVERIFY(run({path("in/p1007.png"), "-o", path("x.safetensors"), "--extractor", path("ready"), "--min-size", "9"})
                .err.contains("has no least size"));
}

void ExtractCommandTest::errorsAreOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QString picture = path("in/p1000.png"), out = path("e.safetensors");
    QTest::newRow("missing picture") << QStringList{path("nowhere.png"), "-o", out} << "nowhere.png does not exist.";
    QTest::newRow("broken picture") << QStringList{path("in/b1.jpg"), "-o", out} << "is not a picture";
    QTest::newRow("two into one file") << QStringList{picture, path("in/p1001.png"), "-o", out}
                                       << "2 pictures do not fit into the single file";
    QTest::newRow("output is a picture") << QStringList{picture, "-o", picture} << "is a file: name a folder";
    QTest::newRow("unknown extractor") << QStringList{picture, "-o", out, "--extractor", "yolo"}
                                       << "no extractor \"yolo\"";
    QTest::newRow("unknown pack") << QStringList{picture, "-o", out, "--pack", "nothing"}
                                  << "no pack named \"nothing\"";
    QTest::newRow("published without weights") << QStringList{picture, "-o", out, "--extractor", "resnet50"}
                                               << "resnet50 needs its weights: name the file with --weights";
    QTest::newRow("weights of no extractor alone")
        << QStringList{picture, "-o", out, "--weights",
                       QString(vbs::test::sourceFolder()) + "/models/picture-book/vqa/model.safetensors"}
        << "holds a VisualBERT whose classifier has 47 outputs, which is no published extractor: name the "
           "extractor";
    QTest::newRow("precision") << QStringList{picture, "-o", out, "--precision", "int8"}
                               << "Precision \"int8\" is not supported";
    QTest::newRow("no weights there") << QStringList{picture, "-o", out, "--weights", path("none.pth")}
                                      << "none.pth do not exist";
    QTest::newRow("folder without weights")
        << QStringList{picture, "-o", out, "--weights", path("in")} << "holds no weights";
    QTest::newRow("weights of another network")
        << QStringList{picture,
                       "-o",
                       out,
                       "--pack",
                       "picture-book",
                       "--weights",
                       QString(vbs::test::sourceFolder()) + "/models/picture-book/vqa/model.safetensors"}
        << "these are the weights of a VisualBERT whose classifier has 47 outputs, but those of a Faster R-CNN "
           "in torchvision's layout";
    QTest::newRow("boxes are no boxes") << QStringList{picture, "-o", out, "--boxes", path("in/b1.jpg")}
                                        << "is not valid JSON";
    QTest::newRow("empty folder") << QStringList{path("empty"), "-o", out} << "empty holds no picture";
}

void ExtractCommandTest::errorsAreOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    fs::create_directories(folder() / "empty");
    const CommandOutcome outcome = run(arguments + QStringList{"--quiet"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.isEmpty());
    const QString last = outcome.err.trimmed().section('\n', -1);
    QVERIFY2(last.startsWith("visualbert: error: ") && last.contains(message), qPrintable(outcome.err));
    QVERIFY(!fs::exists(folder() / "e.safetensors"));
}

void ExtractCommandTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no output") << QStringList{path("in/p1000.png")};
    QTest::newRow("no picture") << QStringList{"-o", path("e.tsv")};
    QTest::newRow("size") << QStringList{path("in/p1000.png"), "-o", path("e.tsv"), "--min-size", "0"};
    QTest::newRow("model without explain")
        << QStringList{path("in/p1000.png"), "-o", path("e.tsv"), "--model", path("in")};
}

void ExtractCommandTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(run(arguments).exitCode, 2);
}

void ExtractCommandTest::explainsTheFit()
{
    const CommandOutcome shipped = run({"--explain-fit", "--pack", "picture-book"});
    QVERIFY2(shipped.exitCode == 0, qPrintable(shipped.err));
    QVERIFY(shipped.out.contains("VisualBertForQuestionAnswering expects 278 values per region"));
    QVERIFY(shipped.out.contains("gives 278 values per region: it fits."));

    for (const auto& [size, extractors] :
         {std::pair(2048, std::vector<std::string>{"vg_faster_rcnn", "resnet50", "resnet101", "resnet152"}),
          std::pair(1024, std::vector<std::string>{"faster_rcnn_fpn"}),
          std::pair(512, std::vector<std::string>{"resnet18", "resnet34"}),
          std::pair(77, std::vector<std::string>{})}) {
        writeFileAtomically(folder() / "model/config.json",
                            R"({"architectures":["VisualBertModel"],"visual_embedding_dim":)" + std::to_string(size) +
                                "}");
        const CommandOutcome json = run({"--explain-fit", "--model", path("model"), "--json"});
        QVERIFY2(json.exitCode == 0, qPrintable(json.err));
        const Json model = Json::parse(json.out.toStdString()).at("models").at(0);
        QCOMPARE(model.at("visual_embedding_dim").get<int>(), size);
        std::vector<std::string> names;
        for (const Json& extractor : model.at("extractors"))
            names.push_back(extractor.at("name"));
        QCOMPARE(names, extractors);
        QVERIFY(!model.contains("fits"));
    }
    // A checkpoint against an extractor that is named.
    const CommandOutcome against = run({"--explain-fit", "--model", path("model"), "--json", "--extractor",
                                        QString(vbs::test::sourceFolder()) + "/models/picture-book"});
    const Json judged = Json::parse(against.out.toStdString());
    QVERIFY(judged.at("models")[0].at("fits") == Json(false));
    QVERIFY(judged.at("models")[0].at("verdict").get<std::string>().find(
                "gives 278 values per region, but 77 are expected") != std::string::npos);
}

VBS_TEST_MAIN(ExtractCommandTest)
#include "extract_command_test.moc"
