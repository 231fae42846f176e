#include "core/base/child_program.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vbs;

class ChildProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsArriveAsTheyAre_data()
    {
        QTest::addColumn<QString>("word");
        for (const char* word : {"plain", "", "two words", "$(touch hacked)", "`id`", "a;b|c&d>e", "quote' and \"",
                                 "\\", "line\nfeed", "*", "-n", "bytes \xff"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }

    void wordsArriveAsTheyAre()
    {
        QFETCH(QString, word);
        const std::string bytes = word.toLatin1().toStdString();
        const ChildOutcome outcome = runChildProgram({"printf", "[%s]", bytes});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, "[" + bytes + "]");
        QVERIFY(outcome.err.empty());
    }

    void bothOutputsAreRead()
    {
        // More than a pipe holds, on both.
        const ChildOutcome outcome =
            runChildProgram({"sh", "-c", "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; exit 7"});
        QCOMPARE(outcome.exitCode, 7);
        QCOMPARE(outcome.out.size(), std::size_t(300000));
        QCOMPARE(outcome.err.size(), std::size_t(300000));
    }

    void endsAreTold()
    {
        QCOMPARE(runChildProgram({"sh", "-c", "kill -TERM $$"}).exitCode, 128 + 15);
        QCOMPARE(runChildProgram({"cat"}).out, std::string()); // it reads nothing
        const QString said = vbs::test::messageOf([] { runChildProgram({"no-such-program-here"}); });
        QVERIFY2(said.contains("no-such-program-here cannot be started"), qPrintable(said));
    }

    void whatDoesNotEndIsEnded_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("silent") << "exec sleep 100";
        QTest::newRow("its outputs closed") << "exec sleep 100 >&- 2>&-";
    }

    void whatDoesNotEndIsEnded()
    {
        QFETCH(QString, script);
        QElapsedTimer timer;
        timer.start();
        const QString said = vbs::test::messageOf([&] {
            runChildProgram({"sh", "-c", script.toStdString()}, std::chrono::milliseconds(200));
        });
        QVERIFY2(said.contains("did not end"), qPrintable(said));
        QVERIFY(timer.elapsed() < 20'000);
    }
};

VBS_TEST_MAIN(ChildProgramTest)
#include "child_program_test.moc"
