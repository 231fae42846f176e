#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/splitmix.h"
#include "core/review/review_index.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <functional>
#include <limits>

using namespace vbs;
using namespace vbs::test;

namespace {

using Numbers = std::vector<std::uint32_t>;

/// surprise, entropy, dissent, score by item; negative: not known.
ReviewSummaries fiveItems()
{
    ReviewSummaries summaries;
    summaries.types = {"a", "b"};
    summaries.items = {{0, 0, 7, false, 0, 2, .5f, 1},
                       {1, 1, 3, false, .5f, -1, -1, -1},
                       {2, 0, 7, true, -1, 3, .5f, .3f},
                       {3, 1, 3, false, .25f, 2, .9f, .5f},
                       {4, 0, 9, false, 0, 0, 0, 0}};
    return summaries;
}

ReviewSummaries manyItems(Rng& rng, std::uint32_t count)
{
    ReviewSummaries summaries;
    summaries.types = {"", "x", "y", "z"};
    const auto value = [&] { return rng.chance(.2) ? -1.f : float(rng.below(5)) / 4; };
    for (std::uint32_t i = 0; i < count; ++i)
        summaries.items.push_back({i, std::uint32_t(rng.below(4)), std::uint32_t(rng.below(50)), rng.chance(.1),
                                   value(), value(), value(), value()});
    return summaries;
}

std::vector<Decision> manyActs(Rng& rng, std::uint32_t items, int count)
{
    static const std::vector<std::string> people{"ann", "bob", "eve"}, values{"", "x", "y"};
    std::vector<Decision> acts;
    for (int i = 0; i < count; ++i) {
        Decision decision = act(std::uint32_t(rng.below(items)), DecisionKind(rng.below(9)), people[rng.below(3)],
                                values[rng.below(3)]);
        decision.id = i + 1;
        decision.undone = rng.chance(.2);
        decision.adjudicates = rng.chance(.1);
        acts.push_back(decision);
    }
    return acts;
}

ReviewFilter randomFilter(Rng& rng)
{
    ReviewFilter filter;
    const auto maybe = [&](std::optional<bool>& flag) {
        if (rng.chance(.2))
            flag = rng.chance(.5);
    };
    for (std::optional<bool>* flag : {&filter.decided, &filter.corrected, &filter.flagged, &filter.commented,
                                      &filter.modelRight, &filter.peopleDisagree, &filter.conflict, &filter.faulty})
        maybe(*flag);
    if (rng.chance(.2))
        filter.verdict = Verdict(rng.below(4));
    if (rng.chance(.2))
        filter.reviewer = "bob";
    if (rng.chance(.2))
        filter.tag = "x";
    if (rng.chance(.3))
        filter.type = rng.chance(.2) ? "none" : "y";
    return filter;
}

/// The filter's meaning, written down once more.
bool meets(const ReviewIndex& index, std::uint32_t number, const ReviewFilter& filter)
{
    const Standing& standing = index.standing(number);
    const ItemSummary& item = index.summary(number);
    bool meets = true;
    if (filter.decided)
        meets = meets && *filter.decided == (standing.verdict != Verdict::Undecided);
    if (filter.verdict)
        meets = meets && standing.verdict == *filter.verdict;
    if (filter.corrected)
        meets = meets && *filter.corrected != standing.correction.empty();
    if (filter.flagged)
        meets = meets && *filter.flagged == standing.flagged;
    if (filter.commented)
        meets = meets && *filter.commented == (standing.comments != 0);
    if (filter.modelRight)
        meets = meets && (*filter.modelRight ? item.score >= .5 : item.score >= 0 && item.score < .5);
    if (filter.peopleDisagree)
        meets = meets && *filter.peopleDisagree == (item.dissent > 0);
    if (filter.conflict)
        meets = meets && *filter.conflict == standing.conflict;
    if (filter.faulty)
        meets = meets && *filter.faulty == item.hasFault;
    if (!filter.reviewer.empty())
        meets = meets && std::count(standing.reviewers.begin(), standing.reviewers.end(), filter.reviewer) == 1;
    if (!filter.tag.empty())
        meets = meets && standing.tags.count(filter.tag) == 1;
    if (filter.type)
        meets = meets && index.typeOf(number) == *filter.type;
    return meets;
}

} // namespace

class ReviewIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersItems_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<QList<uint>>("numbers");
        const auto row = [](QueueOrder order, const QList<uint>& numbers) {
            QTest::newRow(std::string(nameOf(order)).c_str()) << int(order) << numbers;
        };
        row(QueueOrder::DataSet, {0, 1, 2, 3, 4});
        row(QueueOrder::MostSurprising, {2, 0, 3, 4, 1});
        row(QueueOrder::LeastCertain, {3, 0, 2, 4, 1});
        row(QueueOrder::PeopleDisagree, {1, 3, 0, 4, 2});
        row(QueueOrder::ByPicture, {1, 3, 0, 2, 4});
    }
    void ordersItems()
    {
        QFETCH(int, order);
        QFETCH(QList<uint>, numbers);
        const ReviewIndex index(fiveItems(), {}, 1);
        QCOMPARE(index.queue(QueueOrder(order), 1, {}), Numbers(numbers.begin(), numbers.end()));
        QVERIFY(queueOrderNamed(nameOf(QueueOrder(order))) == QueueOrder(order));
    }

    void shufflesBySeed()
    {
        Rng rng(1);
        const ReviewIndex index(manyItems(rng, 500), {}, 1);
        const Numbers one = index.queue(QueueOrder::Random, 1, {});
        QCOMPARE(one, index.queue(QueueOrder::Random, 1, {}));
        QVERIFY(one != index.queue(QueueOrder::Random, 2, {}));
        // A filter takes items out and leaves the order of the others.
        ReviewFilter filter;
        filter.type = "x";
        Numbers kept = one;
        std::erase_if(kept, [&](std::uint32_t number) { return index.typeOf(number) != "x"; });
        QCOMPARE(index.queue(QueueOrder::Random, 1, filter), kept);
        Numbers sorted = one;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted, index.queue(QueueOrder::DataSet, 1, {}));
        QVERIFY(sorted != one);
    }

    void filtersMeanWhatTheySay()
    {
        Rng rng(2);
        const ReviewSummaries items = manyItems(rng, 400);
        const ReviewIndex index(items, manyActs(rng, 400, 3000), 2);
        std::size_t hits = 0;
        for (int i = 0; i < 500; ++i) {
            const ReviewFilter filter = randomFilter(rng);
            Numbers expected;
            for (std::uint32_t number = 0; number < 400; ++number)
                if (meets(index, number, filter))
                    expected.push_back(number);
            QCOMPARE(index.queue(QueueOrder::DataSet, 1, filter), expected);
            QCOMPARE(index.count(filter), expected.size());
            Numbers found; // as if a search had found every third
            for (std::uint32_t number = 0; number < 400; number += 3)
                found.push_back(number);
            std::erase_if(expected, [](std::uint32_t number) { return number % 3 != 0; });
            QCOMPARE(index.queue(QueueOrder::DataSet, 1, filter, &found), expected);
            hits += expected.size();
        }
        QVERIFY(hits > 1000);
    }

    void countsAreThoseOfTheFilters_data()
    {
        QTest::addColumn<int>("wanted");
        for (const int wanted : {1, 2, 3})
            QTest::addRow("%d", wanted) << wanted;
    }
    void countsAreThoseOfTheFilters()
    {
        QFETCH(int, wanted);
        Rng rng(3);
        const ReviewIndex index(manyItems(rng, 400), manyActs(rng, 400, 2000), wanted);
        const ReviewCounts counts = index.counts();
        const auto with = [&](const std::function<void(ReviewFilter&)>& set) {
            ReviewFilter filter;
            set(filter);
            return index.count(filter);
        };
        QCOMPARE(counts.total, std::size_t(400));
        QCOMPARE(counts.undecided, with([](auto& f) { f.decided = false; }));
        QCOMPARE(counts.accepted, with([](auto& f) { f.verdict = Verdict::Accepted; }));
        QCOMPARE(counts.rejected, with([](auto& f) { f.verdict = Verdict::Rejected; }));
        QCOMPARE(counts.unsure, with([](auto& f) { f.verdict = Verdict::Unsure; }));
        QCOMPARE(counts.corrected, with([](auto& f) { f.corrected = true; }));
        QCOMPARE(counts.flagged, with([](auto& f) { f.flagged = true; }));
        QCOMPARE(counts.commented, with([](auto& f) { f.commented = true; }));
        QCOMPARE(counts.conflict, with([](auto& f) { f.conflict = true; }));
        QCOMPARE(counts.faulty, with([](auto& f) { f.faulty = true; }));
        QCOMPARE(counts.modelRight, with([](auto& f) { f.modelRight = true; }));
        QCOMPARE(counts.modelWrong, with([](auto& f) { f.modelRight = false; }));
        QCOMPARE(counts.peopleDisagree, with([](auto& f) { f.peopleDisagree = true; }));
        QCOMPARE(counts.types.at("y"), with([](auto& f) { f.type = "y"; }));
        QCOMPARE(counts.tags.at("x"), with([](auto& f) { f.tag = "x"; }));
        QCOMPARE(counts.reviewers.at("bob"), with([](auto& f) { f.reviewer = "bob"; }));
        QVERIFY(counts.corrected > 0 && (counts.conflict > 0) == (wanted > 1));
    }

    /// Acts as they come in, undone and redone, lead to the same as reading all of them at once.
    void followsEachAct()
    {
        Rng rng(4);
        const ReviewSummaries items = manyItems(rng, 40);
        ReviewIndex index(items, {}, 2);
        std::vector<Decision> acts = manyActs(rng, 40, 600);
        for (Decision& decision : acts) {
            const bool undone = decision.undone;
            decision.undone = false;
            index.apply(decision);
            if (undone) {
                decision.undone = true;
                index.apply(decision);
            }
        }
        const ReviewIndex whole(items, acts, 2);
        for (std::uint32_t i = 0; i < 40; ++i)
            QCOMPARE(index.standing(i), whole.standing(i));
        QCOMPARE(index.counts(), whole.counts());
        // With all undone, nothing is left of them.
        for (Decision& decision : acts) {
            decision.undone = true;
            index.apply(decision);
        }
        QCOMPARE(index.counts(), ReviewIndex(items, {}, 2).counts());
    }

    void stepsThroughAQueue_data()
    {
        QTest::addColumn<uint>("from");
        QTest::addColumn<bool>("backwards");
        QTest::addColumn<bool>("undecidedOnly");
        QTest::addColumn<QString>("reviewer");
        QTest::addColumn<int>("to");
        const auto row = [](const char* name, uint from, bool backwards, bool undecidedOnly, int to,
                            const char* reviewer = "") {
            QTest::newRow(name) << from << backwards << undecidedOnly << reviewer << to;
        };
        // The queue is 3 1 0 4; 1 is decided, of 0 ann has decided, and another is wanted.
        row("next", 3, false, false, 1);
        row("previous", 4, true, false, 0);
        row("the end", 4, false, false, -1);
        row("the beginning", 3, true, false, -1);
        row("from elsewhere", 2, false, false, 3);
        row("back from elsewhere", 2, true, false, 4);
        row("next undecided", 3, false, true, 0);
        row("next that ann has not decided", 3, false, true, 4, "ann");
        row("bob has not decided anything", 3, false, true, 0, "bob");
        row("a stranger", 3, false, true, 0, "eve");
        row("on at the beginning", 4, false, true, 3);
        row("on at the end", 3, true, true, 4);
        row("undecided from elsewhere", 2, true, true, 4);
    }
    void stepsThroughAQueue()
    {
        QFETCH(uint, from);
        QFETCH(bool, backwards);
        QFETCH(bool, undecidedOnly);
        QFETCH(QString, reviewer);
        QFETCH(int, to);
        std::vector<Decision> acts{act(1, DecisionKind::Accept, "ann"), act(1, DecisionKind::Accept, "bob"),
                                   act(0, DecisionKind::Reject, "ann"), act(3, DecisionKind::Flag, "bob")};
        for (std::size_t i = 0; i < acts.size(); ++i)
            acts[i].id = std::int64_t(i) + 1;
        const ReviewIndex index(fiveItems(), acts, 2);
        const auto next = index.step(from, Numbers{3, 1, 0, 4}, {backwards, undecidedOnly, reviewer.toStdString()});
        QCOMPARE(next ? int(*next) : -1, to);
    }

    void listsWhatIsUndecided()
    {
        std::vector<Decision> acts{act(1, DecisionKind::Accept, "ann"), act(1, DecisionKind::Accept, "bob"),
                                   act(0, DecisionKind::Reject, "ann")};
        for (std::size_t i = 0; i < acts.size(); ++i)
            acts[i].id = std::int64_t(i) + 1;
        const ReviewIndex index(fiveItems(), acts, 2);
        const Numbers queue{3, 1, 0, 4};
        QCOMPARE(index.undecided(queue, "", 9), (Numbers{3, 0, 4}));
        QCOMPARE(index.undecided(queue, "ann", 9), (Numbers{3, 4}));
        QCOMPARE(index.undecided(queue, "bob", 2), (Numbers{3, 0}));
        QVERIFY(index.undecided({}, "bob", 2).empty());
    }

    void stepsEnd()
    {
        ReviewIndex index(fiveItems(), {}, 1);
        QVERIFY(!index.step(0, {}) && !index.step(0, {}, {true, true}));
        QVERIFY2(!index.step(2, Numbers{2}, {false, true}), "It leads nowhere but to itself.");
        Decision decision = act(3, DecisionKind::Accept);
        index.apply(decision);
        QVERIFY(!index.step(2, Numbers{2, 3}, {false, true}));
        decision.undone = true;
        index.apply(decision);
        QVERIFY(index.step(2, Numbers{2, 3}, {false, true}) == 3u);
    }

    void takesPredictionsIn()
    {
        ReviewIndex index(fiveItems(), {}, 1);
        QCOMPARE(index.counts().predicted, std::size_t(4));
        index.setPrediction({1, "", 9, 1, 0, "", ""});
        QCOMPARE(index.queue(QueueOrder::MostSurprising, 1, {}).front(), 1u);
        QCOMPARE(index.counts().predicted, std::size_t(5));
        QVERIFY_THROWS_EXCEPTION(Error, index.apply(act(5, DecisionKind::Accept)));
        QVERIFY_THROWS_EXCEPTION(Error, (ReviewIndex(fiveItems(), {act(5, DecisionKind::Accept)}, 1)));
    }

    /// Whatever is negative, and what is no number, is not known: last, in data set order.
    void whatIsNotKnownComesLast()
    {
        ReviewIndex index(fiveItems(), {}, 1);
        const double surprises[]{-1, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
                                 -0., -7};
        for (std::uint32_t i = 0; i < 5; ++i)
            index.setPrediction({i, "", surprises[i], -1, -1, "", ""});
        QCOMPARE(index.queue(QueueOrder::MostSurprising, 1, {}), (Numbers{2, 3, 0, 1, 4}));
        index.setPrediction({4, "", 0, -1, -1, "", ""}); // as much as -0
        QCOMPARE(index.queue(QueueOrder::MostSurprising, 1, {}), (Numbers{2, 3, 4, 0, 1}));
        QCOMPARE(index.queue(QueueOrder::LeastCertain, 1, {}), (Numbers{0, 1, 2, 3, 4}));
    }

    void ordersManyAsAStableSortDoes()
    {
        Rng rng(6);
        const ReviewIndex index(manyItems(rng, 2000), {}, 1);
        const auto sorted = [&](const std::function<double(const ItemSummary&)>& key) {
            Numbers numbers = index.queue(QueueOrder::DataSet, 1, {});
            std::ranges::stable_sort(numbers, {}, [&](std::uint32_t number) { return key(index.summary(number)); });
            return numbers;
        };
        QCOMPARE(index.queue(QueueOrder::MostSurprising, 1, {}), sorted([](auto& item) { return -item.surprise; }));
        QCOMPARE(index.queue(QueueOrder::LeastCertain, 1, {}), sorted([](auto& item) { return -item.entropy; }));
        QCOMPARE(index.queue(QueueOrder::PeopleDisagree, 1, {}), sorted([](auto& item) { return -item.dissent; }));
        QCOMPARE(index.queue(QueueOrder::ByPicture, 1, {}), sorted([](auto& item) { return double(item.group); }));
        Numbers random = index.queue(QueueOrder::DataSet, 1, {});
        std::ranges::stable_sort(random, {}, [](std::uint32_t number) { return splitMix(9, number) >> 32; });
        QCOMPARE(index.queue(QueueOrder::Random, 9, {}), random);
    }
};

VBS_TEST_MAIN(ReviewIndexTest)
#include "review_index_test.moc"
