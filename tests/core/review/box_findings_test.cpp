#include "core/review/box_findings.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace vbs;

namespace {

Region seen(Box box, const std::string& label, float score, bool whole = false)
{
    Region region;
    region.box = box;
    region.label = label;
    region.score = score;
    region.wholeImage = whole;
    return region;
}

const std::set<std::string> kKnown{"cat", "dog"};
const Box kSquare{0, 0, 10, 10};
const Box kHalf{0, 0, 10, 5};      // IoU with kSquare: 50 / 100
const Box kTwoFifths{0, 0, 10, 4}; // 40 / 100
const Box kQuarter{0, 0, 5, 5};    // 25 / 100
const Box kTight{0, 0, 10, 7.5f};  // 75 / 100
const Box kElsewhere{50, 50, 60, 60};

struct Case {
    const char* name;
    std::vector<LabelledBox> boxes;
    std::vector<Region> regions;
    std::vector<BoxFinding> expected;
};

const std::vector<Case>& cases()
{
    using enum BoxFindingKind;
    const LabelledBox cat{kSquare, "cat", 0};
    static const std::vector<Case> all{
        {"nothing", {}, {}, {}},
        {"as annotated", {cat}, {seen(kSquare, "cat", .9f)}, {}},
        {"missed", {}, {seen(kSquare, "cat", .5f)}, {{Missed, 0, -1, .5}}},
        {"not sure enough", {}, {seen(kSquare, "cat", .49f)}, {}},
        {"whole picture", {}, {seen(kSquare, "cat", 1, true)}, {}},
        {"spurious", {cat}, {}, {{Spurious, -1, 0, .8}}},
        {"hardly seen", {cat}, {seen(kSquare, "cat", .19f)}, {{Spurious, -1, 0, .8}}},
        {"hardly seen under another name", {cat}, {seen(kSquare, "dog", .1f)}, {{Spurious, -1, 0, .8}}},
        {"seen a little", {cat}, {seen(kTwoFifths, "dog", .25f)}, {}},
        {"whole picture shows no box", {cat}, {seen(kSquare, "cat", 1, true)}, {{Spurious, -1, 0, .8}}},
        {"label differs", {cat}, {seen(kSquare, "dog", .75f)}, {{LabelDiffers, 0, 0, .75}}},
        {"a name that it has not", {{kSquare, "emu", 0}}, {seen(kSquare, "dog", .75f)}, {}},
        {"loose", {cat}, {seen(kHalf, "cat", .75f)}, {{Loose, 0, 0, .5}}},
        {"fits", {cat}, {seen(kTight, "cat", .75f)}, {}},
        {"very loose", {cat}, {seen(kTwoFifths, "cat", .75f)}, {{Loose, 0, 0, .6}}},
        {"very loose, not sure", {cat}, {seen(kTwoFifths, "cat", .25f)}, {}},
        {"beside another thing", {cat}, {seen(kTwoFifths, "dog", .75f)}, {{Missed, 0, -1, .75}}},
        {"too far to be the same", {cat}, {seen(kQuarter, "cat", .75f)}, {{Spurious, -1, 0, .8}, {Missed, 0, -1, .75}}},
        {"seen twice", {cat}, {seen(kSquare, "cat", .75f), seen(kTwoFifths, "cat", .75f)}, {}},
        {"a doubtful region keeps no sure one away", {cat}, {seen(kSquare, "dog", .1f), seen(kTight, "cat", .75f)}, {}},
        {"the closer of two is the pair", {cat}, {seen(kHalf, "dog", .75f), seen(kTight, "cat", .5f)}, {}},
        {"each is paired once", {cat, {kTight, "dog", 1}}, {seen(kSquare, "cat", .75f)}, {}},
        {"the weightiest first",
         {cat},
         {seen(kHalf, "cat", .75f), seen(kElsewhere, "dog", .625f)},
         {{Missed, 1, -1, .625}, {Loose, 0, 0, .5}}}};
    return all;
}

} // namespace

class BoxFindingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differencesAreFound_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << int(i);
    }
    void differencesAreFound()
    {
        QFETCH(int, row);
        const Case& now = cases()[std::size_t(row)];
        const std::vector<BoxFinding> findings = findingsOf(now.boxes, now.regions, kKnown);
        QCOMPARE(findings.size(), now.expected.size());
        for (std::size_t i = 0; i < findings.size(); ++i) {
            QCOMPARE(findings[i].kind, now.expected[i].kind);
            QCOMPARE(findings[i].region, now.expected[i].region);
            QCOMPARE(findings[i].box, now.expected[i].box);
            QVERIFY(std::abs(findings[i].weight - now.expected[i].weight) < 1e-6);
        }
    }

    void nothingIsSaidOfNamesWhileNoneAreKnown()
    {
        QVERIFY(findingsOf({{kSquare, "cat", 0}}, {seen(kSquare, "dog", .75f)}, {}).empty());
    }

    void findingsAreSaidInWords()
    {
        using enum BoxFindingKind;
        const std::vector<LabelledBox> boxes{{kSquare, "cat", 0}};
        const std::vector<Region> regions{seen(kSquare, "dog", .75f)};
        QCOMPARE(inWords({Missed, 0, -1, 1}, boxes, regions), std::string("missed: dog"));
        QCOMPARE(inWords({Spurious, -1, 0, 1}, boxes, regions), std::string("spurious: cat"));
        QCOMPARE(inWords({LabelDiffers, 0, 0, 1}, boxes, regions), std::string("cat: dog?"));
        QCOMPARE(inWords({Loose, 0, 0, 1}, boxes, regions), std::string("loose: cat"));
    }
};

VBS_TEST_MAIN(BoxFindingsTest)
#include "box_findings_test.moc"
