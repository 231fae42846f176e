#include "core/predict/answer_lines.h"

#include "core/base/file_io.h"
#include "tests/support/full_disk.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace fs = std::filesystem;

class AnswerLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        PredictedResult result;
        result.answers = {{"a \"red\" ball\n", .75}, {"café", .25}};
        const std::string line = answerLine(12, "q,\"fault\":\"7", recordOf(result));
        QCOMPARE(line.find('\n'), std::string::npos);
        const AnswerLine read = answerLineOf(line, "here");
        QCOMPARE(read.item, std::uint32_t(12));
        QCOMPARE(read.id, std::string("q,\"fault\":\"7"));
        QVERIFY(read.fault.empty());
        QCOMPARE(read.result.answers.size(), std::size_t(2));
        QCOMPARE(read.result.answers[0].text, std::string("a \"red\" ball\n"));
        QCOMPARE(read.result.answers[1].probability, .25);

        const AnswerLine fault = answerLineOf(faultLine(3, "x", "1.png is cut off."), "here");
        QCOMPARE(fault.item, std::uint32_t(3));
        QCOMPARE(fault.fault, std::string("1.png is cut off."));
        QVERIFY(fault.result.answers.empty());
        QVERIFY(answerLineOf(answerLine(1, "y", "{}"), "here").result.answers.empty());
    }

    void damagedLinesAreNamed_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"", "{}", "{\"item\":}", "{\"item\":1", "{\"item\":1,\"id\":7}",
                                 "{\"item\":-1,\"id\":\"\"}", "{\"item\":4294967296,\"id\":\"\"}",
                                 "{\"item\":1,\"id\":\"\",\"answers\":[7]}", "{\"item\":1,\"id\":\"\",}"})
            QTest::newRow(*line ? line : "empty") << line;
    }
    void damagedLinesAreNamed()
    {
        QFETCH(QString, line);
        const QString message = vbs::test::messageOf([&] { answerLineOf(line.toStdString(), "shard 3: line 5"); });
        QVERIFY2(message.startsWith("shard 3: line 5 is "), qPrintable(message));
    }

    void aFileHasItsWholeLines()
    {
        const fs::path file = path("cut.jsonl");
        const std::string one = answerLine(5, "five", "{}") + "\n", two = faultLine(2, "two", "gone") + "\n";
        writeFileAtomically(file, one + two + "{\"item\":9,\"id\":\"ni");
        std::uint64_t whole = 0;
        const std::vector<LinePlace> lines = linesOf(file, &whole);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].item, std::uint32_t(5));
        QVERIFY(!lines[0].isFault && lines[1].isFault);
        QCOMPARE(lines[1].begin, std::uint64_t(one.size()));
        QCOMPARE(lines[1].end, std::uint64_t(one.size() + two.size() - 1));
        QCOMPARE(whole, std::uint64_t(one.size() + two.size()));
        {
            AnswerFile goesOn(file, whole);
            goesOn.append(answerLine(7, "seven", "{}") + "\n");
            goesOn.synchronise();
        }
        QCOMPARE(readTextFile(file), one + two + answerLine(7, "seven", "{}") + "\n");
        QVERIFY(linesOf(path("missing.jsonl"), &whole).empty());
        QCOMPARE(whole, std::uint64_t(0));
    }

    void aLineInTheMiddleThatIsNoneIsRefused()
    {
        const fs::path file = path("damaged.jsonl");
        writeFileAtomically(file, answerLine(5, "five", "{}") + "\nnothing\n" + answerLine(6, "six", "{}") + "\n");
        QVERIFY(vbs::test::messageOf([&] { linesOf(file); }).contains("line 2 is damaged"));
    }

    void aFullDiskLeavesWholeLines()
    {
        const fs::path file = path("full.jsonl");
        const std::string one = answerLine(5, "five", "{}") + "\n";
        QString message;
        {
            AnswerFile full(file, 0);
            full.append(one);
            const vbs::test::FullDisk disk(one.size() + 10);
            message = vbs::test::messageOf([&] { full.append(one); });
        }
        QVERIFY2(message.contains("full.jsonl cannot be written"), qPrintable(message));
        QCOMPARE(readTextFile(file), one);
    }

private:
    fs::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

VBS_TEST_MAIN(AnswerLinesTest)
#include "answer_lines_test.moc"
