#include "core/datasets/vqa_answer.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

/// Worked out by hand from the published rules.
class VqaAnswerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void punctuation_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing to do") << QByteArray("red ball") << QByteArray("red ball");
        QTest::newRow("between words: a space") << QByteArray("black/white") << QByteArray("black white");
        QTest::newRow("beside a space: gone") << QByteArray("yes, sir") << QByteArray("yes sir");
        QTest::newRow("a space anywhere beside it") << QByteArray("a-b -c") << QByteArray("ab c");
        QTest::newRow("at the end") << QByteArray("really?") << QByteArray("really ");
        QTest::newRow("thousands: all marks go") << QByteArray("1,000/x") << QByteArray("1000x");
        QTest::newRow("full stops") << QByteArray("st. 3.5 p.m.") << QByteArray("st 3.5 pm");
        QTest::newRow("apostrophes stay") << QByteArray("don't") << QByteArray("don't");
        QTest::newRow("line breaks") << QByteArray(" one\ttwo\n") << QByteArray("one two");
        QTest::newRow("upper case stays") << QByteArray("USA") << QByteArray("USA");
    }
    void punctuation()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, plain);
        QCOMPARE(QByteArray::fromStdString(withoutVqaPunctuation(answer.toStdString())), plain);
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("normal");
        QTest::newRow("case") << QByteArray("Red") << QByteArray("red");
        QTest::newRow("beyond ASCII") << QByteArray("CAF\xc3\x89") << QByteArray("caf\xc3\xa9");
        QTest::newRow("numbers") << QByteArray("two and Ten") << QByteArray("2 and 10");
        QTest::newRow("none") << QByteArray("none") << QByteArray("0");
        QTest::newRow("eleven stays") << QByteArray("eleven") << QByteArray("eleven");
        QTest::newRow("articles") << QByteArray("The cat on a mat") << QByteArray("cat on mat");
        QTest::newRow("contraction") << QByteArray("dont know") << QByteArray("don't know");
        QTest::newRow("one of two apostrophes") << QByteArray("couldn'tve") << QByteArray("couldn't've");
        QTest::newRow("the other") << QByteArray("couldnt've") << QByteArray("couldn't've");
        QTest::newRow("leading") << QByteArray("twas") << QByteArray("'twas");
        QTest::newRow("words that are others") << QByteArray("were shed wed ill") << QByteArray("were shed wed ill");
        QTest::newRow("the reference's slip") << QByteArray("somebody'd") << QByteArray("somebodyd");
        QTest::newRow("trailing marks") << QByteArray("really?") << QByteArray("really");
        QTest::newRow("only marks") << QByteArray(" ?! ") << QByteArray("");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
    }
    void words()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArray, normal);
        QCOMPARE(QByteArray::fromStdString(normalizedVqaAnswer(answer.toStdString())), normal);
    }

    void strippedOnly() { QCOMPARE(strippedVqaAnswer(" T-Shirt\tA\n"), std::string("T-Shirt A")); }
};

VBS_TEST_MAIN(VqaAnswerTest)
#include "vqa_answer_test.moc"
