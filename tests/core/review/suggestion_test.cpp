#include "core/review/suggestion.h"
#include "tests/support/test_main.h"

using namespace vbs;

namespace {

Example exampleOf(Task task)
{
    Example example;
    example.id = "7";
    example.task = task;
    return example;
}

PredictedResult answering(std::vector<Answer> answers)
{
    PredictedResult predicted;
    predicted.answers = std::move(answers);
    return predicted;
}

Region seen(Box box, const std::string& label, float score)
{
    Region region;
    region.box = box;
    region.label = label;
    region.score = score;
    return region;
}

QStringList wordsOf(const std::vector<Suggestion>& suggestions)
{
    QStringList words;
    for (const Suggestion& suggestion : suggestions)
        words << QString::fromStdString(suggestion.words);
    return words;
}

} // namespace

class SuggestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMajorityGivesTheModelsAnswer_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::newRow("all") << QStringList{"red", "red"} << QStringList{"blue", "blue"};
        QTest::newRow("spelt differently")
            << QStringList{"Red.", "pink", "the red"} << QStringList{"blue", "pink", "blue"};
        QTest::newRow("a draw goes to the first") << QStringList{"pink", "red"} << QStringList{"blue", "red"};
        QTest::newRow("the most are not the first")
            << QStringList{"pink", "red", "red"} << QStringList{"pink", "blue", "blue"};
    }
    void theMajorityGivesTheModelsAnswer()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        Example question = exampleOf(Task::VisualQuestionAnswering);
        for (const QString& answer : before)
            question.truth.answers.push_back(answer.toStdString());
        Example expected = question;
        for (int i = 0; i < after.size(); ++i)
            expected.truth.answers[std::size_t(i)] = after[i].toStdString();
        const auto suggestions = suggestionsFor(question, answering({{"green", .5}, {"blue", .25}}));
        QCOMPARE(wordsOf(suggestions), (QStringList{"green", "blue"}));
        QCOMPARE(suggestions[1].probability, .25);
        QCOMPARE(suggestions[1].example, expected); // and nothing else of it has changed
    }

    void withoutPeopleTheAnswerScoresOne()
    {
        Example question = exampleOf(Task::VisualQuestionAnswering);
        question.truth.scores = {{"red", 1}, {"pink", .3}};
        const std::map<std::string, double> expected{{"blue", 1}};
        QCOMPARE(suggestionsFor(question, answering({{"blue", .5}})).at(0).example.truth.scores, expected);
        question.truth.scores.clear(); // nothing was known
        QCOMPARE(suggestionsFor(question, answering({{"blue", .5}})).at(0).example.truth.scores, expected);
    }

    void verdictsAndChoicesBecomeLabels()
    {
        Example statement = exampleOf(Task::VisualReasoning);
        const auto verdicts = suggestionsFor(statement, answering({{"false", .75}, {"true", .25}}));
        QCOMPARE(verdicts.size(), std::size_t(2));
        QVERIFY(verdicts[0].example.truth.label == std::size_t(0));
        QVERIFY(verdicts[1].example.truth.label == std::size_t(1));
        Example choice = exampleOf(Task::MultipleChoice);
        choice.choices = {"a", "b", "c"};
        choice.truth.label = 0;
        const auto choices = suggestionsFor(choice, answering({{"a", .25}, {"b", .125}, {"c", .625}}));
        QCOMPARE(wordsOf(choices), (QStringList{"c", "a", "b"}));
        QVERIFY(choices[0].example.truth.label == std::size_t(2));
        QVERIFY(choices[2].example.truth.label == std::size_t(1));
        QCOMPARE(choices[1].example, choice);
    }

    void aPhraseTakesARegion()
    {
        Example caption = exampleOf(Task::RegionToPhrase);
        caption.truth.phraseBoxes = {{{1, 1, 2, 2}}, {{3, 3, 4, 4}, {5, 5, 6, 6}}};
        caption.truth.width = 40;
        caption.truth.height = 20;
        PredictedResult predicted;
        predicted.width = 20; // the boxes were drawn on one that is twice as wide
        predicted.height = 20;
        predicted.phrases = {{}, {{{0, 0, 10, 10}, {10, 0, 20, 5}}, {.75, .25}, 0, false}};
        QVERIFY(suggestionsFor(caption, predicted, {}, 0).empty());
        QVERIFY(suggestionsFor(caption, predicted, {}, 2).empty());
        const auto suggestions = suggestionsFor(caption, predicted, {}, 1);
        QCOMPARE(suggestions.size(), std::size_t(2));
        QCOMPARE(suggestions[1].probability, .25);
        Example expected = caption;
        expected.truth.phraseBoxes[1] = {{20, 0, 40, 5}};
        QCOMPARE(suggestions[1].example, expected);
    }

    void findingsAreMended()
    {
        Example picture;
        picture.truth.boxes = {{{0, 0, 10, 10}, "cat", 0}, {{20, 0, 30, 10}, "dog", 1}, {{40, 0, 50, 10}, "cat", 2}};
        PredictedResult predicted;
        predicted.regions = {seen({20, 0, 30, 10}, "cat", .75f), seen({40, 0, 50, 6}, "cat", .75f),
                             seen({0, 50, 10, 60}, "dog", .625f)};
        const auto suggestions = suggestionsFor(picture, predicted, {"cat", "dog"});
        QCOMPARE(wordsOf(suggestions), (QStringList{"spurious: cat", "dog: cat?", "missed: dog", "loose: cat"}));
        const std::vector<LabelledBox>& boxes = picture.truth.boxes;
        std::vector<std::vector<LabelledBox>> expected(4, boxes);
        expected[0].erase(expected[0].begin());
        expected[1][1].label = "cat";
        expected[2].push_back({{0, 50, 10, 60}, "dog", -1});
        expected[3][2].box = {40, 0, 50, 6};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(suggestions[i].example.truth.boxes, expected[i]);
    }

    void withoutAnAnswerThereIsNone()
    {
        for (const Task task : {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::RegionToPhrase})
            QVERIFY(suggestionsFor(exampleOf(task), {}).empty());
        QVERIFY(suggestionsFor({}, {}).empty());
    }
};

VBS_TEST_MAIN(SuggestionTest)
#include "suggestion_test.moc"
