#include "core/review/expected_score.h"
#include "core/review/prediction_of.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace vbs;

namespace {

using Probabilities = std::vector<std::pair<std::string, float>>;

InferenceResult listing(const Probabilities& answers)
{
    InferenceResult result;
    for (const auto& [name, probability] : answers)
        result.answers.push_back({name, double(probability)});
    return result;
}

InferenceResult distributing(const Probabilities& answers)
{
    auto names = std::make_shared<std::vector<std::string>>();
    auto all = std::make_shared<AnswerDistribution>();
    for (const auto& [name, probability] : answers) {
        names->push_back(name);
        all->probabilities.push_back(probability);
    }
    all->names = names;
    InferenceResult result = listing({answers.front()}); // the first alone is listed
    result.allAnswers = all;
    return result;
}

ExampleTruth people(int count, const std::string& answer, int others = 0, const std::string& other = {})
{
    ExampleTruth truth;
    truth.answers.assign(std::size_t(count), answer);
    truth.answers.insert(truth.answers.end(), std::size_t(others), other);
    return truth;
}

void compareNear(double actual, double expected)
{
    QVERIFY2(std::abs(actual - expected) < 1e-6, qPrintable(QString("%1 instead of %2").arg(actual).arg(expected)));
}

ReviewItem itemOf(Task task)
{
    ReviewItem item{2, {}};
    item.example.task = task;
    return item;
}

} // namespace

class ExpectedScoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerCountsByItsScore()
    {
        // Red: all 8 others of the 10 leave at least three, 1. Blue: (2 × 1/3 + 8 × 2/3) / 10 = .6.
        const ExampleTruth truth = people(8, "red", 2, "blue");
        const Probabilities answers{{"green", .25f}, {"red", .5f}, {"blue", .25f}};
        compareNear(expectedVqaScore(truth, distributing(answers)).value(), .65);
        compareNear(expectedVqaScore(truth, listing(answers)).value(), .65);
        // What is not listed is taken from the distribution, else it counts for nothing.
        compareNear(expectedVqaScore(truth, listing({{"green", .25f}, {"blue", .25f}})).value(), .15);
    }

    void fewPeopleAndScoresCount()
    {
        ExampleTruth few = people(2, "red", 1, "orange");
        few.fewPeople = true; // 2/3 and 1/3
        compareNear(expectedVqaScore(few, distributing({{"red", .6f}, {"orange", .3f}, {"x", .1f}})).value(), .5);
        ExampleTruth scored;
        scored.scores = {{"red", 1}, {"pink", .3}};
        compareNear(expectedVqaScore(scored, distributing({{"pink", .5f}, {"red", .5f}})).value(), .65);
    }

    void spellingIsNoFault_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("known");
        QTest::newRow("full stop") << "Red."
                                   << "red";
        QTest::newRow("article") << "the red"
                                 << "red";
        QTest::newRow("number") << "two"
                                << "2";
        QTest::newRow("spaces") << " red\n"
                                << "red";
        QTest::newRow("the list's own") << "Red."
                                        << "Red.";
    }
    void spellingIsNoFault()
    {
        QFETCH(QString, given);
        QFETCH(QString, known);
        const InferenceResult result = distributing({{known.toStdString(), .75f}, {"other", .25f}});
        compareNear(expectedVqaScore(people(10, given.toStdString()), result).value(), .75); // unanimous
        compareNear(expectedVqaScore(people(9, given.toStdString(), 1, "x"), result).value(), .75);
    }

    void whatTheModelCannotSayIsNotJudged()
    {
        const InferenceResult result = distributing({{"red", .75f}, {"blue", .25f}});
        QVERIFY(!expectedVqaScore(people(10, "mauve"), result));
        QVERIFY(!expectedVqaScore({}, result));
        QVERIFY(!expectedVqaScore(people(10, "red"), {}));
        // A lone person earns nothing by vqaEval.py: there is nobody else who could agree.
        QVERIFY(!expectedVqaScore(people(1, "red"), result));
        // It can say red, and rules it out: that does count.
        compareNear(expectedVqaScore(people(10, "red"), distributing({{"blue", 1.f}, {"red", 0.f}})).value(), 0);
        ReviewItem item = itemOf(Task::VisualQuestionAnswering);
        item.example.truth = people(10, "mauve");
        QVERIFY(predictionOf(item, result).surprise < 0);
        item.example.truth = people(10, "Red.");
        compareNear(predictionOf(item, result).surprise, -std::log(.75));
    }

    void withoutAnswersNothingIsKnown_data()
    {
        QTest::addColumn<int>("task");
        for (const Task task : {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                                Task::RegionToPhrase, Task::MaskedWords, Task::CaptionMatch})
            QTest::newRow(std::string(nameOf(task)).c_str()) << int(task);
    }
    void withoutAnswersNothingIsKnown()
    {
        QFETCH(int, task);
        const Prediction prediction = predictionOf(itemOf(static_cast<Task>(task)), {});
        QCOMPARE(prediction.item, 2u);
        QVERIFY(prediction.surprise < 0 && prediction.score < 0 && prediction.guess.empty());
        QVERIFY2(prediction.entropy < 0, "what was not answered would be the surest of all");
        const PredictedResult kept = predictedResultOf(prediction.result);
        QVERIFY(kept.answers.empty() && kept.phrases.empty() && kept.regions.empty());
    }
};

VBS_TEST_MAIN(ExpectedScoreTest)
#include "expected_score_test.moc"
