#include "ui/store/search_words.h"

#include "tests/support/test_main.h"

using namespace vbs;

class SearchWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreMade_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expression"); // SQLite's
        QTest::addColumn<QString>("query");      // PostgreSQL's
        QTest::addColumn<QString>("vector");
        QTest::newRow("words") << "Is it red?"
                               << R"("Is"* "it"* "red"*)"
                               << "'is':* & 'it':* & 'red':*"
                               << "is it red";
        QTest::newRow("accents") << QString::fromUtf8("Café Ærø") << QString::fromUtf8("\"Café\"* \"Ærø\"*")
                                 << QString::fromUtf8("'cafe':* & 'ærø':*") << QString::fromUtf8("cafe ærø");
        QTest::newRow("operators") << "a' | b\\ & !c:* (d)"
                                   << R"("a"* "b"* "c"* "d"*)"
                                   << "'a':* & 'b':* & 'c':* & 'd':*"
                                   << "a b c d";
        QTest::newRow("twice") << "no, No"
                               << R"("no"* "No"*)"
                               << "'no':* & 'no':*"
                               << "no";
        QTest::newRow("numbers") << "4-5 1e5"
                                 << R"("4"* "5"* "1e5"*)"
                                 << "'4':* & '5':* & '1e5':*"
                                 << "4 5 1e5";
        QTest::newRow("beyond 16 bits") << QString::fromUtf8("\xf0\x9d\x90\x80")
                                        << QString::fromUtf8("\"\xf0\x9d\x90\x80\"*") << "'a':*"
                                        << "a"; // a bold A is an A
        QTest::newRow("nothing") << "?! ''"
                                 << ""
                                 << ""
                                 << "";
    }
    void wordsAreMade()
    {
        QFETCH(QString, text);
        QFETCH(QString, expression);
        QFETCH(QString, query);
        QFETCH(QString, vector);
        QCOMPARE(searchExpression(text), expression);
        QCOMPARE(wordQuery(text), query);
        QCOMPARE(wordVector(text), vector);
    }

    /// PostgreSQL refuses words of 2 KB and texts of 1 MB.
    void longTextsAreCut()
    {
        QCOMPARE(wordVector(QString(5000, 'x')).size(), 200);
        QString text;
        for (int i = 0; i < 100'000; ++i)
            text += QString::number(i) + ' ';
        QCOMPARE(wordVector(text).count(' '), 3999);
        QVERIFY(wordVector(text).startsWith("0 1 2 "));
    }
};

VBS_TEST_MAIN(SearchWordsTest)
#include "search_words_test.moc"
