#include "ui/workbench/region_editor.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"
#include "ui/workbench/given_regions.h"

#include <functional>

namespace vbs::test {
namespace {

const QString kFound = "found: 10 10 20 20, 30 10 50 20, 60 10 90 40";

/// An editor of a picture in which regions were found.
struct Editor {
    Editor()
    {
        QObject::connect(&editor, &RegionEditor::changed, &editor, [this](SideChanges what) { changes |= what; });
        QObject::connect(&editor, &RegionEditor::edited, &editor, [this] { ++edits; });
        editor.setPack(1);
        editor.begin(kPictureSize, std::nullopt);
        editor.setFound(foundRegions());
        changes = {};
    }

    SideState state;
    RegionEditor editor{state};
    SideChanges changes;
    int edits = 0;
};

using Wish = std::function<void(RegionEditor&)>;

} // namespace
} // namespace vbs::test

Q_DECLARE_METATYPE(vbs::test::Wish)

namespace vbs::test {

class RegionEditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What becomes of the regions, and that undo and redo lead there and back.
    void edits_data()
    {
        QTest::addColumn<Wish>("wish");
        QTest::addColumn<QString>("boxes");
        QTest::addColumn<int>("picked");
        const auto row = [](const char* name, Wish wish, const QString& boxes, int picked) {
            QTest::newRow(name) << std::move(wish) << boxes << picked;
        };
        row(
            "add",
            [](RegionEditor& e) {
                e.add({1, 2, 3, 4});
            },
            "own: 10 10 20 20, 30 10 50 20, 60 10 90 40, 1 2 3 4", 4);
        row(
            "change",
            [](RegionEditor& e) {
                e.change(2, {1, 2, 3, 4});
            },
            "own: 10 10 20 20, 1 2 3 4, 60 10 90 40", 2);
        row(
            "remove", [](RegionEditor& e) { e.remove(1); }, "own: 30 10 50 20, 60 10 90 40", -1);
        row(
            "remove the last one", [](RegionEditor& e) { e.remove(3); }, "own: 10 10 20 20, 30 10 50 20", -1);
    }
    void edits()
    {
        QFETCH(Wish, wish);
        QFETCH(QString, boxes);
        Editor it;
        wish(it.editor);
        QCOMPARE(boxesOf(it.state), boxes);
        QTEST(it.state.picked, "picked");
        QCOMPARE(it.edits, 1);
        QVERIFY(it.changes.testFlags(SideChange::Regions | SideChange::Picked));
        QCOMPARE(it.editor.undoStack()->count(), 1);
        it.editor.undoStack()->undo();
        QCOMPARE(boxesOf(it.state), kFound);
        QCOMPARE(it.edits, 2);
        it.editor.undoStack()->redo();
        QCOMPARE(boxesOf(it.state), boxes);
        it.editor.useFound();
        QCOMPARE(boxesOf(it.state), kFound);
        it.editor.undoStack()->undo();
        QCOMPARE(boxesOf(it.state), boxes);
    }

    /// Wishes that mean nothing do nothing.
    void ignored_data()
    {
        QTest::addColumn<Wish>("wish");
        const auto row = [](const char* name, Wish wish) { QTest::newRow(name) << std::move(wish); };
        row("change the whole picture", [](RegionEditor& e) { e.change(0, {1, 2, 3, 4}); });
        row("change no region", [](RegionEditor& e) { e.change(9, {1, 2, 3, 4}); });
        row("change to the same box", [](RegionEditor& e) { e.change(1, {10, 10, 20, 20}); });
        row("remove the whole picture", [](RegionEditor& e) { e.remove(0); });
        row("remove no region", [](RegionEditor& e) { e.remove(-1); });
        row("use what is used already", [](RegionEditor& e) { e.useFound(); });
        row("the same filter", [](RegionEditor& e) { e.setFilter({}); });
        row("pick nothing", [](RegionEditor& e) { e.pick(77); });
        row("hide the whole picture", [](RegionEditor& e) { e.toggle(0); });
        row("hide no region", [](RegionEditor& e) { e.toggle(4); });
        row("hide where that means nothing", [](RegionEditor& e) {
            e.allowHiding(false);
            e.toggle(1);
        });
        row("bring back what is there", [](RegionEditor& e) { e.bringBack(); });
    }
    void ignored()
    {
        QFETCH(Wish, wish);
        Editor it;
        wish(it.editor);
        QCOMPARE(boxesOf(it.state), kFound);
        QCOMPARE(it.edits, 0);
        QVERIFY(!it.changes);
        QCOMPARE(it.editor.undoStack()->count(), 0);
    }

    void filter_data()
    {
        QTest::addColumn<int>("minimumPercent");
        QTest::addColumn<int>("maximumCount");
        QTest::addColumn<QString>("hidden");
        QTest::newRow("low") << 20 << 0 << "0000";
        QTest::newRow("one falls") << 50 << 0 << "0001";
        QTest::newRow("at most one") << 0 << 1 << "0011";
        QTest::newRow("both") << 50 << 1 << "0011";
        QTest::newRow("all fall") << 95 << 0 << "0111";
    }
    void filter()
    {
        QFETCH(int, minimumPercent);
        QFETCH(int, maximumCount);
        QFETCH(QString, hidden);
        Editor it;
        it.editor.pick(3);
        it.editor.setFilter({minimumPercent, maximumCount});
        QString marks;
        for (const bool mark : it.state.hidden)
            marks += mark ? '1' : '0';
        QCOMPARE(marks, hidden);
        QCOMPARE(it.edits, hidden == "0000" ? 0 : 1); // the model is given others
        QCOMPARE(it.state.picked, hidden.endsWith('0') ? 3 : -1);
        it.editor.add({1, 2, 3, 4}); // what is shown becomes the user's own
        QCOMPARE(objectCount(*it.state.choice.own), int(hidden.count('0')));
        QVERIFY(it.state.hidden.empty());
    }

