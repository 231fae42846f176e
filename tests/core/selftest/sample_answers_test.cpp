#include "core/selftest/sample_answers.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

#include <cmath>

namespace vbs::test {

/// Answers as words, and how far two of them are apart.
class SampleAnswersTest : public QObject {
    Q_OBJECT

    static InferenceResult answering(const std::vector<Answer>& answers)
    {
        InferenceResult result;
        result.answers = answers;
        return result;
    }

    /// A whole picture, a ball at x and a hat, and which of them a phrase means.
    static InferenceResult finding(float x, const std::vector<double>& shares, bool hatFirst = false)
    {
        InferenceResult result;
        result.regions = {100, 100, {{{0, 0, 100, 100}, "whole picture", 1, "", 0, true}}};
        const Region ball{{x, 0, x + 10, 10}, "ball", 1, "red"}, hat{{50, 50, 70, 70}, "hat", 1, "blue"};
        result.regions.regions.push_back(hatFirst ? hat : ball);
        result.regions.regions.push_back(hatFirst ? ball : hat);
        result.phrases = {{{0, 8}, "the ball", shares}};
        return result;
    }

private Q_SLOTS:
    void words()
    {
        QCOMPARE(said(answering({{"red", .9}, {"blue", .1}})), std::string("red"));
        InferenceResult result;
        result.choices = {{"a hat", 1, .2}, {"a ball", 2, .8}};
        QCOMPARE(said(result), std::string("a ball"));
        QCOMPARE(said(finding(0, {.1, .2, .7})), std::string("blue hat"));
        result = {};
        result.masks = {{{0, 6}, {{"red", .9}}}, {{7, 13}, {{"house", .5}}}};
        result.match = .3;
        QCOMPARE(said(result), std::string("red, house"));
        result.masks.clear();
        QCOMPARE(said(result), std::string("it does not fit"));
        result.match = .5;
        QCOMPARE(said(result), std::string("it fits"));
        QCOMPARE(said({}), std::string());
    }

    void answersApart()
    {
        const InferenceResult first = answering({{"red", .9}, {"blue", .1}});
        QCOMPARE(largestDifference(first, first), 0.);
        QVERIFY(std::abs(largestDifference(first, answering({{"red", .7}, {"blue", .1}})) - .2) < 1e-9);
        QVERIFY(std::abs(largestDifference(first, answering({{"red", .9}, {"green", .4}})) - .4) < 1e-9);
        QVERIFY(std::isnan(largestDifference(first, answering({{"red", NAN}, {"blue", .1}}))));
        InferenceResult whole = first, other = first; // what is not listed counts, too
        const auto names = std::make_shared<const std::vector<std::string>>(std::vector<std::string>{"red", "pink"});
        whole.allAnswers = std::make_shared<const AnswerDistribution>(AnswerDistribution{names, {.75f, .25f}});
        other.allAnswers = std::make_shared<const AnswerDistribution>(AnswerDistribution{names, {.75f, 0}});
        QCOMPARE(largestDifference(whole, other), .25);
        QVERIFY(std::isinf(largestDifference(first, finding(0, {.1, .2, .7}))));
    }

    void whatIsToldBesidesApart()
    {
        InferenceResult first, second;
        first.blindAnswers = {{"red", .5}};
        second.blindAnswers = {{"red", .25}};
        QCOMPARE(largestDifference(first, second), .25);
        second = first;
        first.presences = {{{0, 3}, "it", "it", 1}};
        QVERIFY(std::isinf(largestDifference(first, second)));
        second.presences = {{{0, 3}, "it", "it", .5}};
        QCOMPARE(largestDifference(first, second), .5);
    }

    void phrasesApart_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<bool>("hatFirst");
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("difference");
        QTest::newRow("the same") << 0. << false << .8 << 0.;
        QTest::newRow("less sure") << 0. << false << .5 << .3;
        QTest::newRow("in another order") << 0. << true << .8 << 0.;
        QTest::newRow("a little beside") << 1. << false << .8 << 0.;
        QTest::newRow("elsewhere") << 20. << false << .8 << 1.;
    }
    void phrasesApart()
    {
        QFETCH(double, x);
        QFETCH(bool, hatFirst);
        QFETCH(double, share);
        QFETCH(double, difference);
        const std::vector<double> shares =
            hatFirst ? std::vector<double>{0, 1 - share, share} : std::vector<double>{0, share, 1 - share};
        const double apart = largestDifference(finding(0, {0, .8, .2}), finding(float(x), shares, hatFirst));
        QVERIFY2(std::abs(apart - difference) < 1e-9, qPrintable(QString::number(apart)));
    }

    void explanationsApart()
    {
        Explanation first, second;
        first.tokens = {.5, .1};
        first.regions = {.3};
        first.rightRegions = {.1};
        second = first;
        QCOMPARE(largestDifference(first, second), 0.);
        second.rightRegions = {.3};
        QVERIFY(std::abs(largestDifference(first, second) - .2) < 1e-9);
        second.regions = {NAN};
        QVERIFY(std::isnan(largestDifference(first, second)));
        second.regions.clear();
        QVERIFY(std::isinf(largestDifference(first, second)));
    }

    void questionsOfAPack()
    {
        PackInfo pack;
        const std::filesystem::path samples = std::filesystem::path(sourceFolder()) / "models/picture-book/samples";
        pack.examples = {{Task::VisualQuestionAnswering, samples / "toys.png", {}, "What?", {}},
                         {Task::VisualQuestionAnswering, samples / "toys.png", {}, "Where?", {}},
                         {Task::VisualReasoning, samples / "toys.png", samples / "boats.png", "Both.", {}},
                         {Task::RegionToPhrase, samples / "boats.png", {}, "[The boat] is red.", {}}};
        const std::vector<InferenceRequest> all = sampleQuestions(pack, false), few = sampleQuestions(pack, true);
        QCOMPARE(all.size(), std::size_t(4));
        QCOMPARE(few.size(), std::size_t(3));
        QCOMPARE(all[1].text, std::string("Where?"));
        QCOMPARE(all[0].image, all[1].image); // read once
        QVERIFY(all[2].rightImage && all[2].rightImage != all[2].image);
        QCOMPARE(all[3].text, std::string("The boat is red."));
        QCOMPARE(all[3].phrases, (std::vector<TextSpan>{{0, 8}}));
        pack.phraseSources = {PhraseSource::Head, PhraseSource::Hiding};
        const std::vector<InferenceRequest> hiding = sampleQuestions(pack, false);
        QCOMPARE(hiding.size(), std::size_t(5));
        QVERIFY(hiding[4].phraseSource == PhraseSource::Hiding && hiding[4].phrases == all[3].phrases);
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::SampleAnswersTest)
#include "sample_answers_test.moc"
