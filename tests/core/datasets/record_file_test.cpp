#include "core/datasets/record_file.h"

#include "core/base/error.h"
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

    void editsKeepEveryOtherByte()
    {
        const auto file = write("edit.json", "[ {\"a\": 1, \"z\": 2},\n\t{\"b\":\t3} ]\n");
        std::vector<RecordPlace> places;
        forEachRecord(file, [&](const JsonRecord&, const RecordPlace& place) { places.push_back(place); });
        RecordEdits edits(file, FileStamp::of(file));
        edits.edit(places[0], [](OrderedJson& record) { record["a"] = 5; });
        edits.edit(places[0], [](OrderedJson& record) { record["z"] = 6; });
        edits.write(file);
        QCOMPARE(QByteArray::fromStdString(readTextFile(file)), QByteArray("[ {\"a\":5,\"z\":6},\n\t{\"b\":\t3} ]\n"));
    }
};

VBS_TEST_MAIN(RecordFileTest)
#include "record_file_test.moc"
