#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class SentenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsEnglish_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const Sentence& made, const char* expected) {
            QTest::newRow(name) << QString::fromStdString(made.english()) << QString::fromUtf8(expected);
        };
        row("no part", sentence("Nothing to say."), "Nothing to say.");
        row("kinds of parts", sentence("%1 has %2 of %3 %4%5", std::string("a"), 3, std::size_t(4), "b", '.'),
            "a has 3 of 4 b.");
        row("a path", sentence("%1 is empty.", std::filesystem::path("/a b/c")), "/a b/c is empty.");
        row("a sentence in it", sentence("%1: %2", "x", sentence("no %1", 7)), "x: no 7");
        row("twice, and in another order", sentence("%2 %1 %2", "a", "b"), "b a b");
        row("places in parts are letters", sentence("%1 and %2", "%2", "100 %1"), "%2 and 100 %1");
        row("per cent", sentence("%1 % of 5 %", 3), "3 % of 5 %");
        row("a place without a part", sentence("%1 %2", "a"), "a %2");
        row("a last %", sentence("%1 %", 3), "3 %");
    }

    void readsAsEnglish()
    {
        QFETCH(QString, english);
        QTEST(english, "expected");
    }

    void anErrorKeepsWhatItSays()
    {
        const Error error(ErrorCode::TooLarge, sentence("%1 has %2 bytes.", "a.txt", 12));
        QCOMPARE(error.what(), "a.txt has 12 bytes.");
        const Error named = error.withContext("reading");
        QCOMPARE(named.what(), "reading: a.txt has 12 bytes.");
        QCOMPARE(named.said().parts().at(1).pattern(), std::string("%1 has %2 bytes."));
        const ErrorInfo info = infoOf(named);
        QCOMPARE(int(info.code), int(ErrorCode::TooLarge));
        QCOMPARE(info.message, std::string(named.what()));
        QCOMPARE(info.said.pattern(), std::string("%1: %2"));
    }

    void anErrorMadeOfATextIsPlain()
    {
        const Error error(ErrorCode::Internal, "It says\nso.");
        QVERIFY(error.said().pattern().empty());
        QCOMPARE(infoOf(error).message, std::string("It says so."));
    }
};

VBS_TEST_MAIN(SentenceTest)
#include "sentence_test.moc"
