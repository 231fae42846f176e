#include "core/data/own_boxes.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/full_disk.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <cmath>
#include <sys/wait.h>
#include <unistd.h>

using namespace vbs;
using vbs::test::messageOf;
namespace fs = std::filesystem;

namespace {

const OwnBoxes kBoxes{
    {{{1, 2, 30.5f, 40.25f}, "a “dog”, zwei\nlines", -1}, {{0.1f, 0, 5, 6}, "", -1}, {{7, 8, 9, 10}, "cat", 0}},
    {{{7, 8, 9.5f, 10}, "kitten"}}};

} // namespace

class OwnBoxesTest : public QObject, private TextFiles {
    Q_OBJECT

    OwnBoxStore store() const { return OwnBoxStore(path("boxes")); }

    int filesIn(const char* folder) const
    {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(path(folder)))
            count += entry.is_regular_file() ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void boxesComeBack()
    {
        const OwnBoxStore boxes = store();
        QVERIFY(!boxes.load("ab12"));
        QCOMPARE(boxes.damagedFiles(), std::size_t(0));
        boxes.save("ab12", "/pictures/yard.png", kBoxes);
        boxes.save("ab13", "", {});
        const auto kept = store().load("ab12");
        QVERIFY(kept && kept->boxes == kBoxes);
        QCOMPARE(kept->picture.string(), std::string("/pictures/yard.png"));
        QVERIFY(boxes.load("ab13") && boxes.load("ab13")->boxes.boxes.empty()); // every box was taken away
        boxes.save("ab12", "", {});
        QVERIFY(boxes.load("ab12")->boxes.boxes.empty());
        boxes.remove("ab12");
        boxes.remove("ab12");
        QVERIFY(!boxes.load("ab12"));
        QCOMPARE(filesIn("boxes"), 1);
    }

    /// The key is the pixels': a moved or renamed file keeps its boxes.
    void keysArePixels()
    {
        RgbImage image(4, 3);
        const std::string key = OwnBoxStore::keyOf(image);
        image.path = "/elsewhere/b.png";
        QCOMPARE(OwnBoxStore::keyOf(image), key);
        image.pixels[5] = 7;
        QVERIFY(OwnBoxStore::keyOf(image) != key);
        store().save(key, "", kBoxes); // it is a key
    }

    void withoutAFolderNothingIsKept()
    {
        const OwnBoxStore nowhere{fs::path()};
        nowhere.save("ab", "", kBoxes);
        nowhere.remove("ab");
        QVERIFY(!nowhere.load("ab"));
        QCOMPARE(nowhere.damagedFiles(), std::size_t(0));
    }

    void keysLeadNowhereElse()
    {
        const OwnBoxStore boxes = store();
        for (const std::string key : {"", "../a", "a/b", "AB", "a.b", "g"}) {
            QVERIFY_THROWS_EXCEPTION(Error, boxes.load(key));
            QVERIFY_THROWS_EXCEPTION(Error, boxes.save(key, "", kBoxes));
            QVERIFY_THROWS_EXCEPTION(Error, boxes.remove(key));
        }
        QVERIFY_THROWS_EXCEPTION(Error, boxes.load(std::string(129, 'a')));
    }

    void whatCannotBeReadAgainIsNotWritten()
    {
        const OwnBoxStore boxes = store();
        boxes.save("ab", "", kBoxes);
        OwnBoxes bad = kBoxes;
        bad.boxes[1].box.x2 = NAN;
        const QString said = messageOf([&] { boxes.save("ab", "", bad); });
        QVERIFY2(said.endsWith("boxes[1] box holds NaN instead of a number."), qPrintable(said));
        bad = kBoxes;
        bad.boxes[2].origin = 1;
        QVERIFY(messageOf([&] { boxes.save("ab", "", bad); }).contains("boxes[2] origin is 1"));
        bad.boxes.assign(OwnBoxStore::kMostBoxes + 1, {});
        QVERIFY(messageOf([&] { boxes.save("ab", "", bad); }).contains("at most 10000 boxes"));
        bad = kBoxes;
        bad.boxes[0].label.assign(17u << 20, 'x');
        QVERIFY(messageOf([&] { boxes.save("ab", "", bad); }).contains("too long"));
        QVERIFY(boxes.load("ab")->boxes == kBoxes);
        bad.boxes[0].label = "\xff!"; // no UTF-8
        boxes.save("ab", "", bad);
        QCOMPARE(boxes.load("ab")->boxes.boxes[0].label, std::string("\xEF\xBF\xBD!"));
    }

    /// Keys may be added to the form at any time.
    void otherKeysAndMissingOnes()
    {
        write("boxes/ab.json", R"({"version":1,"new":{"a":[1]},"boxes":[{"box":[1,2,3,4],"score":0.5}]})");
        const auto kept = store().load("ab");
        QCOMPARE(kept->boxes.boxes.size(), std::size_t(1));
        QVERIFY((kept->boxes.boxes[0] == OwnBox{{1, 2, 3, 4}, "", -1}));
    }

