#include "core/datasets/example_score.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/datasets/dataset_formats.h"
#include "tests/support/reference_data.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

#include <fstream>

using namespace vbs;

namespace {

InferenceResult answered(const std::string& answer)
{
    InferenceResult result;
    result.answers = {{answer, 1}};
    return result;
}

Example questionAnsweredBy(std::vector<std::string> answers)
{
    Example example;
    example.task = Task::VisualQuestionAnswering;
    example.truth.answers = std::move(answers);
    return example;
}

Box boxOf(const Json& json)
{
    return {json[0], json[1], json[2], json[3]};
}

/// A phrase of the reference data as an example and a result.
std::pair<Example, InferenceResult> phraseOf(const Json& item)
{
    Example example;
    example.task = Task::RegionToPhrase;
    example.truth.phraseBoxes.resize(1);
    example.truth.phraseTypes = {item["type"].get<std::string>()};
    for (const Json& box : item["gold"])
        example.truth.phraseBoxes[0].push_back(boxOf(box));
    InferenceResult result;
    for (const Json& box : item["boxes"])
        result.regions.regions.push_back({boxOf(box), "", 1, "", 0, false});
    result.phrases = {{{}, "", item["scores"].get<std::vector<double>>()}};
    return {example, result};
}

double valueOf(const std::vector<ScoredFigure>& figures, const std::string& measure)
{
    for (const ScoredFigure& figure : figures)
        if (figure.measure == measure)
            return figure.value;
    return -1;
}

void compare(double value, double expected)
{
    QVERIFY2(std::abs(value - expected) < 1e-9, qPrintable(QString("%1, not %2").arg(value).arg(expected)));
}

} // namespace

class ExampleScoreTest : public QObject {
    Q_OBJECT

    static std::filesystem::path reference() { return test::referenceFolder() / "metrics"; }

private Q_SLOTS:
    void vqaCasesOfTheChallenge()
    {
        for (const Json& item : readJsonFile(std::filesystem::path(vbs::test::dataFolder()) / "metrics" / "vqa.json")) {
            const Example example = questionAnsweredBy(item["answers"].get<std::vector<std::string>>());
            compare(valueOf(scoreOf(example, answered(item["predicted"])), "accuracy"), item["accuracy"]);
        }
    }

    void phrasesByTheirDefinition()
    {
        for (const Json& item :
             readJsonFile(std::filesystem::path(vbs::test::dataFolder()) / "metrics" / "phrases.json")) {
            const auto [example, result] = phraseOf(item);
            const auto figures = scoreOf(example, result);
            const char* measures[] = {"accuracy", "recall at 5", "recall at 10", "upper bound"};
            for (std::size_t i = 0; i < 4; ++i)
                compare(valueOf(figures, measures[i]), item["recall"][i].get<bool>());
        }
    }

    void theChallengesFigures()
    {
        if (!std::filesystem::exists(reference() / "vqa"))
            QSKIP("VBS_REFERENCE_DIR names no folder with metrics/vqa.");
        const DatasetFiles files{reference() / "vqa/questions.json", reference() / "vqa/annotations.json", {}};
        const auto dataset = formatOf(files).open(files, {});
        std::map<std::string, std::string> predicted;
        for (const Json& result : readJsonFile(reference() / "vqa/results.json"))
            predicted[std::to_string(result["question_id"].get<std::int64_t>())] = result["answer"];
        ScoreSum sum;
        for (std::size_t i = 0; i < dataset->count(); ++i)
            sum.add(scoreOf(dataset->at(i), answered(predicted.at(dataset->at(i).id))));
        const Json expected = readJsonFile(reference() / "vqa/expected.json")["rounded_to_10"];
        const auto same = [](double value, double hundredfold) {
            QVERIFY2(std::abs(100 * value - hundredfold) < 1e-9, qPrintable(QString::number(100 * value, 'g', 12)));
        };
        same(sum.means().at("accuracy"), expected["overall"]);
        for (const auto& item : expected["perAnswerType"].items())
            same(sum.means().at("accuracy " + item.key()), item.value());
        const auto byType = sum.accuracyByType();
        QCOMPARE(byType.size(), expected["perQuestionType"].size());
        for (const auto& item : expected["perQuestionType"].items())
            same(byType.at(item.key()).mean, item.value());
    }

