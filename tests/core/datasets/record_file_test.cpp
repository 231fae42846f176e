#include "core/datasets/record_file.h"

#include "core/base/error.h"
#include "core/datasets/record_edits.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

class RecordFileTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    /// What is visited is what the whole file's parser finds, and every place holds its record's bytes.
    void placesAreTheRecords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("records");
        QTest::newRow("array") << QByteArray(" [ {\"a\":1} ,{\"b\":\"]},{\\\"\"}\n, {\"c\":[{}]}]\n") << 3;
        QTest::newRow("lines") << QByteArray("{\"a\":1}\r\n\n  {\"b\":2}  \n") << 2;
        QTest::newRow("mark at the beginning") << QByteArray("\xEF\xBB\xBF{\"a\":1}\n{\"b\":2}") << 2;
        QTest::newRow("empty array") << QByteArray("[]") << 0;
        QTest::newRow("empty") << QByteArray() << 0;
    }
    void placesAreTheRecords()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, records);
        const auto file = write("records.json", text.toStdString());
        int count = 0;
        forEachRecord(file, [&](const JsonRecord&, const RecordPlace& place) {
            const QByteArray bytes = text.mid(qsizetype(place.begin), qsizetype(place.end - place.begin));
            QVERIFY2(bytes.startsWith('{') && bytes.endsWith('}') && Json::accept(bytes.toStdString()), bytes);
            ++count;
        });
        QCOMPARE(count, records);
    }

    void recordsUnderAKey()
    {
        const auto file = write(
            "keyed.json", "{\"head\":{\"x\":[1,{\"questions\":5}]},\"questions\":[{\"q\":1},{\"q\":2}],\"z\":\"] \"}");
        std::vector<std::int64_t> seen;
        const Json rest = forEachRecordOf(file, "questions", [&](const JsonRecord& record, const RecordPlace&) {
            seen.push_back(record.integer("q"));
        });
        QVERIFY((seen == std::vector<std::int64_t>{1, 2}));
        QCOMPARE(rest["z"].get<std::string>(), std::string("] "));
        QVERIFY(firstKeysOf(file).contains("z"));
        QCOMPARE(firstKeysOf(file).at("questions"), '[');
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("twice") << QByteArray(R"({"q":[],"q":[]})") << QByteArray("has \"q\" twice");
        QTest::newRow("missing") << QByteArray(R"({"r":[]})") << QByteArray("has no \"q\"");
        QTest::newRow("cut off") << QByteArray(R"({"q":[{"a":1},)") << QByteArray("q[1] is not valid JSON");
        QTest::newRow("no comma") << QByteArray(R"({"q":[{"a":1}{"a":2}]})") << QByteArray("comma");
        QTest::newRow("no colon") << QByteArray(R"({"q"[]})") << QByteArray("colon");
        QTest::newRow("no key") << QByteArray("{5:[]}") << QByteArray("a key should stand here");
        QTest::newRow("a word") << QByteArray(R"({"q":[{"a":tru}]})") << QByteArray("q[0] is not valid JSON");
    }
    void faultsAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, named);
        const auto file = write("wrong.json", text.toStdString());
        try {
            forEachRecordOf(file, "q", [](const JsonRecord&, const RecordPlace&) {});
            QFAIL("it was read");
        } catch (const Error& e) {
            QVERIFY2(QByteArray(e.what()).contains(named), e.what());
        }
    }

    /// A line that is none concerns no other; what is asked of it says why.
    void damagedLinesAreRecords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("cut off") << QByteArray(R"({"a":1,"b)")
                                 << QByteArray("line 2 is not valid JSON: it ends unexpectedly; it may be truncated.");
        QTest::newRow("two") << QByteArray(R"({"a":1}{"a":2})") << QByteArray("line 2 is not valid JSON");
        QTest::newRow("text") << QByteArray("see https://example.org") << QByteArray("line 2 is not valid JSON");
        QTest::newRow("another value") << QByteArray("[1]")
                                       << QByteArray("line 2 should be a JSON object, but is an array");
        QTest::newRow("null") << QByteArray("null") << QByteArray("line 2 should be a JSON object, but is a null");
        QTest::newRow("no UTF-8") << QByteArray("{\"a\":\"\xff\"}") << QByteArray("is not UTF-8");
        QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray("levels deep");
        QTest::newRow("long") << "{\"a\":\"" + QByteArray((16 << 20) + 1, 'x') + "\"}"
                              << QByteArray("line 2 is longer than 16 MB");
    }
    void damagedLinesAreRecords()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, said);
        const auto file = write("lines.jsonl", "{\"a\":1}\n" + line.toStdString() + "\n{\"a\":3}\n");
        QStringList seen;
        forEachRecord(file, [&](const JsonRecord& record, const RecordPlace&) {
            std::int64_t a = 0;
            const std::string fault = faultOf([&] { a = record.integer("a"); });
            seen += QString::fromStdString(record.place() + (fault.empty() ? " = " + std::to_string(a) : fault));
            if (!fault.empty()) {
                QVERIFY2(QByteArray::fromStdString(fault).contains(said) && fault.find("lines.jsonl") != fault.npos,
                         fault.c_str());
                QVERIFY(!faultOf([&] { record.textOr("b", ""); }).empty()); // not even what may be missing
            }
        });
        QCOMPARE(seen.size(), qsizetype(3));
        QCOMPARE(seen[0] + seen[2], QString("line 1 = 1line 3 = 3"));
    }

    void aFileOfOtherLinesIsRefused()
    {
        const auto file = write("lines.txt", "{}\n" + QByteArray("no record\n").repeated(1100).toStdString());
        std::size_t visited = 0;
        const QString said =
            test::messageOf([&] { forEachRecord(file, [&](const JsonRecord&, const RecordPlace&) { ++visited; }); });
        QVERIFY2(said.contains("1001 of the first 1002 lines hold no JSON object"), qPrintable(said));
        QCOMPARE(visited, std::size_t(1002));
    }

    void recordsThatAreNoObjects()
    {
        std::size_t damaged = 0;
        forEachRecord(write("array.json", R"([{"a":1},5,null,{"a":2}])"),
                      [&](const JsonRecord& record, const RecordPlace&) {
                          damaged += faultOf([&] { record.integer("a"); }).empty() ? 0 : 1;
                      });
        QCOMPARE(damaged, std::size_t(2));
    }

    /// The format is told by the first line that can be read.
    void keysBehindDamagedLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("cut off") << QByteArray("{\"a\":1,\"x\n{\"a\":1,\"b\":2}\n") << true;
        QTest::newRow("text") << QByteArray("hello\n\n{\"a\":1,\"b\":2}") << true;
        QTest::newRow("none") << QByteArray("hello\nworld\n") << false;
        QTest::newRow("array") << QByteArray("[{\"a\"\n{\"b\":2}\n]") << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void keysBehindDamagedLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, found);
        QCOMPARE(firstKeysOf(write("keys.jsonl", text.toStdString())).contains("b"), found);
    }

    void severalArrays()
    {
        const std::string text = R"({"b": [{"x":1}], "other": 5, "c":null, "a":[ ] } )";
        std::size_t records = 0;
        const RecordVisitor visit = [&](const JsonRecord&, const RecordPlace&) { ++records; };
        const RecordFileRest rest =
            forEachRecordOf(write("several.json", text), {{"a", visit}, {"b", visit}, {"c", visit}, {"d", visit}});
        QCOMPARE(records, std::size_t(1));
        QCOMPARE(rest.json.dump(), std::string(R"({"c":null,"other":5})"));
        const RecordPlace b = rest.values.at("b");
        QCOMPARE(text.substr(b.begin, b.end - b.begin), std::string(R"([{"x":1}])"));
        QCOMPARE(text.substr(rest.end), std::string(" } "));
        QVERIFY(!rest.values.contains("d"));
    }

    void editsKeepEveryOtherByte()
    {
        const auto file = write("edit.json", "[ {\"a\": 1, \"z\": 2},\n\t{\"b\":\t3} ]\n");
        std::vector<RecordPlace> places;
        forEachRecord(file, [&](const JsonRecord&, const RecordPlace& place) { places.push_back(place); });
        RecordEdits edits(file, FileStamp::of(file));
        edits.edit(places[0], [](OrderedJson& record) { record["a"] = 5; });
        edits.edit(places[0], [](OrderedJson& record) { record["z"] = 6; });
        edits.write(file);
        QCOMPARE(QByteArray::fromStdString(readTextFile(file)),
                 QByteArray("[ {\"a\": 5, \"z\": 6},\n\t{\"b\":\t3} ]\n"));
    }
};

VBS_TEST_MAIN(RecordFileTest)
#include "record_file_test.moc"
