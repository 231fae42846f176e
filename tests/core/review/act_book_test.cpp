#include "core/base/random.h"
#include "core/review/act_book.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <map>

using namespace vbs;
using namespace vbs::test;

namespace {

Decision numbered(std::int64_t id, std::uint32_t item, DecisionKind kind, const std::string& reviewer,
                  const std::string& value = {})
{
    Decision decision = act(item, kind, reviewer, value);
    decision.id = id;
    decision.time = 0; // a book keeps none
    return decision;
}

/// Ids in no order, some twice: the later one is the one that counts.
std::vector<Decision> randomActs(Rng& rng, std::uint32_t items, std::size_t count)
{
    static const std::vector<std::string> names{"ann", "bob", "x", ""};
    std::map<std::int64_t, std::uint32_t> itemOf;
    std::vector<Decision> acts;
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = std::int64_t(rng.below(count));
        const std::uint32_t item = itemOf.try_emplace(id, std::uint32_t(rng.below(items))).first->second;
        acts.push_back(numbered(id, item, DecisionKind(rng.below(8)), rng.pick(names), rng.pick(names)));
        acts.back().undone = rng.chance(.3);
        acts.back().adjudicates = rng.chance(.3);
    }
    return acts;
}

} // namespace

class ActBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void actsComeBack_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("at once") << true;
        QTest::newRow("one by one") << false;
    }
    void actsComeBack()
    {
        QFETCH(bool, atOnce);
        Rng rng(8);
        const std::vector<Decision> acts = randomActs(rng, 30, 900);
        ActBook book(30, atOnce ? acts : std::vector<Decision>());
        if (!atOnce)
            for (const Decision& decision : acts)
                book.put(decision);
        std::vector<std::map<std::int64_t, Decision>> expected(31);
        for (const Decision& decision : acts)
            expected[decision.item].insert_or_assign(decision.id, decision);
        for (std::uint32_t item = 0; item < 30; ++item) {
            std::vector<Decision> ofItem;
            for (const auto& [id, decision] : expected[item])
                ofItem.push_back(decision);
            QVERIFY(ofItem.size() > 5 && book.hasAny(item));
            QCOMPARE(book.of(item), ofItem);
        }
    }

    void commentsAreCountedOnly()
    {
        const ActBook book(2, {numbered(1, 1, DecisionKind::Comment, "ann", "a long story")});
        QVERIFY(!book.hasAny(0) && book.of(0).empty());
        QCOMPARE(book.of(1), (std::vector<Decision>{numbered(1, 1, DecisionKind::Comment, "ann")}));
        QCOMPARE(book.placeOf("a long story"), TextBook::kNone);
    }

    void saysWhoDecidedAndWhatIsTagged()
    {
        ActBook book(3, {numbered(1, 0, DecisionKind::Accept, "ann"), numbered(2, 0, DecisionKind::Flag, "bob"),
                         numbered(3, 0, DecisionKind::Tag, "bob", "ann"), numbered(4, 1, DecisionKind::Tag, "bob", "x"),
                         numbered(5, 1, DecisionKind::Untag, "ann", "x")});
        const std::uint32_t ann = book.placeOf("ann"), bob = book.placeOf("bob"), x = book.placeOf("x");
        QVERIFY(book.isDecidedBy(0, ann) && !book.isDecidedBy(0, bob) && !book.isDecidedBy(1, ann));
        QVERIFY(book.isTagged(0, ann) && !book.isTagged(0, bob)); // a tag may be called as a reviewer is
        QVERIFY(!book.isTagged(1, x) && !book.isTagged(2, x));
        Decision undone = numbered(5, 1, DecisionKind::Untag, "ann", "x");
        undone.undone = true;
        book.put(undone);
        QVERIFY(book.isTagged(1, x));
        undone = numbered(1, 0, DecisionKind::Accept, "ann");
        undone.undone = true;
        book.put(undone);
        QVERIFY(!book.isDecidedBy(0, ann));
        const std::uint32_t stranger = book.placeOf("eve");
        QCOMPARE(stranger, TextBook::kNone);
        QVERIFY(!book.isDecidedBy(0, stranger) && !book.isTagged(0, stranger));
    }
};

VBS_TEST_MAIN(ActBookTest)
#include "act_book_test.moc"