    void nlvr2Figures()
    {
        const std::filesystem::path data = test::referenceFolder() / "datasets/nlvr2/dev.json";
        if (!std::filesystem::exists(data))
            QSKIP("VBS_REFERENCE_DIR names no folder with datasets/nlvr2/dev.json.");
        const DatasetFiles files{data, {}, {}};
        const auto dataset = formatOf(files).open(files, {});
        std::map<std::string, std::string> predicted;
        for (const std::string& line : readLines(reference() / "nlvr2/predictions.csv"))
            predicted[line.substr(0, line.find(','))] = line.ends_with("True") ? "true" : "false";
        ScoreSum sum;
        for (std::size_t i = 0; i < dataset->count(); ++i)
            sum.add(scoreOf(dataset->at(i), answered(predicted.at(dataset->at(i).id))));
        const Json expected = readJsonFile(reference() / "nlvr2/expected.json");
        QCOMPARE(sum.count(), expected["items"].get<std::size_t>());
        compare(sum.means().at("accuracy"), expected["accuracy"]);
        compare(sum.means().at("consistency"), expected["consistency"]);
    }

    void phraseFigures()
    {
        if (!std::filesystem::exists(reference() / "phrases"))
            QSKIP("VBS_REFERENCE_DIR names no folder with metrics/phrases.");
        ScoreSum sum;
        for (const Json& item : readJsonFile(reference() / "phrases/items.json")) {
            const auto [example, result] = phraseOf(item);
            sum.add(scoreOf(example, result));
        }
        const Json expected = readJsonFile(reference() / "phrases/expected.json");
        QCOMPARE(sum.count(), expected["phrases"].get<std::size_t>());
        compare(sum.means().at("accuracy"), expected["recall@1"]);
        compare(sum.means().at("recall at 5"), expected["recall@5"]);
        compare(sum.means().at("recall at 10"), expected["recall@10"]);
        compare(sum.means().at("upper bound"), expected["upper_bound"]);
        for (const auto& item : expected["recall@1_by_type"].items())
            compare(sum.accuracyByType().at(item.key()).mean, item.value());
    }

    void vcrCountsBothHalves()
    {
        ScoreSum sum;
        for (int i = 0; i < 4; ++i) { // two records: one wholly right, one half
            Example example;
            example.task = Task::MultipleChoice;
            example.type = i % 2 == 0 ? "answer" : "reason";
            example.truth.label = 1;
            example.truth.together = std::to_string(i / 2);
            InferenceResult result;
            result.choices = {{"a", 0, i == 3 ? .6 : .4}, {"b", 0, i == 3 ? .4 : .6}};
            sum.add(scoreOf(example, result));
        }
        compare(sum.means().at("Q -> A"), 1);
        compare(sum.means().at("QA -> R"), .5);
        compare(sum.means().at("Q -> AR"), .5);
        compare(sum.means().at("accuracy"), .75);
    }

    void fewPeopleAndScores()
    {
        Example few = questionAnsweredBy({"the Red"});
        compare(vqaAccuracyOf(few.truth, "red"), 0); // the challenge's: nobody else gave it
        few.truth.fewPeople = true;
        compare(vqaAccuracyOf(few.truth, "red"), 1);
        Example scored;
        scored.task = Task::VisualQuestionAnswering;
        scored.truth.scores = {{"two", .3}};
        compare(vqaAccuracyOf(scored.truth, "2"), .3);
        QVERIFY(scoreOf(questionAnsweredBy({}), answered("red")).empty()); // no truth, no figure
    }

    void wordsAndCaptions()
    {
        Example word;
        word.task = Task::MaskedWords;
        word.truth.answers = {"red"};
        InferenceResult result;
        result.masks = {{{}, {{"red", .9}, {"blue", .1}}}};
        compare(valueOf(scoreOf(word, result), "accuracy"), 1);
        Example caption;
        caption.task = Task::CaptionMatch;
        caption.truth.label = 0;
        result.match = .4;
        compare(valueOf(scoreOf(caption, result), "accuracy"), 1);
    }

    void boxesOfAnotherSizeAreScaled()
    {
        ExampleTruth truth;
        truth.phraseBoxes = {{{0, 0, 20, 20}}};
        truth.width = truth.height = 40;
        const RegionSet regions{
            20, 20, {{{0, 0, 10, 10}, "", 1, "", 0, false}, {{10, 10, 20, 20}, "", 1, "", 0, false}}};
        QVERIFY((regionsFittingPhrase(truth, 0, regions) == std::vector<bool>{true, false}));
    }
};

VBS_TEST_MAIN(ExampleScoreTest)
#include "example_score_test.moc"