    void hostileFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QByteArray& text, const char* named) {
            QTest::newRow(name) << text << QString(named);
        };
        const auto boxes = [](const char* box) {
            return QByteArray(R"({"version":1,"annotated":[{"box":[1,2,3,4]}],"boxes":[)") + box + "]}";
        };
        row("empty", "", "it is empty");
        row("cut off", R"({"version":1,"boxes":[{"box":[1,2)", "ends unexpectedly");
        row("binary", QByteArray(1000, '\0'), "is not valid JSON");
        row("deep", QByteArray(200'000, '['), "levels deep");
        row("a list", "[]", "should be an object");
        row("another program's", R"({"shapes":[]})", "has no version or no boxes");
        row("later version", R"({"version":2,"boxes":[]})", "a later version of the program wrote it");
        row("version is a text", R"({"version":"1","boxes":[]})", "version should be a whole number");
        row("no list", R"({"version":1,"boxes":{}})", "boxes should be a list");
        row("too many", R"({"version":1,"boxes":[)" + QByteArray("0,").repeated(20'000) + "0]}", "at most 10000");
        row("no object", boxes("5"), "boxes[0] should be an object");
        row("three numbers", boxes(R"({"box":[1,2,3]})"), "boxes[0] box should hold four numbers");
        row("texts", boxes(R"({"box":[1,2,3,"4"]})"), "boxes[0] box should hold four numbers");
        row("NaN", boxes(R"({"box":[1,2,NaN,4]})"), "boxes[0] box holds NaN");
        row("far", boxes(R"({"box":[1,2,1e300,4]})"), "beyond every picture");
        row("label", boxes(R"({"box":[1,2,3,4],"label":5})"), "label should be a string");
        row("origin", boxes(R"({"box":[1,2,3,4],"origin":1})"), "origin is 1; there are 1");
        row("huge origin", boxes(R"({"box":[1,2,3,4],"origin":99999999999})"), "origin should be a whole number");
        row("large", QByteArray((16 << 20) + 1, ' '), "bytes");
    }
    /// A file that cannot be read is named, counted, never changed, and never in the way.
    void hostileFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const auto file = write("boxes/ab.json", text.toStdString());
        const OwnBoxStore boxes = store();
        const QString said = messageOf([&] { boxes.load("ab"); });
        QVERIFY2(said.contains(named) && said.contains("ab.json"), qPrintable(said));
        QCOMPARE(boxes.damagedFiles(), std::size_t(1));
        boxes.remove("ab");
        QCOMPARE(readTextFile(file), text.toStdString());
        boxes.save("ab", "", kBoxes);
        QVERIFY(boxes.load("ab")->boxes == kBoxes);
        QCOMPARE(readTextFile(path("boxes/ab.damaged-1.json")), text.toStdString());
        QCOMPARE(boxes.damagedFiles(), std::size_t(1));
        write("boxes/ab.json", "{");
        boxes.save("ab", "", kBoxes);
        QCOMPARE(readTextFile(path("boxes/ab.damaged-2.json")), std::string("{"));
        fs::remove_all(path("boxes"));
    }

    void aFullDiskIsTold()
    {
        const OwnBoxStore boxes = store();
        boxes.save("ab", "", kBoxes);
        OwnBoxes many = kBoxes;
        many.boxes.resize(500, many.boxes[0]);
        QString said;
        {
            const test::FullDisk disk(4096);
            said = messageOf([&] { boxes.save("ab", "", many); });
        }
        QVERIFY2(said.contains("ab.json cannot be written: File too large"), qPrintable(said));
        QVERIFY(boxes.load("ab")->boxes == kBoxes); // what was there is still there
        QCOMPARE(filesIn("boxes"), 1);
        write("file", "");
        const OwnBoxStore inFile(path("file/boxes"));
        QVERIFY(messageOf([&] { inFile.save("ab", "", kBoxes); }).contains("cannot be written"));
    }

    /// Two programs save the boxes of one picture again and again: every file that is read is one of theirs, whole.
    void twoProgramsWriteAtOnce()
    {
        const OwnBoxStore boxes(path("shared"));
        std::vector<pid_t> writers;
        for (int who = 1; who <= 2; ++who) {
            const pid_t writer = ::fork();
            QVERIFY(writer >= 0);
            if (writer == 0) {
                OwnBoxes own;
                own.boxes.assign(std::size_t(100 * who), {{0, 0, 1, float(who)}, std::string(20, char('0' + who)), -1});
                try {
                    for (int i = 0; i < 100; ++i)
                        boxes.save("ab", "", own);
                } catch (...) {
                    ::_exit(1);
                }
                ::_exit(0);
            }
            writers.push_back(writer);
        }
        int failed = 0;
        for (std::size_t done = 0; done < writers.size();) {
            if (const auto kept = boxes.load("ab")) {
                const auto who = std::size_t(kept->boxes.boxes.at(0).box.y2);
                QCOMPARE(kept->boxes.boxes.size(), 100 * who);
                QCOMPARE(kept->boxes.boxes.back().label, std::string(20, char('0' + int(who))));
            }
            int status = 0;
            if (::waitpid(writers[done], &status, WNOHANG) == writers[done]) {
                failed += status;
                ++done;
            }
        }
        QCOMPARE(failed, 0);
        QCOMPARE(filesIn("shared"), 1);
        QCOMPARE(boxes.damagedFiles(), std::size_t(0));
    }
};

VBS_TEST_MAIN(OwnBoxesTest)
#include "own_boxes_test.moc"
