#include "core/diff/answer_difference.h"

#include "tests/support/test_main.h"

#include <QtTest>

#include <cmath>

using namespace vbs;

namespace {

DistributionPtr distribution(std::vector<std::string> names, std::vector<float> probabilities)
{
    return std::make_shared<AnswerDistribution>(AnswerDistribution{
        std::make_shared<const std::vector<std::string>>(std::move(names)), std::move(probabilities)});
}

InferenceResult found(Box box, std::vector<double> regions)
{
    InferenceResult result;
    result.task = Task::RegionToPhrase;
    result.regions.regions = {{.box = {0, 0, 10, 10}, .label = "ball", .attribute = "red"},
                              {.box = box, .label = "bird", .attribute = {}}};
    result.phrases = {{{0, 3}, "the ball", std::move(regions)}};
    return result;
}

} // namespace

/// Models may know other answers and find other regions.
class AnswerDifferenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersThatOnlyOneKnowsCount()
    {
        InferenceResult a, b;
        a.answers = {{"red", .5}};
        b.answers = {{"red", .25}};
        a.allAnswers = distribution({"red", "blue", "green"}, {.5F, .25F, .25F});
        b.allAnswers = distribution({"two", "blue", "red"}, {.5F, .25F, .25F});
        // red .25, blue 0, green .25, two .5: half of their sum
        QVERIFY(std::abs(answerDistance(a, b) - .5) < 1e-6);
        QVERIFY(std::abs(answerDistance(b, a) - .5) < 1e-6);
        QCOMPARE(answerDistance(a, a), 0.0);
        QVERIFY(giveTheSame(a, b));
    }

    void choicesAreToldByTheirPlace()
    {
        InferenceResult a, b;
        a.task = b.task = Task::MultipleChoice;
        a.choices = {{"the same words", 1, .75}, {"the same words", 0, .25}};
        b.choices = {{"the same words", 0, .25}, {"the same words", 1, .75}};
        QVERIFY(std::abs(answerDistance(a, b) - .5) < 1e-12);
    }

    void captionsAndMasks()
    {
        InferenceResult a, b;
        a.task = b.task = Task::CaptionMatch;
        a.match = .9;
        b.match = .4;
        QVERIFY(std::abs(answerDistance(a, b) - .5) < 1e-12);
        QVERIFY(!giveTheSame(a, b));
        a.task = b.task = Task::MaskedWords;
        a.masks = {{{0, 6}, {{"red", .7}}, distribution({"red", "blue"}, {.75F, .25F})}};
        b.masks = {{{0, 6}, {{"blue", .7}}, distribution({"red", "blue"}, {.25F, .75F})}};
        QVERIFY(std::abs(answerDistance(a, b) - .5) < 1e-6);
        QCOMPARE(answerInWords(b), std::string("blue"));
    }

    void regionsAreTheSameWhereTheyOverlapByHalf_data()
    {
        QTest::addColumn<float>("left");
        QTest::addColumn<bool>("same");
        QTest::newRow("the very same") << 20.F << true;
        QTest::newRow("a little beside") << 22.F << true; // 8 of 12 wide
        QTest::newRow("farther") << 24.F << false;        // 6 of 14
        QTest::newRow("elsewhere") << 90.F << false;
    }
    void regionsAreTheSameWhereTheyOverlapByHalf()
    {
        QFETCH(float, left);
        QFETCH(bool, same);
        const InferenceResult a = found({20, 0, 30, 10}, {.2, .8}), b = found({left, 0, left + 10, 10}, {.1, .9});
        QCOMPARE(giveTheSame(a, b), same);
        QCOMPARE(answerDistance(a, b), same ? 0.0 : 1.0);
        QCOMPARE(answerInWords(a), std::string("the ball: bird"));
        QCOMPARE(answerProbability(a), .8);
        QCOMPARE(answerInWords(found({}, {.9, .1})), std::string("the ball: red ball"));
    }

    void oneSaysThatItIsNotThere()
    {
        const InferenceResult a = found({20, 0, 30, 10}, {.2, .8});
        InferenceResult b = a;
        b.presences = {{{0, 3}, "the ball", "ball", .1}};
        QVERIFY(!giveTheSame(a, b));
        QCOMPARE(answerInWords(b), std::string("the ball: not in this picture"));
    }
};

VBS_TEST_MAIN(AnswerDifferenceTest)
#include "answer_difference_test.moc"