    void stepsOfOneKeyAreOneUndo()
    {
        Editor it;
        it.editor.change(1, {11, 10, 21, 20});
        it.editor.change(1, {12, 10, 22, 20}, true);
        it.editor.change(1, {13, 10, 23, 20}, true);
        QCOMPARE(it.editor.undoStack()->count(), 1);
        it.editor.change(2, {31, 10, 51, 20}, true); // another region
        QCOMPARE(it.editor.undoStack()->count(), 2);
        it.editor.undoStack()->undo();
        it.editor.undoStack()->undo();
        QCOMPARE(boxesOf(it.state), kFound);
    }

    void hidingIsForgottenWithTheRegions()
    {
        Editor it;
        it.editor.toggle(1);
        QVERIFY(isMarked(it.state.removed, 1));
        it.editor.toggle(1);
        QVERIFY(!anyMarked(it.state.removed));
        it.editor.toggle(2);
        it.editor.add({1, 2, 3, 4});
        QVERIFY(!anyMarked(it.state.removed));
        it.editor.toggle(1); // nobody has looked at these yet: their places are not known
        QVERIFY(!anyMarked(it.state.removed));
    }

    /// What the engine says of the user's boxes; it may move them a little.
    void describe_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("taken");
        QTest::newRow("as many") << 1 << true;
        QTest::newRow("too few") << 0 << false;
        QTest::newRow("too many") << 2 << false;
    }
    void describe()
    {
        QFETCH(int, count);
        QFETCH(bool, taken);
        Editor it;
        for (const int region : {3, 2})
            it.editor.remove(region);
        it.editor.pick(1);
        QVERIFY(!it.editor.isDescribed());
        RegionSet seen{kPictureSize.width(), kPictureSize.height(), {}};
        for (int i = 0; i < count; ++i)
            seen.regions.push_back({{10.5f, 10, 20, 20}, "dog", 0.7f, "", 0});
        QCOMPARE(it.editor.describe(seen), taken);
        QCOMPARE(boxesOf(it.state), QString("own: 10 10 20 20"));
        QVERIFY(it.editor.isDescribed()); // or cannot be
        QCOMPARE(it.state.regions->regions.back().label, std::string(taken ? "dog" : "ball"));
        QCOMPARE(it.state.picked, taken ? 0 : 1); // the same thing: the whole picture's region is gone
        it.editor.setPack(2);
        QVERIFY(!it.editor.isDescribed());
    }

    void whatWasMadeOfAPictureComesBackWithIt()
    {
        Editor it;
        it.editor.setFilter({50, 0});
        it.editor.add({1, 2, 3, 4});
        const QString own = boxesOf(it.state);
        std::optional<RememberedPicture> remembered = it.editor.end();
        QVERIFY(remembered);
        QVERIFY(!it.state.regions && !it.state.isOwn() && !it.editor.undoStack());
        QCOMPARE(it.state.choice.filter.minimumPercent, 50); // stays for the next picture
        it.editor.begin(kPictureSize, std::nullopt);
        QCOMPARE(it.editor.undoStack()->count(), 0);
        it.editor.end();
        it.editor.begin(kPictureSize, std::move(remembered));
        QCOMPARE(boxesOf(it.state), own);
        it.editor.undoStack()->undo();
        QVERIFY(!it.state.isOwn());
    }

    void swappedEditorsUndoTheirOwnPicture()
    {
        Editor left, right;
        left.editor.add({1, 2, 3, 4});
        std::swap(left.state, right.state);
        left.editor.swapWith(right.editor);
        right.editor.undoStack()->undo();
        QVERIFY(!right.state.isOwn());
        QCOMPARE(left.editor.undoStack()->count(), 0);
    }

    void recalledRegionsCanBeUndone()
    {
        Editor it;
        it.editor.add({1, 2, 3, 4});
        const int before = it.edits;
        it.editor.restore({{}, foundRegions().regions}, std::nullopt, {false, true, false, false});
        QCOMPARE(it.edits, before); // its answer is known
        QVERIFY(it.editor.isDescribed());
        QVERIFY(isMarked(it.state.removed, 1));
        it.editor.undoStack()->undo();
        QVERIFY(boxesOf(it.state).endsWith("1 2 3 4"));
    }

    void givenRegions_data()
    {
        QTest::addColumn<Wish>("wish");
        QTest::addColumn<int>("boxes");
        QTest::addColumn<int>("hidden");
        const auto row = [](const char* name, Wish wish, int boxes, int hidden) {
            QTest::newRow(name) << std::move(wish) << boxes << hidden;
        };
        row(
            "as found", [](RegionEditor&) {}, 0, 0);
        row(
            "filtered",
            [](RegionEditor& e) {
                e.setFilter({50, 0});
            },
            0, 1);
        row(
            "own", [](RegionEditor& e) { e.remove(1); }, 2, 0);
        row(
            "none left",
            [](RegionEditor& e) {
                for (const int region : {3, 2, 1})
                    e.remove(region);
            },
            0, 3);
    }
    void givenRegions()
    {
        QFETCH(Wish, wish);
        Editor it;
        wish(it.editor);
        const GivenRegions given = vbs::givenRegions(it.state);
        QTEST(int(given.boxes.size()), "boxes");
        QTEST(int(std::count(given.hidden.begin(), given.hidden.end(), true)), "hidden");
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::RegionEditorTest)
#include "region_editor_test.moc"
