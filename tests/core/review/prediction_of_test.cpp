#include "core/base/error.h"
#include "core/review/box_findings.h"
#include "core/review/prediction_of.h"
#include "core/review/suggestion.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace {

DistributionPtr distribution(const std::vector<std::pair<std::string, float>>& answers)
{
    auto names = std::make_shared<std::vector<std::string>>();
    auto all = std::make_shared<AnswerDistribution>();
    for (const auto& [name, probability] : answers) {
        names->push_back(name);
        all->probabilities.push_back(probability);
    }
    all->names = names;
    return all;
}

InferenceResult answered(const std::vector<std::pair<std::string, float>>& answers)
{
    InferenceResult result;
    result.allAnswers = distribution(answers);
    for (const auto& [name, probability] : answers)
        result.answers.push_back({name, probability});
    return result;
}

ReviewItem question(std::vector<std::string> answers)
{
    ReviewItem item{3, {}};
    item.example.task = Task::VisualQuestionAnswering;
    item.example.text = "What?";
    item.example.truth.answers = std::move(answers);
    return item;
}

std::vector<std::string> times(int count, const std::string& answer, int others = 0, const std::string& other = {})
{
    std::vector<std::string> answers(std::size_t(count), answer);
    answers.insert(answers.end(), std::size_t(others), other);
    return answers;
}

Region region(Box box, const std::string& label, float score)
{
    Region region;
    region.box = box;
    region.label = label;
    region.score = score;
    return region;
}

void compareNear(double actual, double expected)
{
    QVERIFY2(std::abs(actual - expected) < 1e-6, qPrintable(QString("%1 instead of %2").arg(actual).arg(expected)));
}

} // namespace

class PredictionOfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questionsAreComparedByTheirScore()
    {
        const InferenceResult result = answered({{"red", .5f}, {"blue", .25f}, {"green", .25f}});
        // Ten agree: red counts 1, all else 0.
        Prediction prediction = predictionOf(question(times(10, "red")), result);
        QCOMPARE(prediction.item, 3u);
        compareNear(prediction.surprise, -std::log(.5));
        compareNear(prediction.entropy, 1.5 * std::log(2.));
        compareNear(prediction.score, 1);
        QCOMPARE(prediction.guess, std::string("red 50 %"));
        // Eight and two: blue is right for two thirds of the others, by 0.6 over all.
        compareNear(predictionOf(question(times(8, "red", 2, "blue")), result).surprise, -std::log(.5 + .25 * .6));
        // The annotation's spelling does not matter where people differ.
        compareNear(predictionOf(question(times(8, "The Red.", 2, "blue")), result).surprise, -std::log(.5 + .25 * .6));
        // Nobody's answer is one that the model can give: that says nothing about the annotation.
        QVERIFY(predictionOf(question(times(10, "mauve")), result).surprise < 0);
        // One that it can, and does not.
        compareNear(predictionOf(question(times(10, "red")), answered({{"red", 0.f}, {"blue", 1.f}})).surprise, 20);
        QVERIFY(predictionOf(question({}), result).score < 0);
    }

    void statementsAndChoicesByTheirLabel()
    {
        ReviewItem item{0, {}};
        item.example.task = Task::VisualReasoning;
        item.example.truth.label = 0;
        InferenceResult result;
        result.answers = {{"true", .75}, {"false", .25}};
        Prediction prediction = predictionOf(item, result);
        compareNear(prediction.surprise, -std::log(.25));
        compareNear(prediction.score, 0);
        ReviewItem choice{1, {}};
        choice.example.task = Task::MultipleChoice;
        choice.example.choices = {"a", "b"};
        choice.example.truth.label = 1;
        InferenceResult chosen;
        chosen.choices = {{"a", 0, .125}, {"b", 1, .875}};
        prediction = predictionOf(choice, chosen);
        compareNear(prediction.surprise, -std::log(.875));
        compareNear(prediction.score, 1);
        QCOMPARE(prediction.guess, std::string("b 88 %"));
        choice.example.truth.label.reset();
        QVERIFY(predictionOf(choice, chosen).surprise < 0);
    }

    void phrasesByTheWorst()
    {
        ReviewItem item{0, {}};
        Example& example = item.example;
        example.task = Task::RegionToPhrase;
        example.text = "a cat, a dog, it";
        example.phrases = {{0, 5}, {7, 12}, {14, 16}};
        example.truth.phraseBoxes = {{{0, 0, 20, 20}}, {{0, 0, 40, 20}, {20, 0, 40, 20}}, {}};
        example.truth.width = example.truth.height = 40;
        InferenceResult result;
        result.regions = {20, 20, {region({0, 0, 10, 10}, "cat", 1), region({10, 0, 20, 5}, "dog", 1)}};
        result.phrases = {{{0, 5}, "a cat", {.9, .1}}, {{7, 12}, "a dog", {.2, .8}}, {{14, 16}, "it", {.5, .5}}};
        const Prediction prediction = predictionOf(item, result);
        compareNear(prediction.surprise, .5); // the dog's region is half of its second box
        QVERIFY(prediction.guess.starts_with("a cat: cat 90 %, a dog: dog 80 %"));
        const PredictedResult kept = predictedResultOf(prediction.result);
        compareNear(kept.phrases.at(0).overlap, 1);
        QVERIFY(kept.phrases.at(1).within && kept.phrases[1].boxes.front() == (Box{10, 0, 20, 5}));
        QVERIFY(kept.phrases.at(2).overlap < 0 && !kept.phrases[2].within);
        // The first region of "a dog", in pixels of the picture that was annotated.
        const auto suggestions = suggestionsFor(example, kept, {}, 1);
        QCOMPARE(suggestions.size(), std::size_t(2));
        QVERIFY((suggestions[0].example.truth.phraseBoxes[1] == std::vector<Box>{{20, 0, 40, 10}}));
        QVERIFY(suggestions[0].example.truth.phraseBoxes[0] == example.truth.phraseBoxes[0]);
    }

    void boxesByWhatDiffers()
    {
        const std::vector<LabelledBox> boxes{{{0, 0, 10, 10}, "cat", 0},      // found as it is
                                             {{20, 0, 30, 10}, "dog", 1},     // found as a cat
                                             {{40, 0, 50, 10}, "cat", 2},     // nothing there
                                             {{60, 0, 70, 10}, "unicorn", 3}, // a name that the detector has not
                                             {{80, 0, 90, 10}, "cat", 4}};    // found by 6 of 10
        const std::vector<Region> regions{region({0, 0, 10, 10}, "cat", .9f),  region({20, 0, 30, 10}, "cat", .7f),
                                          region({60, 0, 70, 10}, "dog", .9f), region({80, 0, 90, 6}, "cat", .9f),
                                          region({0, 50, 10, 60}, "dog", .6f), region({0, 80, 10, 90}, "dog", .4f)};
        const std::set<std::string> known{"cat", "dog"};
        const std::vector<BoxFinding> expected{{BoxFindingKind::Spurious, -1, 2, .8},
                                               {BoxFindingKind::LabelDiffers, 1, 1, double(.7f)},
                                               {BoxFindingKind::Missed, 4, -1, double(.6f)},
                                               {BoxFindingKind::Loose, 3, 4, 1 - double(.6f)}};
        const auto findings = findingsOf(boxes, regions, known);
        QCOMPARE(findings.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(findings[i].kind, expected[i].kind);
            QCOMPARE(findings[i].region, expected[i].region);
            QCOMPARE(findings[i].box, expected[i].box);
            compareNear(findings[i].weight, expected[i].weight);
        }
        ReviewItem item{0, {}};
        item.example.truth.boxes = boxes;
        InferenceResult result;
        result.regions = {100, 100, regions};
        Region whole = region({0, 0, 100, 100}, "whole picture", 1);
        whole.wholeImage = true;
        result.regions.regions.push_back(whole);
        Prediction prediction = predictionOf(item, result, known);
        compareNear(prediction.surprise, .8);
        QCOMPARE(prediction.guess, std::string("1 missed, 1 spurious, 1 named differently, 1 loose"));
        const PredictedResult kept = predictedResultOf(prediction.result);
        QCOMPARE(kept.regions.size(), regions.size());
        const auto suggestions = suggestionsFor(item.example, kept, known);
        QCOMPARE(suggestions.size(), std::size_t(4));
        QCOMPARE(suggestions[0].example.truth.boxes.size(), std::size_t(4));
        QCOMPARE(suggestions[1].example.truth.boxes[1].label, std::string("cat"));
        QCOMPARE(suggestions[1].example.truth.boxes[1].record, std::ptrdiff_t(1));
        QVERIFY((suggestions[2].example.truth.boxes.back() == LabelledBox{{0, 50, 10, 60}, "dog", -1}));
        QVERIFY((suggestions[3].example.truth.boxes[4].box == Box{80, 0, 90, 6}));
        // Few labels known at first, all of them in the end.
        prediction = predictionOf(item, result, {"cat"});
        QCOMPARE(prediction.guess, std::string("1 missed, 1 spurious, 1 loose"));
        QCOMPARE(predictionAgain(item, prediction, known), predictionOf(item, result, known));
    }

    /// What is kept is rounded, and what is kept is judged: nothing changes when it is judged again.
    void boxesAreJudgedAsTheyAreKept_data()
    {
        QTest::addColumn<float>("score");
        QTest::addColumn<double>("surprise");
        QTest::newRow("rounded") << .87654321f << .876543;
        QTest::newRow("sure when rounded") << .4999997f << .5;
        QTest::newRow("not sure") << .4999f << 0.;
    }
    void boxesAreJudgedAsTheyAreKept()
    {
        QFETCH(float, score);
        QFETCH(double, surprise);
        InferenceResult result;
        result.regions = {100, 100, {region({0, 0, 10.00003f, 10}, "cat", score)}};
        const ReviewItem item{0, {}};
        const Prediction prediction = predictionOf(item, result, {"cat"});
        compareNear(prediction.surprise, surprise);
        QCOMPARE(predictionAgain(item, prediction, {"cat"}), prediction);
        const auto suggestions = suggestionsFor(item.example, predictedResultOf(prediction.result), {"cat"});
        QCOMPARE(suggestions.size(), std::size_t(surprise > 0 ? 1 : 0));
    }

    void anAnswerIsTakenForTheMajority()
    {
        const PredictedResult predicted =
            predictedResultOf(predictionOf(question({}), answered({{"blue", 1.f}})).result);
        const auto taken = [&](Example example) { return suggestionsFor(example, predicted).at(0).example.truth; };
        QCOMPARE(taken(question({"red", "Red", "green", "the red"}).example).answers,
                 (std::vector<std::string>{"blue", "blue", "green", "blue"}));
        Example scored = question({}).example;
        scored.truth.scores = {{"red", 1}, {"pink", .3}};
        QCOMPARE(taken(scored).scores, (std::map<std::string, double>{{"blue", 1}}));
        Example statement;
        statement.task = Task::VisualReasoning;
        statement.truth.label = 0;
        PredictedResult verdict;
        verdict.answers = {{"true", .9}, {"false", .1}};
        QVERIFY(suggestionsFor(statement, verdict).at(0).example.truth.label == std::size_t(1));
        Example choice;
        choice.task = Task::MultipleChoice;
        choice.choices = {"a", "b", "c"};
        PredictedResult scores;
        scores.answers = {{"a", .2}, {"b", .1}, {"c", .7}};
        QVERIFY(suggestionsFor(choice, scores).at(1).example.truth.label == std::size_t(0));
        QCOMPARE(suggestionsFor(choice, scores).at(0).words, std::string("c"));
    }

    void damagedResultsAreRefused_data()
    {
        QTest::addColumn<QString>("record");
        for (const char* record : {"", "{", R"({"answers":[1]})", R"({"answers":[["a","b"]]})", R"({"phrases":[{}]})",
                                   R"({"regions":[{"box":[1,2]}]})", R"({"size":[1]})"})
            QTest::newRow(*record ? record : "nothing") << QString(record);
    }
    void damagedResultsAreRefused()
    {
        QFETCH(QString, record);
        QVERIFY_THROWS_EXCEPTION(Error, predictedResultOf(record.toStdString()));
    }
};

VBS_TEST_MAIN(PredictionOfTest)
#include "prediction_of_test.moc"
