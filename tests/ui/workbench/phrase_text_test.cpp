#include "tests/support/test_main.h"
#include "ui/workbench/phrase_text.h"

#include <QTest>

using namespace vbs;

/// Phrases in a sentence: reading, marking, bytes.
class PhraseTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("phrases");
        QTest::newRow("none") << "a red ball"
                              << "a red ball" << QStringList{};
        QTest::newRow("two") << "[a ball] by [the sea]"
                             << "a ball by the sea" << QStringList{"a ball", "the sea"};
        QTest::newRow("spaces") << "  [ a ball ] rolls "
                                << "a ball  rolls" << QStringList{"a ball"};
        QTest::newRow("open") << "a [ball"
                              << "a ball" << QStringList{};
        QTest::newRow("closed") << "a ball]"
                                << "a ball" << QStringList{};
        QTest::newRow("inner") << "[a [red] ball]"
                               << "a red ball" << QStringList{"a red"};
        QTest::newRow("empty") << "a [] ball [ ]"
                               << "a  ball" << QStringList{};
        QTest::newRow("no text") << ""
                                 << "" << QStringList{};
    }

    void reads()
    {
        QFETCH(QString, marked);
        const PhraseText phrases = parsePhrases(marked);
        QTEST(phrases.text, "text");
        QStringList found;
        for (const CharSpan& span : phrases.phrases)
            found << phrases.text.mid(span.begin, span.end - span.begin);
        QTEST(found, "phrases");
    }

    void wayBack()
    {
        const QString marked = "[the red ball] is left of [the tree]";
        QCOMPARE(markPhrases(parsePhrases(marked)), marked);
    }

    void bytes()
    {
        const auto spans = phraseSpans(parsePhrases(QString::fromUtf8("die [gr\xc3\xbcne T\xc3\xbcr] dort")));
        QCOMPARE(spans.size(), std::size_t(1));
        QCOMPARE(spans.front().begin, std::size_t(4));
        QCOMPARE(spans.front().end, std::size_t(15)); // two letters have two bytes
    }

    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << "a  red ball" << QStringList{"a", "red", "ball"};
        QTest::newRow("punctuation") << "\"Look,\" a ball!" << QStringList{"Look", "a", "ball"};
        QTest::newRow("inside") << "it's half-red" << QStringList{"it's", "half-red"};
        QTest::newRow("alone") << "a - b" << QStringList{"a", "-", "b"};
        QTest::newRow("mask") << "a [MASK], and ([MASK])" << QStringList{"a", "[MASK]", "and", "[MASK]"};
    }

    void words()
    {
        QFETCH(QString, text);
        QStringList found;
        for (const CharSpan& span : wordsOf(text))
            found << text.mid(span.begin, span.end - span.begin);
        QTEST(found, "words");
    }

    void aNewPhraseTakesThePlaceOfThoseItTouches()
    {
        PhraseText phrases = parsePhrases("[a red] ball by [the sea]");
        phrases = withPhrase(phrases, {2, 10}); // red ball
        QCOMPARE(markPhrases(phrases), QString("a [red ball] by [the sea]"));
        QCOMPARE(phraseAt(phrases, 3), 0);
        QCOMPARE(phraseAt(phrases, 0), -1);
        QCOMPARE(markPhrases(withoutPhrase(phrases, 1)), QString("a [red ball] by the sea"));
    }
};

VBS_TEST_MAIN(PhraseTextTest)
#include "phrase_text_test.moc"
