#include "core/review/change_words.h"
#include "tests/support/test_main.h"

#include <clocale>

using namespace vbs;

namespace {

Example caption()
{
    Example example;
    example.task = Task::RegionToPhrase;
    example.text = "A dog and a cat";
    example.phrases = {{0, 5}, {10, 15}};
    example.truth.phraseBoxes = {{{0, 0, 10, 10}}, {{5, 5, 20.26f, 20}, {1, 2, 3, 4}}};
    return example;
}

} // namespace

class ChangeWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingForTheSame() { QVERIFY(changedWords(caption(), caption()).empty()); }

    void answersAreCounted()
    {
        Example before;
        before.task = Task::VisualQuestionAnswering;
        before.text = "What?";
        before.truth.answers = {"red", "blue", "red"};
        Example after = before;
        after.text = "Which?";
        after.truth.answers = {"pink", "blue", "pink"};
        const std::vector<ChangedWords> expected{{"text", "What?", "Which?"},
                                                 {"answers", "red \u00d7 2, blue", "pink \u00d7 2, blue"}};
        QCOMPARE(changedWords(before, after), expected);
    }

    void scoresAndLabels()
    {
        Example before;
        before.task = Task::VisualQuestionAnswering;
        before.truth.scores = {{"red", .3}};
        Example after = before;
        after.truth.scores = {{"pink", 1}, {"red", .25}};
        QCOMPARE(changedWords(before, after), (std::vector<ChangedWords>{{"scores", "red 0.3", "pink 1, red 0.25"}}));
        Example statement;
        statement.task = Task::VisualReasoning;
        Example now = statement;
        now.truth.label = 1;
        QCOMPARE(changedWords(statement, now), (std::vector<ChangedWords>{{"label", "nothing", "true"}}));
    }

    void onlyBoxesThatDiffer()
    {
        Example after = caption();
        after.truth.phraseBoxes[1] = {{1, 2, 3, 4}, {1, 2, 3, 4}};
        QCOMPARE(changedWords(caption(), after),
                 (std::vector<ChangedWords>{{"boxes of \"a cat\"", "(5, 5, 20.3, 20)", "(1, 2, 3, 4)"}}));
        Example picture;
        picture.truth.boxes = {{{0, 0, 4, 4}, "dog", 0}, {{0, 0, 8, 8}, "cat", 1}};
        Example now = picture;
        now.truth.boxes = {{{0, 0, 8, 8}, "cat", 1}};
        QCOMPARE(changedWords(picture, now), (std::vector<ChangedWords>{{"boxes", "dog (0, 0, 4, 4)", "nothing"}}));
    }

    void numbersHaveAPointEverywhere()
    {
        std::setlocale(LC_ALL, "de_DE.UTF-8"); // where the system has it
        QCOMPARE(fixedNumber(1.5, 2), std::string("1.50"));
        QCOMPARE(plainNumber(1.5, 2), std::string("1.5"));
        QCOMPARE(plainNumber(100, 0), std::string("100"));
        QCOMPARE(plainNumber(-0.001, 2), std::string("0"));
        std::setlocale(LC_ALL, "C");
    }
};

VBS_TEST_MAIN(ChangeWordsTest)
#include "change_words_test.moc"
