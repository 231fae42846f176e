#include "core/review/carried_item.h"
#include "core/review/correction.h"
#include "core/review/standing.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"

using namespace vbs;
using namespace vbs::test;

namespace {

Example question()
{
    Example example;
    example.id = "1";
    example.pictures = {"/old/1.jpg"};
    example.task = Task::VisualQuestionAnswering;
    example.text = "What?";
    example.truth.answers = {"red", "red", "blue"};
    return example;
}

Example picture()
{
    Example example;
    example.id = "1.jpg";
    example.truth.boxes = {{{0, 0, 10, 10}, "dog", 3}, {{20, 20, 40.5f, 40}, "cat", 4}};
    return example;
}

const std::string kPink = R"({"answers":["pink","pink","pink"]})";

} // namespace

class CarriedItemTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatMatters_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<QString>("differs");
        const char* rows[] = {"", "", "", "text", "answers", "pictures", "boxes", "boxes", "boxes", "label"};
        const char* names[] = {"another folder",  "other types", "records moved", "text",       "answers",
                               "another picture", "a box moved", "a box renamed", "a box more", "label"};
        for (int i = 0; i < 10; ++i)
            QTest::newRow(names[i]) << i << rows[i];
    }
    void whatMatters()
    {
        QFETCH(int, change);
        QFETCH(QString, differs);
        const Example before = change == 2 || (change >= 6 && change <= 8) ? picture() : question();
        Example now = before;
        const std::function<void()> changes[] = {
            [&] { now.pictures = {"/new/1.jpg"}; },
            [&] { now.type = now.truth.answerType = now.fault = now.group = "another"; },
            [&] {
                std::swap(now.truth.boxes[0], now.truth.boxes[1]);
                now.truth.boxes[0].record = 0;
            },
            [&] { now.text = "Which?"; },
            [&] { now.truth.answers[2] = "red"; },
            [&] { now.pictures = {"/old/2.jpg"}; },
            [&] { now.truth.boxes[0].box.x1 = 1; },
            [&] { now.truth.boxes[0].label = "wolf"; },
            [&] {
                now.truth.boxes.push_back({{0, 0, 10, 10}, "dog", 5});
            },
            [&] { now.truth.label = 1; }};
        changes[change]();
        const std::vector<std::string> found = whatDiffers(before, now);
        QCOMPARE(found, differs.isEmpty() ? std::vector<std::string>() : std::vector{differs.toStdString()});
        QVERIFY(fateOf(before, now, "") == (differs.isEmpty() ? ItemFate::Same : ItemFate::Changed));
        QCOMPARE(answerHolds(fateOf(before, now, ""), before, now), differs.isEmpty());
    }

    void decisionsOnSomethingElseAreUndone()
    {
        Example now = question();
        now.truth.answers = {"green", "green", "green"};
        const std::vector<Decision> acts{act(1, DecisionKind::Correct, "ann", kPink), act(1, DecisionKind::Flag),
                                         act(1, DecisionKind::Comment, "bob", "Hm."),
                                         act(1, DecisionKind::Unsure, "bob")};
        const std::vector<Decision> carried = carriedActs(acts, fateOf(question(), now, kPink), question(), now);
        QCOMPARE(carried.size(), acts.size());
        for (std::size_t i = 0; i < acts.size(); ++i) {
            Decision expected = acts[i];
            expected.undone = decides(acts[i].kind);
            QVERIFY(carried[i] == expected);
        }
        const Standing standing = standingOf(carried, 1);
        QVERIFY(standing.verdict == Verdict::Undecided && standing.flagged && standing.comments == 1);
    }

    void aCorrectionThatWasAppliedIsAccepted()
    {
        const Example now = corrected(question(), kPink);
        QVERIFY(fateOf(question(), now, kPink) == ItemFate::Applied);
        const std::string other = R"({"text":"Which?"})";
        QVERIFY(fateOf(question(), now, other) == ItemFate::Changed);
        const std::vector<Decision> acts{act(1, DecisionKind::Correct, "ann", other),
                                         act(1, DecisionKind::Correct, "ann", kPink)};
        const std::vector<Decision> carried = carriedActs(acts, ItemFate::Applied, question(), now);
        QCOMPARE(carried[0].value, other);
        QCOMPARE(carried[1].value, std::string());
        const Standing standing = standingOf(carried, 1);
        QVERIFY(standing.verdict == Verdict::Accepted && standing.correction.empty());
        QVERIFY(!answerHolds(ItemFate::Applied, question(), now));
    }

    void exportedBoxesMayBeRounded()
    {
        const std::string moved = R"({"boxes":[{"box":[0,0,12.25,10],"label":"dog","record":3}]})";
        Example now = picture();
        now.truth.boxes = {{{0, 0, 12, 10}, "dog", 0}};
        QVERIFY(fateOf(picture(), now, moved) == ItemFate::Applied);
        now.truth.boxes[0].box.x2 = 13;
        QVERIFY(fateOf(picture(), now, moved) == ItemFate::Changed);
    }

    void placesOfRecordsAreThoseOfTheNewFile()
    {
        Example now = picture();
        now.truth.boxes[0].record = 8; // five records of others were put before
        now.truth.boxes[1].record = 9;
        const std::string renamed =
            R"({"boxes":[{"box":[0,0,10,10],"label":"wolf","record":3},{"box":[1,1,2,2],"label":"ant"}]})";
        const std::vector<Decision> acts{act(0, DecisionKind::Correct, "ann", renamed)};
        QVERIFY(fateOf(picture(), now, renamed) == ItemFate::Same);
        const std::string carried = carriedActs(acts, ItemFate::Same, picture(), now)[0].value;
        const std::vector<LabelledBox> boxes = corrected(now, carried).truth.boxes;
        const std::vector<LabelledBox> expected{{{0, 0, 10, 10}, "wolf", 8}, {{1, 1, 2, 2}, "ant", -1}};
        QCOMPARE(boxes, expected);
    }

    void recordsThatAreGoneAreNew()
    {
        Example now = picture();
        now.truth.boxes.erase(now.truth.boxes.begin());
        const std::vector<Decision> acts{
            act(0, DecisionKind::Correct, "ann", R"({"boxes":[{"box":[0,0,9,9],"label":"dog","record":3}]})")};
        const std::string carried = carriedActs(acts, ItemFate::Changed, picture(), now)[0].value;
        QCOMPARE(carried, std::string(R"({"boxes":[{"box":[0,0,9,9],"label":"dog"}]})"));
    }

    void aDamagedCorrectionIsNone()
    {
        Example now = question();
        now.text = "Which?";
        QVERIFY(messageOf([&] { fateOf(question(), now, R"({"answers":["one"]})"); }).contains("cannot be used"));
    }

    void answersDependOnRegionsAndPeople()
    {
        Example now = question();
        now.boxes = {{0, 0, 1, 1}};
        QVERIFY(fateOf(question(), now, "") == ItemFate::Same && !answerHolds(ItemFate::Same, question(), now));
        now = question();
        now.truth.fewPeople = true;
        QVERIFY(!answerHolds(ItemFate::Same, question(), now));
    }
};

VBS_TEST_MAIN(CarriedItemTest)
#include "carried_item_test.moc"
