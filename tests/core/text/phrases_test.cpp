#include "core/base/error.h"
#include "core/text/phrases.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace vbs;

namespace {

QStringList textsOf(const std::string& text, const std::vector<MarkedSentence::Phrase>& phrases)
{
    QStringList list;
    for (const auto& phrase : phrases)
        list << QString::fromStdString(text.substr(phrase.begin, phrase.end - phrase.begin));
    return list;
}

} // namespace

class PhrasesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBrackets()
    {
        const MarkedSentence sentence = readMarkedSentence("[The red ball] is left of [a house] with a [MASK].");
        QCOMPARE(sentence.text, std::string("The red ball is left of a house with a [MASK]."));
        QCOMPARE(textsOf(sentence.text, sentence.phrases), (QStringList{"The red ball", "a house"}));
        QVERIFY(readMarkedSentence("no phrase").phrases.empty());
    }

    void refusesOddBrackets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("open") << "[a ball"
                              << "no ]";
        QTest::newRow("close") << "a ball]"
                               << "without a [";
        QTest::newRow("nested") << "[a [red] ball]"
                                << "inside";
        QTest::newRow("empty") << "a [ ] ball"
                               << "empty";
    }
    void refusesOddBrackets()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        try {
            readMarkedSentence(text.toStdString());
            QFAIL("it was read");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(said), e.what());
        }
    }

    void findsWholeWordsOnly()
    {
        const std::string text = "A cat, a catalogue and the Cat";
        const auto found = findPhrase(text, "cat");
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].begin, std::size_t(2));
        QCOMPARE(found[1].begin, text.size() - 3);
        QVERIFY(findPhrase(text, "dog").empty());
        QVERIFY(findPhrase(text, "").empty());
    }

    void guessesNounPhrases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("phrases");
        QTest::newRow("relation") << "The red ball is left of the small house."
                                  << QStringList{"The red ball", "the small house"};
        QTest::newRow("list") << "There are two cars, a cat and three birds."
                              << QStringList{"two cars", "a cat", "three birds"};
        QTest::newRow("reference") << "the ball left of the tree" << QStringList{"the ball", "the tree"};
        QTest::newRow("side") << "the left ball" << QStringList{"the left ball"};
        QTest::newRow("with") << "A man with his dog" << QStringList{"A man", "his dog"};
        QTest::newRow("no noun") << "this is it" << QStringList{};
        QTest::newRow("empty") << "" << QStringList{};
    }
    void guessesNounPhrases()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, phrases);
        QCOMPARE(textsOf(text.toStdString(), guessNounPhrases(text.toStdString())), phrases);
    }

    void findsTheHead_data()
    {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("untilHead");
        QTest::newRow("plain") << "the red ball"
                               << "the red ball";
        QTest::newRow("left of") << "the ball left of the house"
                                 << "the ball";
        QTest::newRow("to the left") << "the ball to the left of it"
                                     << "the ball";
        QTest::newRow("left ball") << "the left ball"
                                   << "the left ball";
        QTest::newRow("on") << "two young guys on bikes"
                            << "two young guys";
        QTest::newRow("that") << "the cat that sleeps"
                              << "the cat";
        QTest::newRow("stop") << "a cat."
                              << "a cat";
        QTest::newRow("only a preposition") << "above"
                                            << "above";
        QTest::newRow("only an article") << "the"
                                         << "the";
    }
    void findsTheHead()
    {
        QFETCH(QString, phrase);
        QFETCH(QString, untilHead);
        const std::string text = "xx " + phrase.toStdString() + " yy";
        const std::size_t end = headEnd(text, {3, 3 + std::size_t(phrase.size())});
        QCOMPARE(QString::fromStdString(text.substr(3, end - 3)), untilHead);
    }

    void asksWhetherAThingIsThere_data()
    {
        QTest::addColumn<QString>("thing");
        QTest::addColumn<QString>("question");
        QTest::newRow("the red ball") << "red ball"
                                      << "Is there a red ball?";
        QTest::newRow("An Orange Hat") << "orange hat"
                                       << "Is there an orange hat?";
        QTest::newRow("umbrella") << "umbrella"
                                  << "Is there an umbrella?";
        QTest::newRow("the ball left of the house") << "ball"
                                                    << "Is there a ball?";
        QTest::newRow("the bus") << "bus"
                                 << "Is there a bus?";
        for (const char* none : {"the balls", "two balls", "some grass", "my dog", "everything red to the left", "the",
                                 "both", "the very big old red round ball", "12", ""})
            QTest::newRow(none) << ""
                                << "";
    }
    void asksWhetherAThingIsThere()
    {
        QFETCH(QString, thing);
        QFETCH(QString, question);
        const std::string text = QTest::currentDataTag();
        const auto asked = presenceQuestion(text, {0, text.size()});
        QCOMPARE(asked ? QString::fromStdString(asked->text) : QString(), question);
        QCOMPARE(asked ? QString::fromStdString(asked->thing) : QString(), thing);
    }

    void knowsWhatIsTakenForGranted()
    {
        const std::string text = "What is left of the cat, a dog or this red ball?";
        QCOMPARE(textsOf(text, definitePhrases(text)), (QStringList{"the cat", "this red ball"}));
    }

    void findsShortTextsWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("phrases");
        QTest::newRow("noun phrases") << "the umbrella next to the book" << QStringList{"the umbrella", "the book"};
        QTest::newRow("no article") << "Everything red!" << QStringList{"Everything red"};
        QTest::newRow("one word") << "sun" << QStringList{"sun"};
        QTest::newRow("a long one without nouns") << "please do show me where they all are" << QStringList{};
        QTest::newRow("no word") << "?!" << QStringList{};
    }
    void findsShortTextsWhole()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, phrases);
        QCOMPARE(textsOf(text.toStdString(), phrasesToFind(text.toStdString())), phrases);
    }
};

VBS_TEST_MAIN(PhrasesTest)
#include "phrases_test.moc"
