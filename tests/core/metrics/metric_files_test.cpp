#include "core/base/error.h"
#include "core/datasets/vqa_answer.h"
#include "core/metrics/coco_metrics.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/vqa_metrics.h"
#include "tests/support/message_of.h"
#include "tests/support/reference_data.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

namespace {

constexpr BootstrapOptions kNoIntervals{0, 1};

fs::path given(const std::string& name)
{
    return dataFile("metrics/" + name);
}

const Figure& figureOf(const std::vector<Figure>& figures, const std::string& name)
{
    for (const Figure& figure : figures)
        if (figure.name == name)
            return figure;
    static const Figure none{"none", -9, 0, {}};
    return none;
}

const std::vector<Figure>& sliceOf(const MetricReport& report, const std::string& name)
{
    for (const auto& [slice, figures] : report.slices)
        if (slice == name)
            return figures;
    static const std::vector<Figure> none;
    return none;
}

constexpr const char* kVcr =
    R"({"img_fn":"r.png","annot_id":"v-0","objects":[],"question":["is","it"],"answer_choices":[["a"],["b"],["c"],["d"]],"answer_label":1,"rationale_choices":[["a"],["b"],["c"],["d"]],"rationale_label":3}
{"img_fn":"s.png","annot_id":"v-1","objects":[],"question":["is","it"],"answer_choices":[["a"],["b"],["c"],["d"]],"answer_label":0,"rationale_choices":[["a"],["b"],["c"],["d"]],"rationale_label":2}
)";

/// A submission in which each record answers and reasons as told, the reason only if the right answer is given.
std::string vcrSubmission(const std::vector<std::array<int, 3>>& rows)
{
    std::string text = "annot_id";
    for (int i = 0; i < 4; ++i)
        text += ",answer_" + std::to_string(i);
    for (int answer = 0; answer < 4; ++answer)
        for (int i = 0; i < 4; ++i)
            text += ",rationale_conditioned_on_a" + std::to_string(answer) + "_" + std::to_string(i);
    text += "\n";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto [answer, rightAnswer, reason] = rows[row];
        text += "v-" + std::to_string(row);
        for (int i = 0; i < 4; ++i)
            text += i == answer ? ",0.7" : ",1e-1";
        for (int given = 0; given < 4; ++given)
            for (int i = 0; i < 4; ++i)
                text += (given == rightAnswer ? i == reason : i == 0) ? ",0.9" : ",0.05";
        text += "\n";
    }
    return text;
}

} // namespace

class MetricFilesTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void vqaEqualsTheChallenge()
    {
        const Json expected = readJsonFile(given("vqa/expected.json"));
        const MetricReport report =
            vqaFilesReport(given("vqa/annotations.json"), given("vqa/results.json"), kNoIntervals);
        for (const auto& [rounding, decimals] : {std::pair("rounded_to_2", 2), std::pair("rounded_to_10", 10)}) {
            const Json& numbers = expected.at(rounding);
            QCOMPARE(vqaPerCent(figureOf(report.figures, "accuracy").value, decimals),
                     numbers.at("overall").get<double>());
            for (const auto& [slice, key] :
                 {std::pair("by question type", "perQuestionType"), std::pair("by answer type", "perAnswerType")}) {
                QCOMPARE(sliceOf(report, slice).size(), numbers.at(key).size());
                for (const auto& [type, value] : numbers.at(key).items())
                    QCOMPARE(vqaPerCent(figureOf(sliceOf(report, slice), type).value, decimals), value.get<double>());
            }
        }
        std::map<std::string, std::string> answers;
        for (const VqaV2Result& result : readVqaV2Results(given("vqa/results.json")))
            answers[std::to_string(result.questionId)] = result.answer;
        std::size_t compared = 0;
        for (const VqaV2Annotation& annotation : readVqaV2Annotations(given("vqa/annotations.json")).annotations) {
            const std::string id = std::to_string(annotation.questionId);
            QCOMPARE(std::round(1e6 * vqaChallengeAccuracy(annotation.answers, answers.at(id))) / 1e6,
                     std::round(1e6 * expected.at("by_question").at(id).get<double>()) / 1e6);
            ++compared;
        }
        QCOMPARE(compared, expected.at("by_question").size());
    }

    void answersAreNormalisedAsTheChallengeDoes()
    {
        for (const Json& row : readJsonFile(given("vqa/normalisation.json")))
            QCOMPARE(normalizedVqaAnswer(row.at("answer").get<std::string>()), row.at("normalised").get<std::string>());
    }

    void nlvr2EqualsTheChallenge()
    {
        const fs::path dev = referenceFolder().empty() ? fs::path() : referenceFolder() / "datasets/nlvr2/dev.json";
        if (dev.empty() || !fs::exists(dev))
            QSKIP("VBS_REFERENCE_DIR names no folder with NLVR2's development annotations.");
        const Json expected = readJsonFile(given("nlvr2/expected.json"));
        const MetricReport report = nlvr2FilesReport(dev, given("nlvr2/predictions.csv"), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "accuracy").value, expected.at("accuracy").get<double>());
        QCOMPARE(figureOf(report.figures, "consistency").value, expected.at("consistency").get<double>());
        QCOMPARE(figureOf(report.figures, "accuracy").count, expected.at("items").get<std::size_t>());
    }

    /// By hand: of six statements four are right; of three sentences, one in every pair.
    void nlvr2CountsSentencesOverTheirPairs()
    {
        std::string data, results;
        const std::vector<std::array<const char*, 3>> rows{{"t-1-0-0", "True", "True"},  {"t-1-1-0", "False", "False"},
                                                           {"t-1-0-1", "True", "False"}, {"t-1-1-1", "False", "False"},
                                                           {"t-2-0-0", "True", "True"},  {"t-2-3-0", "True", "False"}};
        for (const auto& [id, label, verdict] : rows) {
            data += std::string("{\"identifier\":\"") + id + "\",\"sentence\":\"s\",\"label\":\"" + label + "\"}\n";
            results += std::string(id) + "," + verdict + "\n";
        }
        const MetricReport report = nlvr2FilesReport(write("n.json", data), write("n.csv", results), {200, 3});
        QCOMPARE(figureOf(report.figures, "accuracy").value, 4 / 6.);
        QCOMPARE(figureOf(report.figures, "consistency").value, 1 / 3.);
        const auto interval = figureOf(report.figures, "accuracy").interval;
        QVERIFY(interval && interval->low == .5 && interval->high == .75); // the two sets: 3 of 4, 1 of 2
        QCOMPARE(report.confusions.at(0).count, std::size_t(2));
    }

    void vcrReadsTheReasonAfterTheRightAnswer()
    {
        const fs::path data = write("val.jsonl", kVcr);
        // The first answers wrongly, and would give the right reason; the second is right in both.
        const MetricReport report =
            vcrFilesReport(data, write("s.csv", vcrSubmission({{2, 1, 3}, {0, 0, 2}})), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "Q -> A").value, .5);
        QCOMPARE(figureOf(report.figures, "QA -> R").value, 1.);
        QCOMPARE(figureOf(report.figures, "Q -> AR").value, .5);
    }

    void phrasesEqualTheirDefinition()
    {
        const Json expected = readJsonFile(given("phrases/expected.json"));
        const MetricReport report = phraseFileReport(given("phrases/items.json"), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "recall@1").count, expected.at("phrases").get<std::size_t>());
        for (const char* name : {"recall@1", "recall@5", "recall@10"})
            QCOMPARE(figureOf(report.figures, name).value, expected.at(name).get<double>());
        QCOMPARE(figureOf(report.figures, "upper bound").value, expected.at("upper_bound").get<double>());
        for (const auto& [type, value] : expected.at("recall@1_by_type").items())
            QCOMPARE(figureOf(sliceOf(report, "recall@1 by type"), type).value, value.get<double>());
    }

    void boxesEqualCoco()
    {
        const Json expected = readJsonFile(given("detection/expected.json"));
        const MetricReport report =
            cocoFilesReport(given("detection/annotations.json"), given("detection/detections.json"), kNoIntervals);
        for (const char* name : cocoFigureNames()) {
            const double value = figureOf(report.figures, name).value;
            QVERIFY2(value == expected.at(name).get<double>(),
                     qPrintable(QString("%1: %2").arg(name).arg(value, 0, 'g', 17)));
        }
    }

    void agreementEqualsTheLibraries()
    {
        const Json expected = readJsonFile(given("agreement/expected.json"));
        const Ratings ratings = readRatings(given("agreement/ratings.json"));
        for (const auto& [pair, value] : expected.at("cohen_kappa").items()) {
            const auto kappa =
                cohenKappa(ratings.at(std::size_t(pair[0] - '0')), ratings.at(std::size_t(pair[2] - '0')));
            QVERIFY(kappa && std::abs(*kappa - value.get<double>()) < 1e-14);
        }
        QVERIFY(std::abs(*fleissKappa(ratings) - expected.at("fleiss_kappa").get<double>()) < 1e-14);
        const Ratings gaps = readRatings(given("agreement/ratings.json"), "raters_with_gaps");
        QVERIFY(std::abs(*krippendorffAlpha(gaps) - expected.at("krippendorff_alpha_nominal_with_gaps").get<double>()) <
                1e-14);
    }

    void agreementMayBeUndefined()
    {
        const std::vector<std::optional<std::string>> yes{"yes", "yes"}, no{"no", "no"},
            gaps{std::nullopt, std::nullopt};
        QVERIFY(!cohenKappa(yes, yes) && !cohenKappa(yes, gaps) && cohenKappa(yes, no) == 0.);
        QVERIFY(!fleissKappa({yes, yes}) && !fleissKappa({yes}) && !fleissKappa({}) && fleissKappa({yes, no}) == -1.);
        QVERIFY(!krippendorffAlpha({yes, yes}) && !krippendorffAlpha({yes, gaps}) && !krippendorffAlpha({}));
    }

    void unfitResultsAreRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("results");
        QTest::addColumn<QString>("says");
        QTest::newRow("vqa lacks one") << "vqa"
                                       << R"([{"question_id":1,"answer":"a"}])"
                                       << "lacks the question 2";
        QTest::newRow("vqa twice") << "vqa"
                                   << R"([{"question_id":1,"answer":"a"},{"question_id":1,"answer":"b"}])"
                                   << "has the question 1 twice";
        QTest::newRow("vqa one too many")
            << "vqa"
            << R"([{"question_id":1,"answer":"a"},{"question_id":2,"answer":"b"},{"question_id":3,"answer":"b"}])"
            << "has the question 3, which";
        QTest::newRow("vqa no answer") << "vqa"
                                       << R"([{"question_id":1}])"
                                       << "answer";
        QTest::newRow("nlvr2 word") << "nlvr2"
                                    << "t-1-0-0,maybe\n"
                                    << "line 1 should be as in";
        QTest::newRow("nlvr2 lacks one") << "nlvr2"
                                         << "t-1-0-1,True\n"
                                         << "lacks the statement t-1-0-0";
        QTest::newRow("vcr no head") << "vcr"
                                     << "v-0,1,2,3,4\n"
                                     << "has no column \"annot_id\"";
        QTest::newRow("vcr no number") << "vcr"
                                       << QString::fromStdString(vcrSubmission({{0, 1, 2}})).replace("0.7", "x")
                                       << "\"x\" where a number";
        QTest::newRow("vcr short line") << "vcr" << QString::fromStdString(vcrSubmission({})) + "v-0,1,2\n"
                                        << "line 2 has 3 cells";
        QTest::newRow("coco other image") << "coco"
                                          << R"([{"image_id":9,"category_id":1,"bbox":[1,2,3,4],"score":0.5}])"
                                          << "the image 9, which";
        QTest::newRow("coco score") << "coco"
                                    << R"([{"image_id":1,"category_id":1,"bbox":[1,2,3,4],"score":NaN}])"
                                    << "score should be a number";
        QTest::newRow("coco box") << "coco"
                                  << R"([{"image_id":1,"category_id":1,"bbox":[1,2],"score":1}])"
                                  << "bbox should be";
    }
    void unfitResultsAreRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QString, results);
        QFETCH(QString, says);
        const fs::path file = write("results", results.toStdString());
        const QString message = messageOf([&] {
            if (kind == "vqa")
                vqaFilesReport(write("a.json", R"({"annotations":[
                    {"question_id":1,"image_id":1,"answers":[{"answer":"a"}]},
                    {"question_id":2,"image_id":1,"answers":[{"answer":"a"}]}]})"),
                               file, kNoIntervals);
            else if (kind == "nlvr2")
                nlvr2FilesReport(write("n.json", R"({"identifier":"t-1-0-0","sentence":"s","label":"True"})"), file,
                                 kNoIntervals);
            else if (kind == "vcr")
                vcrFilesReport(write("v.jsonl", kVcr), file, kNoIntervals);
            else
                cocoFilesReport(write("c.json", R"({"images":[{"id":1}],"annotations":[],"categories":[{"id":1}]})"),
                                file, kNoIntervals);
        });
        QVERIFY2(message.contains(says), qPrintable(message));
    }
};

VBS_TEST_MAIN(MetricFilesTest)
#include "metric_files_test.moc"
