#include "core/text/sentence_kind.h"

#include "tests/support/test_main.h"

namespace vbs::test {

class SentenceKindTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<int>("kind");
        const auto rows = [](SentenceKind kind, std::initializer_list<const char*> texts) {
            for (const char* text : texts)
                QTest::newRow(text) << int(kind);
        };
        rows(SentenceKind::Question,
             {"What color is the ball?", "what color is the ball", "Is there a dog", "are both houses red?",
              "How many?", "The ball?", "Does the left picture show a cat", "  Which one (the big one)?  "});
        rows(SentenceKind::Statement, {"The ball is red.", "the left picture shows a meadow", "There are two dogs",
                                       "There's a cat.", "Both have wheels!", "It isn't raining", "A man can swim"});
        rows(SentenceKind::Blanks,
             {"The ball is ___.", "the [mask] is red", "Is the ball ___?", "[MASK]", "The … is red."});
        rows(SentenceKind::Unclear, {"", "   ", "?!x", "red ball", "the ball next to the house", "What a dog!",
                                     "Ein Haus und ein Hund", "is", "什么颜色", "everything red"});
    }
    void kinds()
    {
        QFETCH(int, kind);
        QCOMPARE(int(kindOfSentence(QTest::currentDataTag())), kind);
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::SentenceKindTest)
#include "sentence_kind_test.moc"
