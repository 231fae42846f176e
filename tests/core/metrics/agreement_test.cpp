#include "core/base/json.h"
#include "core/base/random.h"
#include "core/metrics/agreement.h"
#include "core/metrics/metric_files.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace vbs;
using namespace vbs::test;

namespace {

using Labels = std::vector<std::optional<std::string>>;

/// 1 - observed / expected disagreement from every pair of values, one pair after the other.
std::optional<double> plainAlpha(const Ratings& ratings)
{
    double observed = 0, expected = 0;
    std::vector<std::string> all;
    for (std::size_t item = 0; item < ratings[0].size(); ++item) {
        std::vector<std::string> values;
        for (const Labels& rater : ratings)
            if (rater[item])
                values.push_back(*rater[item]);
        if (values.size() < 2)
            continue;
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t j = 0; j < values.size(); ++j)
                observed += i != j && values[i] != values[j] ? 1 / double(values.size() - 1) : 0;
        all.insert(all.end(), values.begin(), values.end());
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < all.size(); ++j)
            expected += i != j && all[i] != all[j];
    if (expected == 0)
        return std::nullopt;
    return 1 - observed / (expected / double(all.size() - 1));
}

/// By the table of what each of the two said.
std::optional<double> plainCohen(const Labels& one, const Labels& other, const std::vector<std::string>& labels)
{
    std::map<std::pair<std::string, std::string>, double> table;
    double items = 0, same = 0, byChance = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i] && other[i]) {
            ++table[{*one[i], *other[i]}];
            ++items;
        }
    for (const std::string& label : labels) {
        double row = 0, column = 0;
        for (const std::string& second : labels) {
            row += table[{label, second}];
            column += table[{second, label}];
        }
        same += table[{label, label}];
        byChance += row * column;
    }
    if (items == 0 || byChance == items * items)
        return std::nullopt;
    return 1 - (1 - same / items) / (1 - byChance / items / items);
}

bool near(const std::optional<double>& a, const std::optional<double>& b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-11);
}

} // namespace

class AgreementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheLibraries()
    {
        const Json expected = readJsonFile(dataFile("metrics/agreement/expected.json"));
        const Ratings ratings = readRatings(dataFile("metrics/agreement/ratings.json"));
        for (const auto& [pair, value] : expected.at("cohen_kappa").items())
            QVERIFY(near(cohenKappa(ratings.at(std::size_t(pair[0] - '0')), ratings.at(std::size_t(pair[2] - '0'))),
                         value.get<double>()));
        QVERIFY(near(fleissKappa(ratings), expected.at("fleiss_kappa").get<double>()));
        const Ratings gaps = readRatings(dataFile("metrics/agreement/ratings.json"), "raters_with_gaps");
        QVERIFY(near(krippendorffAlpha(gaps), expected.at("krippendorff_alpha_nominal_with_gaps").get<double>()));
    }

    void chanceRatingsEqualASecondComputation()
    {
        Rng rng(2);
        int undefined = 0;
        for (int run = 0; run < 300; ++run) {
            std::vector<std::string> labels{"a", "b", "c", "d"};
            labels.resize(1 + rng.below(4));
            const double gaps = rng.pick({0., .2, .6});
            Ratings ratings(2 + rng.below(3), Labels(rng.pick({1u, 2u, 5u, 30u})));
            for (Labels& rater : ratings)
                for (auto& rating : rater)
                    if (!rng.chance(gaps))
                        rating = rng.pick(labels);
            QVERIFY(near(krippendorffAlpha(ratings), plainAlpha(ratings)));
            QVERIFY(near(cohenKappa(ratings[0], ratings[1]), plainCohen(ratings[0], ratings[1], labels)));
            undefined += !krippendorffAlpha(ratings);
        }
        QVERIFY(undefined > 10 && undefined < 200);
    }

    /// Fleiss 1971's formula worked out for 3 raters and 3 items: aab, bbb, aba.
    void fleissByHand()
    {
        const Ratings ratings{{"a", "b", "a"}, {"a", "b", "b"}, {"b", "b", "a"}};
        const double observed = (1 / 3. + 1 + 1 / 3.) / 3, byChance = (4 / 9.) * (4 / 9.) + (5 / 9.) * (5 / 9.);
        QVERIFY(near(fleissKappa(ratings), (observed - byChance) / (1 - byChance)));
        Ratings more = ratings; // an item that one has not seen counts for nothing
        more[0].push_back("a");
        more[1].push_back("b");
        more[2].push_back(std::nullopt);
        QVERIFY(near(fleissKappa(more), fleissKappa(ratings)));
    }

    void mayBeUndefined()
    {
        const Labels yes{"yes", "yes"}, no{"no", "no"}, gaps{std::nullopt, std::nullopt}, mixed{"yes", "no"};
        QVERIFY(!cohenKappa(yes, yes) && !cohenKappa(yes, gaps) && !cohenKappa({}, {}) && cohenKappa(yes, no) == 0.);
        QVERIFY(cohenKappa(mixed, mixed) == 1.);
        QVERIFY(!fleissKappa({yes, yes}) && !fleissKappa({mixed}) && !fleissKappa({}) && !fleissKappa({mixed, gaps}));
        QVERIFY(fleissKappa({yes, no}) == -1.);
        QVERIFY(!krippendorffAlpha({yes, yes}) && !krippendorffAlpha({mixed, gaps}) && !krippendorffAlpha({}) &&
                !krippendorffAlpha({mixed}));
        QVERIFY(krippendorffAlpha({mixed, mixed}) == 1.);
    }
};

VBS_TEST_MAIN(AgreementTest)
#include "agreement_test.moc"
