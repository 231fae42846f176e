#include "core/base/json.h"
#include "core/base/random.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/phrase_metrics.h"
#include "tests/core/metrics/figures.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <algorithm>
#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace {

/// On a grid of whole pixels, counted one by one.
bool fitsByPixels(const PhraseBox& a, const PhraseBox& b)
{
    int both = 0, any = 0;
    for (int x = 0; x < 24; ++x)
        for (int y = 0; y < 24; ++y) {
            const auto holds = [&](const PhraseBox& box) {
                return x >= box.x1 && x < box.x2 && y >= box.y1 && y < box.y2;
            };
            both += holds(a) && holds(b);
            any += holds(a) || holds(b);
        }
    return 2 * both >= any && both > 0;
}

PhraseBox chanceBox(Rng& rng)
{
    const double x = double(rng.below(16)), y = double(rng.below(16));
    return {x, y, x + double(rng.below(9)), y + double(rng.below(9))};
}

} // namespace

class PhraseMetricsTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void equalTheirDefinition()
    {
        const Json expected = readJsonFile(dataFile("metrics/phrases/expected.json"));
        const MetricReport report = phraseFileReport(dataFile("metrics/phrases/items.json"), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "recall@1").count, expected.at("phrases").get<std::size_t>());
        for (const char* name : {"recall@1", "recall@5", "recall@10"})
            QCOMPARE(figureOf(report.figures, name).value, expected.at(name).get<double>());
        QCOMPARE(figureOf(report.figures, "upper bound").value, expected.at("upper_bound").get<double>());
        for (const auto& [type, value] : expected.at("recall@1_by_type").items())
            QCOMPARE(figureOf(sliceOf(report, "recall@1 by type"), type).value, value.get<double>());
    }

    void chancePhrasesEqualASecondComputation()
    {
        Rng rng(11);
        PhraseMetrics metrics;
        std::array<double, 4> found{}; // within 1, 5, 10 and any
        double count = 0;
        for (int i = 0; i < 400; ++i) {
            PhraseMeasured phrase{"p" + std::to_string(i / 4), "things", {}, {}, {}};
            for (std::size_t region = rng.below(16); region > 0; --region) {
                phrase.regions.push_back(chanceBox(rng));
                phrase.scores.push_back(double(rng.below(5)));
            }
            for (std::size_t gold = rng.below(3); gold > 0; --gold)
                phrase.gold.push_back(chanceBox(rng));
            metrics.add(phrase);
            if (phrase.gold.empty())
                continue;
            ++count;
            int least = 1000; // the rank of the best region that fits: how many go before it
            for (std::size_t region = 0; region < phrase.regions.size(); ++region) {
                int before = 0;
                for (std::size_t other = 0; other < phrase.regions.size(); ++other)
                    before += phrase.scores[other] > phrase.scores[region] ||
                              (phrase.scores[other] == phrase.scores[region] && other < region);
                if (std::ranges::any_of(
                        phrase.gold, [&](const PhraseBox& box) { return fitsByPixels(phrase.regions[region], box); }))
                    least = std::min(least, before);
            }
            const std::array<int, 4> bounds{1, 5, 10, 1000};
            for (std::size_t k = 0; k < 4; ++k)
                found[k] += least < bounds[k];
        }
        const MetricReport report = metrics.report({100, 1});
        const std::array<const char*, 4> names{"recall@1", "recall@5", "recall@10", "upper bound"};
        for (std::size_t k = 0; k < 4; ++k) {
            const Figure& figure = figureOf(report.figures, names[k]);
            QCOMPARE(figure.value, found[k] / count);
            QVERIFY(figure.interval && figure.interval->low <= figure.value && figure.value <= figure.interval->high);
        }
    }

    void halfAnOverlapIsEnough_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("found");
        QTest::newRow("exactly half") << 5. << 1.;
        QTest::newRow("a little less") << 4.999999999 << 0.;
        QTest::newRow("nothing") << 0. << 0.;
    }
    void halfAnOverlapIsEnough()
    {
        QFETCH(double, width);
        QFETCH(double, found);
        PhraseMetrics metrics;
        metrics.add({"p", "", {{0, 0, width, 10}}, {1}, {{0, 0, 10, 10}}});
        QCOMPARE(metrics.report(kNoIntervals).figures.front().value, found);
    }

    void phrasesOfAPictureAreDrawnTogether()
    {
        const std::string hit = R"({"boxes":[[0,0,2,2]],"scores":[1],"gold":[[0,0,2,2]],"type":"a","picture":7})",
                          miss = R"({"boxes":[[5,5,6,6]],"scores":[1],"gold":[[0,0,2,2]],"type":"a","picture":7})";
        const MetricReport one = phraseFileReport(write("i.json", "[" + hit + "," + miss + "]"), {50, 1});
        QCOMPARE(one.figures.front().value, .5);
        QVERIFY(!one.figures.front().interval); // one picture
    }
};

VBS_TEST_MAIN(PhraseMetricsTest)
#include "phrase_metrics_test.moc"
