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
        rows(SentenceKind::Statement, {"The ball is red.", "the meadow shows a path", "There are two dogs",
                                       "There's a cat.", "Both have wheels!", "It isn't raining", "A man can swim"});
        rows(SentenceKind::Blanks,
             {"The ball is ___.", "the [mask] is red", "Is the ball ___?", "[MASK]", "The … is red."});
        rows(SentenceKind::Unclear, {"", "   ", "?!x", "red ball", "the ball next to the house", "What a dog!",
                                     "Ein Haus und ein Hund", "is", "什么颜色", "everything red"});
        rows(SentenceKind::Question, {"Whats the color of the ball",
                                      "what's in the picture",
                                      "will it rain",
                                      "tell me what the dog is doing",
                                      "I wonder what color the ball is",
                                      "In the picture, what is the man holding",
                                      "On which side is the ball",
                                      "to whom does the hat belong",
                                      "Whose hat is red",
                                      "Could there be a cat behind the tree",
                                      "What’s the weather like",
                                      "How's the weather",
                                      "Which of the two dogs is bigger",
                                      "For what is the ladder used",
                                      "Under which tree does the dog sit",
                                      "Say what is on the table",
                                      "Behind the house, is there a tree",
                                      "Was the picture taken at night",
                                      "Doesn't the cat have a tail",
                                      "Won't it rain",
                                      "Why does he smile",
                                      "To the left of the house, how many trees are there"});
        rows(SentenceKind::Statement,
             {"The dog runs after a ball.", "the cat sleeps on the sofa.", "The ball isn't red",
              "he doesn't have a hat", "When the ball is red, the box is blue.", "The umbrella is next to the book.",
              "There is no cat here", "An old man sits on a bench.", "The cat and the dog are friends",
              "The dog that is sleeping is brown.", "It's a sunny day.", "The man, who has a hat, is old.",
              "Nobody wears a hat.", "All balls are red", "A girl must be five years old",
              "In the park, a dog chases a cat."});
        rows(SentenceKind::PairStatement,
             {"Both pictures show a dog.", "One picture contains exactly two balls.", "No picture shows a cat",
              "The right photo shows a beach.", "There are more boats in the left picture than in the right one",
              "Neither image contains a person.", "Both images have a house", "Each picture has two dogs."});
        rows(SentenceKind::Search,
             {"find the red ball", "show me the umbrella", "point to the tree", "Find everything red.",
              "Locate the cat", "look for a boat", "Please find the red ball", "Show the red hat on the table"});
        rows(SentenceKind::Unclear, {"the dog that is sleeping",
                                     "a boy with a ball that is red",
                                     "things that are red",
                                     "the can on the table",
                                     "a has-been",
                                     "What a day it is!",
                                     "how beautiful!",
                                     "Have a look",
                                     "Do not look",
                                     "Can of soda",
                                     "Look at the dog!",
                                     "a ball in the picture",
                                     "the umbrella next to the book",
                                     "the watches on the table",
                                     "a boy who is running",
                                     "left of the tree",
                                     "three runs",
                                     "a show",
                                     "the show in the park",
                                     "two looks",
                                     "Mark and Anna",
                                     "Point",
                                     "Nice!"});
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
