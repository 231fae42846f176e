#include "core/base/one_line.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class OneLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsAndCuts_data();
    void joinsAndCuts();
};

void OneLineTest::joinsAndCuts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("joined");
    QTest::addColumn<QString>("first");
    QTest::newRow("empty") << ""
                           << ""
                           << "";
    QTest::newRow("blank") << " \n\t\n"
                           << ""
                           << "";
    QTest::newRow("one line") << "It is so."
                              << "It is so."
                              << "It is so.";
    QTest::newRow("a line end") << "It is so.\n"
                                << "It is so."
                                << "It is so.";
    QTest::newRow("a stack trace") << "out of memory\n  frame #0: a\n  frame #1: b\n"
                                   << "out of memory frame #0: a frame #1: b"
                                   << "out of memory";
    QTest::newRow("empty lines") << "\n\na\r\n\r\nb"
                                 << "a b"
                                 << "a";
    QTest::newRow("what a terminal obeys") << "red\x1b[31m\x7f \u009b2J"
                                           << "red\uFFFD[31m\uFFFD \uFFFD2J"
                                           << "red\uFFFD[31m\uFFFD \uFFFD2J";
    QTest::newRow("blanks within stay") << "a  b"
                                        << "a  b"
                                        << "a  b";
}

void OneLineTest::joinsAndCuts()
{
    QFETCH(QString, text);
    QTEST(QString::fromStdString(joinedLines(text.toStdString())), "joined");
    QTEST(QString::fromStdString(firstLine(text.toStdString())), "first");
}

VBS_TEST_MAIN(OneLineTest)
#include "one_line_test.moc"
