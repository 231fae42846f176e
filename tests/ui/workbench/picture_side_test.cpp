#include "ui/workbench/picture_side.h"

#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

#include <QSignalSpy>

namespace vbs::test {
namespace {

/// A side over an engine that never answers by itself: replies are the test's.
struct Place {
    Place() { script->setOtherwise({BackendScript::Step::Wait::UntilReleased, {}, {}, {}}); }

    bool open(const QString& path = "a.png") { return open(side, path); }

    static bool open(PictureSide& side, const QString& path)
    {
        QSignalSpy opened(&side, &PictureSide::opened);
        side.open(openPicture(path));
        return opened.wait();
    }

    std::shared_ptr<BackendScript> script = std::make_shared<BackendScript>();
    InferenceService service{std::make_unique<ScriptedBackend>(script)};
    PictureMemory memory;
    SideState state;
    BoxKeeper boxes{{}};
    AnnotationFiles annotations;
    PictureSide side{state, parts()};

    SideParts parts() { return {service, memory, boxes, annotations}; }
};

} // namespace

class PictureSideTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPictureComesAndGoes()
    {
        Place place;
        QVERIFY(!place.side.finder().needsFound());
        QVERIFY(place.open());
        QVERIFY(!place.side.isOpening());
        QCOMPARE(place.state.picture->path, QString("a.png"));
        QVERIFY(place.side.finder().needsFound());
        place.side.regions().setFound(foundRegions());
        place.side.regions().add({1, 2, 3, 4});
        QVERIFY(place.open("b.png"));
        QVERIFY(!place.state.regions && !place.state.isOwn());
        QSignalSpy opened(&place.side, &PictureSide::opened);
        place.side.open(openPicture("a.png"));
        QVERIFY(opened.wait());
        QVERIFY(opened[0][0].toBool()); // it is known
        QVERIFY(boxesOf(place.state).endsWith("1 2 3 4"));
        place.side.leave();
        QVERIFY(!place.state.picture && !place.state.regions);
    }

    void onlyTheLatestPictureOpens()
    {
        Place place;
        QSignalSpy opened(&place.side, &PictureSide::opened), failed(&place.side, &PictureSide::openFailed);
        place.side.open({"/no/such.png", "such.png", nullptr, "/no/such.png"});
        place.side.open(openPicture("b.png"));
        QVERIFY(opened.wait());
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 0);
        QCOMPARE(place.state.picture->path, QString("b.png"));
        place.side.open(openPicture("c.png"));
        place.side.cancelOpening();
        QVERIFY(!place.side.isOpening());
        QCOMPARE(place.state.picture->path, QString("b.png"));
        QVERIFY(place.open("d.png"));
        QCOMPARE(opened.size(), 2);
    }

    void aFileThatCannotBeOpenedIsTold()
    {
        Place place;
        QSignalSpy failed(&place.side, &PictureSide::openFailed);
        place.side.open({"/no/such.png", "such.png", nullptr, "/no/such.png"});
        QCOMPARE(place.side.openingText(), QString("Opening such.png"));
        QVERIFY(failed.wait());
        QVERIFY(!place.side.isOpening() && !place.state.picture);
    }

    void sidesChangePlacesWhole()
    {
        Place left;
        SideState state;
        PictureSide right(state, left.parts());
        QVERIFY(left.open());
        left.side.regions().add({1, 2, 3, 4});
        left.side.finder().describe();
        left.side.swapWith(right);
        QVERIFY(!left.state.picture && !left.side.finder().isRequesting());
        QCOMPARE(state.picture->path, QString("a.png"));
        QVERIFY(right.finder().isDescribing());
        right.regions().undoStack()->undo();
        QVERIFY(!state.isOwn());
    }

    /// Compared with itself, a picture has one set of boxes; what is hidden of them is each side's own.
    void onePictureAtBothSidesHasOneSetOfBoxes()
    {
        Place left;
        SideState state;
        PictureSide right(state, left.parts());
        QVERIFY(left.open());
        left.side.regions().add({1, 2, 3, 4});
        QVERIFY(Place::open(right, "a.png"));
        QCOMPARE(boxesOf(state), QString("own: 1 2 3 4"));
        right.regions().add({5, 6, 7, 8});
        QCOMPARE(boxesOf(left.state), QString("own: 1 2 3 4, 5 6 7 8"));
        QCOMPARE(state.picked, 1);
        QCOMPARE(left.state.picked, -1); // of the side where it was drawn
        left.side.regions().undoStack()->undo();
        QCOMPARE(boxesOf(state), QString("own: 1 2 3 4"));
        // What the engine says of them is known at both.
        QVERIFY(right.regions().describe({100, 80, {{{1, 2, 3, 4}, "dog", 0.5f}}}));
        QVERIFY(left.side.regions().isDescribed());
        QCOMPARE(left.state.regions->regions.front().label, std::string("dog"));
        right.regions().toggle(0);
        QVERIFY(anyMarked(state.removed) && !anyMarked(left.state.removed));
        left.side.swapWith(right);
        left.side.regions().add({5, 6, 7, 8});
        QCOMPARE(boxesOf(state), boxesOf(left.state));
    }

    void theOtherSideKeepsThePictureThatOneLeaves()
    {
        Place left;
        SideState state;
        PictureSide right(state, left.parts());
        QVERIFY(left.open() && Place::open(right, "a.png"));
        right.regions().add({1, 2, 3, 4});
        QVERIFY(Place::open(right, "b.png"));
        QVERIFY(!state.isOwn());
        right.regions().add({9, 9, 11, 11});
        QCOMPARE(boxesOf(left.state), QString("own: 1 2 3 4"));
        left.side.regions().undoStack()->undo();
        QVERIFY(!left.state.isOwn() && state.isOwn());
        left.side.regions().undoStack()->redo();
        QVERIFY(left.open("c.png") && Place::open(right, "a.png"));
        QCOMPARE(boxesOf(state), QString("own: 1 2 3 4"));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::PictureSideTest)
#include "picture_side_test.moc"
