#include "core/review/predicted_result.h"
#include "core/review/review_metrics.h"
#include "tests/support/memory_review_store.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace {

std::vector<std::string> people(int count, const std::string& answer, int others = 0, const std::string& other = {})
{
    std::vector<std::string> answers(std::size_t(count), answer);
    answers.insert(answers.end(), std::size_t(others), other);
    return answers;
}

Example question(const std::string& id, const std::string& type, std::vector<std::string> answers)
{
    Example example;
    example.id = id;
    example.group = id;
    example.task = Task::VisualQuestionAnswering;
    example.type = type;
    example.truth.answers = std::move(answers);
    return example;
}

std::string answering(std::vector<Answer> answers)
{
    PredictedResult result;
    result.answers = std::move(answers);
    return recordOf(result);
}

double valueOf(const std::vector<Figure>& figures, const std::string& name)
{
    for (const Figure& figure : figures)
        if (figure.name == name)
            return figure.value;
    return std::nan("");
}

std::vector<Figure> sliceOf(const MetricReport& report, const std::string& name)
{
    for (const auto& [slice, figures] : report.slices)
        if (slice == name)
            return figures;
    return {};
}

void compareNear(double actual, double expected)
{
    QVERIFY2(std::abs(actual - expected) < 1e-9, qPrintable(QString("%1 instead of %2").arg(actual).arg(expected)));
}

/// Item 0 is right, 1 and 2 say blue where people say red, 3 has six reds and four blues.
MemoryReviewStore questions(int reviewersWanted = 1)
{
    MemoryReviewStore store({question("0", "what", people(10, "green")), question("1", "what", people(10, "red")),
                             question("2", "is", people(8, "red", 2, "pink")),
                             question("3", "is", people(6, "red", 4, "blue")),
                             question("4", "is", people(10, "never asked"))},
                            reviewersWanted);
    store.predict(answering({{"green", .9}}));
    for (int i = 0; i < 3; ++i)
        store.predict(answering({{"blue", .9}, {"red", .1}}));
    store.predict(""); // its picture is missing
    return store;
}

// Of four who say blue each leaves three others, so that blue counts 1 for all ten people: two of four items are right.
const std::string kAllBlue = R"({"answers":["blue","blue","blue","blue","blue","blue","blue","blue","blue","blue"]})";

} // namespace

class ReviewMetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questionsAreMeasured()
    {
        const MemoryReviewStore store = questions();
        const ReviewMetrics metrics = reviewMetricsOf(store, {100, 1});
        QCOMPARE(metrics.items, std::size_t(4));
        compareNear(valueOf(metrics.before.figures, "accuracy"), 2. / 4);
        compareNear(valueOf(metrics.after.figures, "accuracy"), 2. / 4);
        const auto byType = sliceOf(metrics.before, "by question type");
        compareNear(valueOf(byType, "what"), .5);
        compareNear(valueOf(byType, "is"), 1. / 2);
        const auto interval = metrics.before.figures.at(0).interval;
        QVERIFY(interval && interval->low < .5 && interval->high > .5);
        QVERIFY(!reviewMetricsOf(store, {0, 1}).before.figures.at(0).interval);
        // "red" of ten and of eight people is one answer that blue was given for.
        QCOMPARE(metrics.before.confusions.size(), std::size_t(1));
        QCOMPARE(metrics.before.confusions[0].truth, std::string("red"));
        QCOMPARE(metrics.before.confusions[0].answer, std::string("blue"));
        QCOMPARE(metrics.before.confusions[0].count, std::size_t(2));
    }

    void decisionsChangeWhatIsMeasured_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("acts");
        QTest::addColumn<double>("after");
        const double before = 2. / 4;
        QTest::newRow("corrected") << 1 << 0 << 3. / 4;
        QTest::newRow("corrected, then open") << 1 << 1 << before;
        QTest::newRow("rejected") << 1 << 2 << 2. / 3;
        QTest::newRow("accepted as it is") << 1 << 3 << before;
        QTest::newRow("one of two") << 2 << 0 << before;
        QTest::newRow("undone") << 1 << 4 << before;
    }
    void decisionsChangeWhatIsMeasured()
    {
        QFETCH(int, wanted);
        QFETCH(int, acts);
        QFETCH(double, after);
        MemoryReviewStore store = questions(wanted);
        Decision correct = act(1, DecisionKind::Correct, "ann", kAllBlue);
        const std::vector<std::vector<Decision>> all{{correct},
                                                     {correct, act(1, DecisionKind::Unsure)},
                                                     {act(1, DecisionKind::Reject)},
                                                     {act(1, DecisionKind::Accept)},
                                                     {[&] {
                                                         correct.undone = true;
                                                         return correct;
                                                     }()}};
        for (const Decision& decision : all.at(std::size_t(acts)))
            store.add(decision);
        const ReviewMetrics metrics = reviewMetricsOf(store, {0, 1});
        compareNear(valueOf(metrics.before.figures, "accuracy"), .5);
        compareNear(valueOf(metrics.after.figures, "accuracy"), after);
    }

    void statementsAreConsistentTogether()
    {
        std::vector<Example> examples;
        for (const char* id : {"dev-1-0-0", "dev-1-1-0", "dev-1-0-1"}) {
            Example& example = examples.emplace_back();
            example.id = id;
            example.task = Task::VisualReasoning;
            example.truth.label = 1;
        }
        MemoryReviewStore store(examples);
        store.predict(answering({{"true", .9}, {"false", .1}}));
        store.predict(answering({{"false", .9}, {"true", .1}}));
        store.predict(answering({{"true", .9}, {"false", .1}}));
        store.add(act(1, DecisionKind::Correct, "ann", R"({"label":0})"));
        const ReviewMetrics metrics = reviewMetricsOf(store, {0, 1});
        compareNear(valueOf(metrics.before.figures, "accuracy"), 2. / 3);
        compareNear(valueOf(metrics.before.figures, "consistency"), .5);
        compareNear(valueOf(metrics.after.figures, "accuracy"), 1);
        compareNear(valueOf(metrics.after.figures, "consistency"), 1);
        QCOMPARE(metrics.before.confusions.size(), std::size_t(1));
        QVERIFY(metrics.after.confusions.empty());
    }

    void bothHalvesOfARecordCountTogether()
    {
        std::vector<Example> examples(4);
        for (std::size_t i = 0; i < 4; ++i) {
            examples[i].id = std::to_string(i);
            examples[i].group = "picture " + std::to_string(i / 2);
            examples[i].task = Task::MultipleChoice;
            examples[i].choices = {"a", "b", "c", "d"};
            examples[i].type = i % 2 == 0 ? "answer" : "reason";
            examples[i].truth.label = 2;
            examples[i].truth.together = "record " + std::to_string(i / 2);
        }
        MemoryReviewStore store(examples);
        const std::string third = answering({{"a", .1}, {"b", .1}, {"c", .7}, {"d", .1}});
        const std::string fourth = answering({{"a", .3}, {"b", .1}, {"c", .1}, {"d", .5}});
        store.predict(third);
        store.predict(fourth);
        store.predict(third);
        store.predict(third);
        store.add(act(1, DecisionKind::Correct, "ann", R"({"label":3})"));
        const ReviewMetrics metrics = reviewMetricsOf(store, {0, 1});
        compareNear(valueOf(metrics.before.figures, "Q -> A"), 1);
        compareNear(valueOf(metrics.before.figures, "QA -> R"), .5);
        compareNear(valueOf(metrics.before.figures, "Q -> AR"), .5);
        compareNear(valueOf(metrics.after.figures, "QA -> R"), 1);
        compareNear(valueOf(metrics.after.figures, "Q -> AR"), 1);
    }

    void phrasesAreFoundAmongTheFirstRegions()
    {
        Example caption;
        caption.id = caption.group = "1";
        caption.task = Task::RegionToPhrase;
        caption.text = "a cat, a dog, it";
        caption.truth.phraseBoxes = {{{0, 0, 20, 20}}, {{80, 80, 100, 100}}, {}};
        caption.truth.phraseTypes = {"animals", "animals", "other"};
        caption.truth.width = caption.truth.height = 100;
        PredictedResult result;
        result.width = result.height = 50; // looked at in half the size
        result.phrases = {{{{20, 20, 30, 30}, {0, 0, 10, 10}}, {.6, .4}, 0, true},
                          {{{0, 0, 10, 10}}, {1}, 0, true}, // another region fits, behind the ten
                          {{{0, 0, 10, 10}}, {1}, -1, false}};
        MemoryReviewStore store({caption});
        store.predict(recordOf(result));
        ReviewMetrics metrics = reviewMetricsOf(store, {0, 1});
        const auto recalls = [](const MetricReport& report) {
            std::vector<double> values;
            for (const Figure& figure : report.figures)
                values.push_back(figure.value);
            return values;
        };
        QCOMPARE(recalls(metrics.before), (std::vector<double>{0, .5, .5, 1})); // at 1, 5 and 10, and the bound
        QCOMPARE(metrics.before.figures.at(0).count, std::size_t(2));
        store.add(
            act(0, DecisionKind::Correct, "ann", R"({"phrase_boxes":[[[40,40,60,60]],[[30,0,50,20]],[[0,0,20,20]]]})"));
        metrics = reviewMetricsOf(store, {0, 1});
        // What fitted the old boxes says nothing of the new ones.
        QCOMPARE(recalls(metrics.after), (std::vector<double>{2. / 3, 2. / 3, 2. / 3, 2. / 3}));
        QCOMPARE(recalls(metrics.before), (std::vector<double>{0, .5, .5, 1}));
    }

    void boxesAreMeasuredAsCocoDoes()
    {
        Example picture;
        picture.id = picture.group = "1";
        picture.truth.boxes = {{{0, 0, 40, 40}, "cat", 0}, {{50, 50, 90, 90}, "dog", 1}};
        PredictedResult result;
        for (const LabelledBox& box : picture.truth.boxes) {
            result.regions.emplace_back();
            result.regions.back().box = box.box;
            result.regions.back().label = "cat";
            result.regions.back().score = box.label == "cat" ? .9f : .8f;
        }
        result.width = result.height = 100;
        MemoryReviewStore store({picture});
        store.predict(recordOf(result));
        store.add(act(0, DecisionKind::Correct, "ann",
                      R"({"boxes":[{"box":[0,0,40,40],"label":"cat"},{"box":[50,50,90,90],"label":"cat"}]})"));
        const ReviewMetrics metrics = reviewMetricsOf(store, {0, 1});
        compareNear(valueOf(metrics.before.figures, "AP"), .5); // of a cat and of no dog
        compareNear(valueOf(metrics.after.figures, "AP"), 1);
        compareNear(valueOf(metrics.after.figures, "AR_1"), .5);
    }

    void withoutAModelThereAreNone()
    {
        MemoryReviewStore store({question("0", "", people(10, "red"))});
        QVERIFY_THROWS_EXCEPTION(Error, reviewMetricsOf(store, {0, 1}));
        store.predict("");
        QVERIFY_THROWS_EXCEPTION(Error, reviewMetricsOf(store, {0, 1}));
    }

    void ratingsAreTheLastDecisions()
    {
        Decision undone = act(0, DecisionKind::Reject, "bob");
        undone.undone = true;
        std::vector<Decision> acts{act(0, DecisionKind::Accept, "ann"),
                                   act(0, DecisionKind::Unsure, "bob"),
                                   undone,
                                   act(3, DecisionKind::Reject, "ann"),
                                   act(3, DecisionKind::Correct, "ann", "X"),
                                   act(5, DecisionKind::Flag, "ann"),
                                   act(7, DecisionKind::Correct, "bob", "Y"),
                                   act(7, DecisionKind::Reject, "bob")};
        const ReviewerRatings ratings = ratingsOf(acts);
        QCOMPARE(ratings.reviewers, (std::vector<std::string>{"ann", "bob"}));
        const Ratings expected{{"accepted", "accepted X", std::nullopt}, {"unsure", std::nullopt, "rejected"}};
        QVERIFY(ratings.ratings == expected);
        QVERIFY(ratingsOf({}).reviewers.empty());
    }
};

VBS_TEST_MAIN(ReviewMetricsTest)
#include "review_metrics_test.moc"
