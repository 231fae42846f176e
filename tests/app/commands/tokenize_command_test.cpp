#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

namespace {

const QString kData = QString(vbs::test::dataFolder()) + "/text";
const QString kVocab = kData + "/vocab.txt";

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

Outcome tokenize(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QString(vbs::test::programFolder()) + "/visualbert", QStringList{"tokenize"} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TokenizeCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMadeCaseThroughLines()
    {
        const QByteArray input = QByteArray::fromStdString(readTextFile((kData + "/cases.jsonl").toStdString()));
        const Outcome got = tokenize({"--vocab", kVocab, "--jsonl"}, input);
        QVERIFY2(got.code == 0, got.err);
        const auto lines = got.out.trimmed().split('\n'), rows = input.trimmed().split('\n');
        QCOMPARE(lines.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const Json result = Json::parse(lines[i].toStdString()), row = Json::parse(rows[i].toStdString());
            QCOMPARE(result.size(), std::size_t(4));
            for (const char* key : {"input_ids", "token_type_ids", "attention_mask", "tokens"})
                QVERIFY2(result[key] == row[key], rows[i]);
            for (const char c : lines[i])
                QVERIFY(static_cast<unsigned char>(c) < 0x80);
        }
    }

    void loneSurrogates_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("tokens");
        QTest::newRow("escaped") << QByteArray(R"({"text": "c\ud800a\uDFFFt"})")
                                 << QByteArray(R"(["[CLS]","cat","[SEP]"])");
        QTest::newRow("wrong order") << QByteArray(R"({"text": "c\ude00\ud83dat"})")
                                     << QByteArray(R"(["[CLS]","cat","[SEP]"])");
        QTest::newRow("a true pair") << QByteArray(R"({"text": "\ud83d\ude00"})")
                                     << QByteArray(R"(["[CLS]","[UNK]","[SEP]"])");
        QTest::newRow("escaped backslash before")
            << QByteArray(R"({"text": "\\ud800"})") << QByteArray(R"(["[CLS]","[UNK]","[UNK]","[SEP]"])");
        QTest::newRow("as numbers") << QByteArray(R"({"code_points": [99, 55296, 97, 116]})")
                                    << QByteArray(R"(["[CLS]","cat","[SEP]"])");
        QTest::newRow("in bytes") << QByteArray("{\"text\": \"c\xED\xA0\x80"
                                                "at\"}")
                                  << QByteArray(R"(["[CLS]","cat","[SEP]"])");
        QTest::newRow("in a special token")
            << QByteArray(R"({"text": "[MA\ud800SK]"})") << QByteArray(R"(["[CLS]","[","mask","]","[SEP]"])");
    }

    void loneSurrogates()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, tokens);
        const Outcome got = tokenize({"--vocab", kVocab, "--jsonl"}, line + "\n");
        QVERIFY2(got.code == 0, got.err);
        QVERIFY2(Json::parse(got.out.toStdString())["tokens"] == Json::parse(tokens.toStdString()), got.out);
    }

    void theCasedFlagIsTheDefaultOfLines()
    {
        const QByteArray input = "{\"text\": \"THE\"}\n{\"text\": \"THE\", \"do_lower_case\": true}\n";
        const Outcome got = tokenize({"--vocab", kVocab, "--jsonl", "--cased"}, input);
        const auto lines = got.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains("\"THE\""));
        QVERIFY(lines[1].contains("\"the\""));
    }

    void aBadLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("{\"text\": ");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no text") << QByteArray("{\"pair\": \"a\"}");
        QTest::newRow("text is a number") << QByteArray("{\"text\": 1}");
        QTest::newRow("pair is a list") << QByteArray("{\"text\": \"a\", \"pair\": []}");
        QTest::newRow("negative length") << QByteArray("{\"text\": \"a\", \"max_length\": -1}");
        QTest::newRow("enormous length") << QByteArray("{\"text\": \"a\", \"max_length\": 99999999999}");
        QTest::newRow("fractional length") << QByteArray("{\"text\": \"a\", \"max_length\": 1.5}");
        QTest::newRow("odd do_lower_case") << QByteArray("{\"text\": \"a\", \"do_lower_case\": 1}");
        QTest::newRow("code point too big") << QByteArray("{\"code_points\": [1114112]}");
        QTest::newRow("not UTF-8") << QByteArray("{\"text\": \"\xFF\"}");
    }

    void aBadLineIsNamed()
    {
        QFETCH(QByteArray, line);
        const Outcome got = tokenize({"--vocab", kVocab, "--jsonl"}, "{\"text\": \"a\"}\n\n" + line + "\n");
        QCOMPARE(got.code, 1);
        QVERIFY2(got.err.contains("line 3"), got.err);
        QCOMPARE(got.out.count('\n'), 1); // the good line was answered
    }

    void aTable()
    {
        const Outcome got = tokenize({"The CAT", "日本", "--vocab", kVocab});
        QVERIFY2(got.code == 0, got.err);
        const auto lines = got.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 8);
        QCOMPARE(lines[2].simplified(), QByteArray("the 5 0 0-3"));
        QCOMPARE(lines[6].simplified(), QByteArray("本 34 1 3-6"));
        QCOMPARE(lines[7].simplified(), QByteArray("[SEP] 3 1 -"));
    }

    void jsonWithOffsetsAndUnknownWords()
    {
        const Outcome got = tokenize({"the Quagga", "--vocab", kVocab, "--json", "--max-length", "6", "--pad"});
        QVERIFY2(got.code == 0, got.err);
        const Json json = Json::parse(got.out.toStdString());
        QVERIFY2(json["tokens"] == Json({"[CLS]", "the", "[UNK]", "[SEP]", "[PAD]", "[PAD]"}), got.out);
        QVERIFY2(json["attention_mask"] == Json({1, 1, 1, 1, 0, 0}), got.out);
        QVERIFY2(json["offsets"][2] == Json({4, 10}), got.out);
        QVERIFY(json["offsets"][0].is_null());
        QVERIFY2(json["unknown_words"] == Json::array({"Quagga"}), got.out);
        QVERIFY(!tokenize({"the", "--vocab", kVocab, "--max-length", "6"}).out.contains("[PAD]"));
    }

    void aPackBringsItsVocabulary()
    {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const std::string& contents) {
            writeFileAtomically(folder.filePath(name).toStdString(), contents);
        };
        write("words.txt", readTextFile(kVocab.toStdString()));
        write("pack.json", R"({"format": 1, "name": "p", "tokenizer": {"vocab": "words.txt", "do_lower_case": false},
                               "tasks": {"vqa": {"model": "vqa"}}, "extractor": {}})");
        const Outcome got = tokenize({"THE", "--pack", folder.path(), "--json"});
        QVERIFY2(got.code == 0, got.err);
        QVERIFY(got.out.contains("\"THE\""));
    }

    void wrongUsage()
    {
        QCOMPARE(tokenize({"text"}).code, 2);
        QCOMPARE(tokenize({"--vocab", kVocab}).code, 2);
        QCOMPARE(tokenize({"a", "--vocab", kVocab, "--pad"}).code, 2);
        QCOMPARE(tokenize({"a", "--vocab", kVocab, "--pack", "p"}).code, 2);
        const Outcome missing = tokenize({"a", "--vocab", "/nowhere/vocab.txt"});
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.err.contains("/nowhere/vocab.txt"), missing.err);
    }
};

VBS_TEST_MAIN(TokenizeCommandTest)
#include "tokenize_command_test.moc"
