#include "core/base/json.h"
#include "core/base/random.h"
#include "core/metrics/coco_metrics.h"
#include "core/metrics/metric_files.h"
#include "tests/core/metrics/figures.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <algorithm>
#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace {

double overlapOf(const CocoBox& a, const CocoBox& b)
{
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return 0;
    return width * height / (a.width * a.height + b.width * b.height - width * height);
}

/// AP at one overlap of one category without crowds, by the definition: walk down the ranking, give each box the free
/// truth that it overlaps most, then mean over the recalls 0, .01 … 1 of the best precision at that recall or a higher
/// one.
double plainAveragePrecision(const std::vector<CocoPicture>& pictures, std::int64_t category, double overlap)
{
    struct Ranked {
        double score;
        std::size_t picture, place;
    };
    std::vector<Ranked> ranked;
    std::size_t truths = 0;
    std::vector<std::vector<bool>> taken;
    for (std::size_t p = 0; p < pictures.size(); ++p) {
        taken.emplace_back(pictures[p].truth.size());
        truths += std::size_t(std::ranges::count(pictures[p].truth, category, &CocoTruth::category));
        for (std::size_t i = 0; i < pictures[p].found.size(); ++i)
            if (pictures[p].found[i].category == category)
                ranked.push_back({pictures[p].found[i].score, p, i});
    }
    if (truths == 0)
        return -1;
    std::ranges::stable_sort(ranked, std::greater(), &Ranked::score);
    std::vector<std::pair<double, double>> points; // recall, precision
    double right = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const auto& [score, p, place] = ranked[i];
        int best = -1;
        double most = overlap;
        for (std::size_t t = 0; t < pictures[p].truth.size(); ++t) {
            const double both = overlapOf(pictures[p].found[place].box, pictures[p].truth[t].box);
            if (pictures[p].truth[t].category == category && !taken[p][t] && both >= most) {
                most = both;
                best = int(t);
            }
        }
        if (best >= 0)
            taken[p][std::size_t(best)] = true;
        right += best >= 0;
        points.emplace_back(right / double(truths), right / double(i + 1));
    }
    double sum = 0;
    for (int r = 0; r <= 100; ++r) {
        double best = 0;
        for (const auto& [recall, precision] : points)
            if (recall >= (r == 100 ? 1 : r * .01)) // as numpy has them: 35 * .01 is a little more than .35
                best = std::max(best, precision);
        sum += best;
    }
    return sum / 101;
}

/// Boxes as large as can be told apart, found about where they are.
std::vector<CocoPicture> chancePictures(Rng& rng, std::size_t count, std::size_t categories)
{
    std::vector<CocoPicture> pictures(count);
    for (CocoPicture& picture : pictures) {
        for (std::size_t i = rng.below(6); i > 0; --i) {
            const CocoBox box{rng.uniform(0, 400), rng.uniform(0, 400), rng.uniform(5, 150), rng.uniform(5, 150)};
            picture.truth.push_back({box, box.width * box.height, std::int64_t(rng.below(categories)), false, true});
        }
        for (std::size_t i = rng.below(9); i > 0; --i) {
            CocoFound found{{rng.uniform(0, 400), rng.uniform(0, 400), rng.uniform(5, 150), rng.uniform(5, 150)},
                            std::int64_t(rng.below(categories)),
                            double(rng.below(30)) / 30};
            if (!picture.truth.empty() && rng.chance(.8)) {
                const CocoTruth& meant = picture.truth[rng.below(picture.truth.size())];
                const double off = rng.uniform(0, .2);
                found.box = {meant.box.x + off * meant.box.width, meant.box.y + off * meant.box.height, meant.box.width,
                             meant.box.height};
                found.category = rng.chance(.9) ? meant.category : found.category;
            }
            picture.found.push_back(found);
        }
    }
    return pictures;
}

std::vector<std::pair<std::int64_t, std::string>> namedCategories(std::size_t count)
{
    std::vector<std::pair<std::int64_t, std::string>> categories;
    for (std::size_t i = 0; i < count; ++i)
        categories.emplace_back(std::int64_t(i), "c" + std::to_string(i));
    return categories;
}

} // namespace

class CocoMetricsTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void equalsCocoEval()
    {
        const Json expected = readJsonFile(dataFile("metrics/detection/expected.json"));
        const MetricReport report = cocoFilesReport(dataFile("metrics/detection/annotations.json"),
                                                    dataFile("metrics/detection/detections.json"), kNoIntervals);
        for (const char* name : cocoFigureNames()) {
            const double value = figureOf(report.figures, name).value;
            QVERIFY2(value == expected.at(name).get<double>(),
                     qPrintable(QString("%1: %2").arg(name).arg(value, 0, 'g', 17)));
        }
    }

    void equalsCocoEvalOnNastySets_data()
    {
        QTest::addColumn<int>("number");
        const Json sets = readJsonFile(dataFile("metrics/detection/nasty.json"));
        for (std::size_t i = 0; i < sets.size(); ++i)
            QTest::newRow(sets[i].at("kind").get<std::string>().c_str()) << int(i);
    }
    void equalsCocoEvalOnNastySets()
    {
        QFETCH(int, number);
        const Json set = readJsonFile(dataFile("metrics/detection/nasty.json")).at(std::size_t(number));
        const MetricReport report = cocoFilesReport(write("g.json", set.at("dataset").dump()),
                                                    write("d.json", set.at("results").dump()), kNoIntervals);
        for (const char* name : cocoFigureNames()) {
            const double value = figureOf(report.figures, name).value;
            QVERIFY2(value == set.at("expected").at(name).get<double>(),
                     qPrintable(QString("%1: %2").arg(name).arg(value, 0, 'g', 17)));
        }
        const std::string kind = set.at("kind");
        QCOMPARE(report.remarks.size(), std::size_t(kind == "id 0" || kind == "unknown categories"));
    }

    void chanceBoxesEqualASecondComputation()
    {
        Rng rng(5);
        for (int run = 0; run < 60; ++run) {
            const std::size_t categories = 1 + rng.below(3);
            const std::vector<CocoPicture> pictures = chancePictures(rng, 1 + rng.below(8), categories);
            double sum50 = 0, sum75 = 0, count = 0;
            for (std::size_t c = 0; c < categories; ++c) {
                const double ap50 = plainAveragePrecision(pictures, std::int64_t(c), .5);
                sum50 += std::max(0., ap50);
                sum75 += std::max(0., plainAveragePrecision(pictures, std::int64_t(c), .75));
                count += ap50 >= 0;
            }
            const MetricReport report = cocoReport(pictures, namedCategories(categories), kNoIntervals);
            const double ap50 = figureOf(report.figures, "AP50").value, ap75 = figureOf(report.figures, "AP75").value;
            QVERIFY(std::abs(ap50 - (count == 0 ? -1 : sum50 / count)) < 1e-12);
            QVERIFY(std::abs(ap75 - (count == 0 ? -1 : sum75 / count)) < 1e-12);
        }
    }

    void textsMayBeIds()
    {
        Json set = readJsonFile(dataFile("metrics/detection/nasty.json")).at(0);
        const auto asText = [](Json& records, const char* key) {
            for (Json& record : records)
                record[key] = "n" + record[key].dump();
        };
        for (Json* records : {&set["dataset"]["annotations"], &set["results"]})
            for (const char* key : {"image_id", "category_id"})
                asText(*records, key);
        asText(set["dataset"]["images"], "id");
        asText(set["dataset"]["categories"], "id");
        const MetricReport report = cocoFilesReport(write("g.json", set["dataset"].dump()),
                                                    write("d.json", set["results"].dump()), kNoIntervals);
        // The order of pictures and categories is another, so that the last digits may be, too.
        for (const char* name : cocoFigureNames())
            QVERIFY(std::abs(figureOf(report.figures, name).value - set["expected"][name].get<double>()) < 1e-12);
    }

    void whatIsFoundExactlyIsWorthOne()
    {
        Rng rng(6);
        std::vector<CocoPicture> pictures = chancePictures(rng, 20, 3);
        for (CocoPicture& picture : pictures) {
            picture.found.clear();
            for (const CocoTruth& truth : picture.truth)
                picture.found.push_back({truth.box, truth.category, rng.uniform()});
        }
        const MetricReport report = cocoReport(pictures, namedCategories(3), {50, 1});
        for (const char* name : {"AP", "AP50", "AP75", "AR_100"}) {
            const Figure& figure = figureOf(report.figures, name);
            QVERIFY(std::abs(figure.value - 1) < 1e-12 && figure.interval);
            QVERIFY(figure.interval->low > 1 - 1e-12);
        }
    }

    void intervalsHoldTheirValue()
    {
        Rng rng(7);
        const std::vector<CocoPicture> pictures = chancePictures(rng, 60, 3);
        const MetricReport report = cocoReport(pictures, namedCategories(3), {300, 4});
        QCOMPARE(report.resamples, 300);
        for (const Figure& figure : report.figures) {
            QVERIFY2(figure.interval, figure.name.c_str());
            QVERIFY2(figure.interval->low <= figure.value && figure.value <= figure.interval->high,
                     figure.name.c_str());
            QVERIFY2(figure.interval->high - figure.interval->low < .6, figure.name.c_str());
        }
        const MetricReport again = cocoReport(pictures, namedCategories(3), {300, 4}),
                           other = cocoReport(pictures, namedCategories(3), {300, 5});
        QVERIFY(report.figures[0].interval == again.figures[0].interval);
        QVERIFY(report.figures[0].interval != other.figures[0].interval);
    }

    void categoriesHaveTheirOwn()
    {
        Rng rng(9);
        const std::vector<CocoPicture> pictures = chancePictures(rng, 30, 2);
        const MetricReport report = cocoReport(pictures, namedCategories(3), kNoIntervals);
        const std::vector<Figure>& slice = sliceOf(report, "AP by category");
        QCOMPARE(slice.size(), std::size_t(3));
        QVERIFY(std::abs((slice[0].value + slice[1].value) / 2 - report.figures[0].value) < 1e-12);
        QCOMPARE(slice[2].value, -1.); // nothing of it
        QCOMPARE(slice[2].count, std::size_t(0));
    }
};

VBS_TEST_MAIN(CocoMetricsTest)
#include "coco_metrics_test.moc"
