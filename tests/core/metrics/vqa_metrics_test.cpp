#include "core/base/json.h"
#include "core/base/random.h"
#include "core/datasets/vqa_answer.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/vqa_metrics.h"
#include "tests/core/metrics/figures.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace {

/// min(1, n / 3) for each person by the answers alone, which are normalised already and whose records all differ.
double plainAccuracy(const std::vector<std::string>& people, const std::string& answer)
{
    double sum = 0;
    for (std::size_t person = 0; person < people.size(); ++person) {
        int others = 0;
        for (std::size_t other = 0; other < people.size(); ++other)
            others += other != person && people[other] == answer;
        sum += others >= 3 ? 1 : others / 3.;
    }
    return sum / double(people.size());
}

std::vector<VqaV2Answer> peopleOf(const std::vector<std::string>& answers)
{
    std::vector<VqaV2Answer> people;
    for (const std::string& answer : answers)
        people.push_back({std::int64_t(people.size() + 1), answer, "yes"});
    return people;
}

} // namespace

class VqaMetricsTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheChallenge()
    {
        const Json expected = readJsonFile(dataFile("metrics/vqa/expected.json"));
        const MetricReport report =
            vqaFilesReport(dataFile("metrics/vqa/annotations.json"), dataFile("metrics/vqa/results.json"), kNoIntervals,
                           dataFile("metrics/vqa/questions.json"));
        QVERIFY(report.remarks.empty());
        const auto equal = [&](const Figure& figure, const std::string& key, const std::string& type) {
            const auto numberIn = [&](const char* rounding) {
                const Json& numbers = expected.at(rounding).at(key);
                return (type.empty() ? numbers : numbers.at(type)).get<double>();
            };
            QCOMPARE(figure.rounded, numberIn("rounded_to_2"));
            QCOMPARE(roundedTo(100 * figure.value, 10), numberIn("rounded_to_10"));
        };
        equal(figureOf(report.figures, "accuracy"), "overall", "");
        for (const auto& [slice, key] :
             {std::pair("by question type", "perQuestionType"), std::pair("by answer type", "perAnswerType")}) {
            QCOMPARE(sliceOf(report, slice).size(), expected.at("rounded_to_2").at(key).size());
            for (const Figure& figure : sliceOf(report, slice))
                equal(figure, key, figure.name);
        }
        QCOMPARE(report.items.size(), expected.at("by_question").size());
        for (const auto& [id, value] : report.items)
            QVERIFY(std::abs(value - expected.at("by_question").at(id).get<double>()) < 1e-12);
    }

    void answersAreNormalisedAsTheChallengeDoes_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("of everyday") << "metrics/vqa/normalisation.json";
        QTest::newRow("of every script") << "metrics/vqa/normalisation_unicode.json";
    }
    void answersAreNormalisedAsTheChallengeDoes()
    {
        QFETCH(QString, file);
        for (const Json& row : readJsonFile(dataFile(file.toStdString())))
            QCOMPARE(normalizedVqaAnswer(row.at("answer").get<std::string>()), row.at("normalised").get<std::string>());
    }

    void chanceAnswersEqualASecondComputation()
    {
        Rng rng(8);
        const std::vector<std::string> words{"yes", "no", "red", "dog", "2"};
        VqaMetrics metrics;
        double sum = 0;
        std::map<std::string, std::pair<double, int>> types;
        for (int question = 0; question < 500; ++question) {
            std::vector<std::string> people(rng.pick({1u, 2u, 3u, 9u, 10u, 11u}));
            const std::size_t few = 1 + rng.below(words.size());
            for (std::string& answer : people)
                answer = words[rng.below(few)];
            const std::string answer = rng.pick(words), type = "type " + std::to_string(rng.below(4));
            const double accuracy = plainAccuracy(people, answer);
            QVERIFY(std::abs(vqaChallengeAccuracy(peopleOf(people), answer) - accuracy) < 1e-12);
            metrics.add({std::to_string(question / 3), type, "other", people.front(), peopleOf(people), answer, ""});
            sum += accuracy;
            types[type].first += accuracy;
            ++types[type].second;
        }
        const MetricReport report = metrics.report(kNoIntervals);
        QVERIFY(std::abs(report.figures.front().value - sum / 500) < 1e-12);
        QCOMPARE(report.figures.front().count, std::size_t(500));
        QVERIFY(report.items.empty()); // none has an id
        for (const auto& [type, mean] : types)
            QVERIFY(std::abs(figureOf(sliceOf(report, "by question type"), type).value - mean.first / mean.second) <
                    1e-12);
    }

    /// 5 of 32 is 15.625 %.
    void roundsTiesToEven()
    {
        VqaMetrics metrics;
        for (int question = 0; question < 32; ++question)
            metrics.add({"p", "t", "other", "a", peopleOf({"a", "a", "a", "a"}), question < 5 ? "a" : "b", ""});
        QCOMPARE(metrics.report(kNoIntervals).figures.front().value, 5 / 32.);
        QCOMPARE(metrics.report(kNoIntervals).figures.front().rounded, 15.62);
        QCOMPARE(roundedTo(0.15625, 4), 0.1562);
        QCOMPARE(roundedTo(0.46875, 4), 0.4688);
    }

    void recordsThatSayTheSameAreOne_data()
    {
        QTest::addColumn<QString>("answers");
        QTest::addColumn<double>("accuracy");
        QTest::newRow("by their ids")
            << R"({"answer":"a","answer_id":1},{"answer":"a","answer_id":2},{"answer":"b","answer_id":3})"
            << (1 / 3. + 1 / 3. + 2 / 3.) / 3;
        QTest::newRow("the same id twice")
            << R"({"answer":"a","answer_id":1},{"answer":"a","answer_id":1},{"answer":"b","answer_id":3})"
            << (0 + 0 + 2 / 3.) / 3;
        QTest::newRow("no ids") << R"({"answer":"a"},{"answer":"a"},{"answer":"b"})" << (0 + 0 + 2 / 3.) / 3;
        QTest::newRow("no ids, other confidence")
            << R"({"answer":"a","answer_confidence":"yes"},{"answer":"a","answer_confidence":"no"},{"answer":"b"})"
            << (1 / 3. + 1 / 3. + 2 / 3.) / 3;
    }
    void recordsThatSayTheSameAreOne()
    {
        QFETCH(QString, answers);
        QFETCH(double, accuracy);
        const auto annotations =
            write("a.json", "{\"annotations\":[{\"question_id\":\"q\",\"image_id\":1,\"answers\":[" +
                                answers.toStdString() + "]}]}");
        const MetricReport report =
            vqaFilesReport(annotations, write("r.json", R"([{"question_id":"q","answer":"a"}])"), kNoIntervals);
        QVERIFY(std::abs(report.figures.front().value - accuracy) < 1e-12);
    }

    void confusionsAreOfWrongAnswersAlone()
    {
        VqaMetrics metrics;
        const auto people = peopleOf({"dog", "dog", "dog", "dog", "dog", "dog", "Cat", "cat", "cat.", "cat"});
        for (const char* answer : {"wolf", "Wolf.", "the fox", "cat", "dog"})
            metrics.add({"p", "t", "other", "dog", people, answer, ""});
        const MetricReport report = metrics.report(kNoIntervals);
        QCOMPARE(report.confusions.size(), std::size_t(2)); // four say cat: that is right, too
        QCOMPARE(report.confusions[0].answer, std::string("wolf"));
        QCOMPARE(report.confusions[0].truth, std::string("dog"));
        QCOMPARE(report.confusions[0].count, std::size_t(2));
        QCOMPARE(report.confusions[1].answer, std::string("fox"));
    }

    void questionsWithoutAnnotationAreToldOf()
    {
        const auto annotations =
            write("a.json", R"({"annotations":[{"question_id":1,"image_id":1,"answers":[{"answer":"a"}]}]})");
        const auto questions = write("q.json", R"({"questions":[{"question_id":1},{"question_id":2}]})");
        const MetricReport report = vqaFilesReport(annotations, write("r.json", R"([{"question_id":1,"answer":"a"}])"),
                                                   kNoIntervals, questions);
        QCOMPARE(report.remarks.size(), std::size_t(1));
        QVERIFY(report.remarks[0].starts_with("1 questions of "));
    }
};

VBS_TEST_MAIN(VqaMetricsTest)
#include "vqa_metrics_test.moc"
