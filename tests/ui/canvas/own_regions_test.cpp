#include "tests/support/test_main.h"
#include "tests/ui/editing_fixture.h"

#include <QAbstractButton>
#include <QClipboard>

#include <vector>

using namespace vbs;
using namespace vbs::test;

/// What becomes of regions that the user made: answers, errors, other pictures, history.
class OwnRegionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answerFollowsTheBoxes()
    {
        EditingFixture f;
        f.openForEditing();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        InferenceRequest four;
        four.boxes.resize(4);
        BackendScript::Step step;
        step.reply = cannedResult(four, "green");
        f.script->push(step);
        const int calls = f.script->started();
        f.drag({270, 10}, {300, 40});
        f.drag({270, 60}, {300, 90});
        QVERIFY(f.window->canvas().heatmap().isEmpty()); // it was about other regions
        QTRY_COMPARE(f.firstAnswer(), QString("green"));
        QCOMPARE(f.script->started(), calls + 1); // one request for both
        QCOMPARE(f.asked().size(), std::size_t(4));
        QCOMPARE(f.script->texts().back(), std::string("what?"));
    }

    void heatmapOfOwnRegions()
    {
        EditingFixture f;
        f.openForEditing();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.drag({270, 10}, {300, 40});
        QTRY_COMPARE(f.state().answered->result.regions.regions.size(), std::size_t(4));
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        QTest::mouseMove(f.view().viewport(), f.onCanvas(290, 30));
        QTRY_VERIFY(f.window->canvas().hover().tagLines().join(' ').contains("share in the answer 20 %"));
    }

    void withoutAnyRegion()
    {
        EditingFixture f;
        f.openForEditing();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.view().setFocus();
        for (int i = 0; i < 2; ++i) {
            f.key(Qt::Key_Tab);
            f.key(Qt::Key_Delete);
        }
        QVERIFY(f.isOwn());
        QVERIFY(f.boxes().empty());
        QTRY_COMPARE(f.askedHidden(), (std::vector<bool>{false, true, true})); // the whole picture is left
        QTRY_VERIFY(answerFitsRegions(f.state(), Side::Left));
        QVERIFY(f.boxes().empty());
        f.drag({10, 10}, {50, 50});
        QTRY_COMPARE(f.asked(), (std::vector<Box>{{10, 10, 50, 50}}));
        QVERIFY(f.askedHidden().empty());
    }

    void foundRegionsComeBack()
    {
        EditingFixture f;
        f.openForEditing();
        auto* own = f.find<QWidget>("ownRegions");
        QVERIFY(!own->isVisible());
        f.drag({270, 10}, {300, 40});
        QTRY_VERIFY(own->isVisible());
        QTest::mouseClick(f.find<QAbstractButton>("useFound"), Qt::LeftButton);
        QVERIFY(!f.isOwn());
        QTRY_VERIFY(!own->isVisible());
        QCOMPARE(f.boxes(), (std::vector<Box>{kSquare, kBox}));
        f.view().setFocus();
        f.key(Qt::Key_Z, Qt::ControlModifier); // not even this loses work
        QCOMPARE(f.boxes().size(), std::size_t(3));
    }

    void anEngineThatCannotDescribeIsTold()
    {
        EditingFixture f;
        f.openForEditing();
        f.script->push(errorStep("Ready-made features know no other boxes."));
        f.drag({270, 10}, {300, 40});
        QTRY_COMPARE(f.message(), QString("Ready-made features know no other boxes."));
        QCOMPARE(f.boxes().size(), std::size_t(3));
        QTest::mouseClick(f.find<QWidget>("messageAction"), Qt::LeftButton); // the way out
        QVERIFY(!f.isOwn());
        QVERIFY(f.message().isEmpty());
    }

    void drawingDoesNotWaitForTheExtractor()
    {
        EditingFixture f;
        f.script->push(answerStep("", BackendScript::Step::Wait::UntilReleased)); // the search for regions
        f.open({f.picture("picture.png")});
        QVERIFY(f.script->waitForStarted(2));
        f.view().setFocus();
        f.key(Qt::Key_D);
        f.drag({10, 10}, {50, 50});
        QTRY_COMPARE(f.asked(), (std::vector<Box>{{10, 10, 50, 50}})); // the search was called off
        QTRY_COMPARE(f.state().left.regions->regions.size(), std::size_t(2));
        QVERIFY(!f.state().left.found);
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f.boxes(), (std::vector<Box>{kSquare, kBox}));
    }

    void everyPictureKeepsItsBoxes()
    {
        EditingFixture f;
        f.open({f.picture("a.png"), f.picture("b.png", QSize(320, 240), Qt::red)});
        QTRY_VERIFY(f.state().left.regions);
        f.view().setFocus();
        f.key(Qt::Key_D);
        f.drag({270, 10}, {300, 40});
        const std::vector<Box> first = f.boxes();
        f.key(Qt::Key_PageDown);
        QTRY_VERIFY(f.state().left.picture->name == "b.png" && f.state().left.regions);
        QVERIFY(!f.isOwn());
        QVERIFY(!f.action("undo")->isEnabled());
        f.click(64, 150);
        f.key(Qt::Key_Delete);
        f.key(Qt::Key_PageUp);
        QTRY_COMPARE(f.state().left.picture->name, QString("a.png"));
        QCOMPARE(f.boxes(), first);
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!f.isOwn());
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        QCOMPARE(f.boxes(), std::vector<Box>{kBox});
    }

    void aReplacedFileForgetsItsBoxes()
    {
        EditingFixture f;
        f.open({f.picture("a.png"), f.picture("b.png")});
        QTRY_VERIFY(f.state().left.regions);
        f.view().setFocus();
        f.key(Qt::Key_D);
        f.drag({270, 10}, {300, 40});
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        f.picture("a.png", QSize(100, 80)); // the box would lie outside
        f.key(Qt::Key_PageUp);
        QTRY_VERIFY(f.state().left.picture->name == "a.png" && f.state().left.regions);
        QVERIFY(!f.isOwn());
        QVERIFY(!f.action("undo")->isEnabled());
    }

    void pastedPicturesKeepTheirBoxesToo()
    {
        EditingFixture f;
        f.open();
        QImage image(320, 240, QImage::Format_RGB32);
        image.fill(Qt::yellow);
        QApplication::clipboard()->setImage(image);
        f.view().setFocus();
        f.key(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(f.state().left.regions);
        f.action("edit-boxes")->trigger();
        f.drag({270, 10}, {300, 40});
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        image.fill(Qt::blue); // the same pixels would be the same picture
        f.window->workbench().open(image, "Another");
        QTRY_VERIFY(f.state().left.picture->name == "Another" && f.state().left.regions);
        QVERIFY(!f.isOwn());
        f.window->workbench().recall(0);
        QTRY_VERIFY(f.isOwn());
        QCOMPARE(f.boxes().size(), std::size_t(3));
        QVERIFY(f.action("undo")->isEnabled());
    }

    void historyBringsTheBoxesBack()
    {
        EditingFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        const std::vector<Box> asked = f.boxes();
        f.type("one?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.view().setFocus();
        f.click(64, 150);
        f.key(Qt::Key_Delete);
        const std::vector<Box> later = f.boxes();
        QTRY_COMPARE(f.asked(), later);
        QTRY_VERIFY(answerFitsRegions(f.state(), Side::Left));
        const int calls = f.script->started();
        f.window->workbench().recall(0);
        QCOMPARE(f.boxes(), asked);
        QCOMPARE(f.state().left.regions->regions.back().label, std::string("thing"));
        QVERIFY(answerFitsRegions(f.state(), Side::Left));
        QTest::qWait(0);
        QCOMPARE(f.script->started(), calls);  // nothing is computed again
        f.key(Qt::Key_Z, Qt::ControlModifier); // what the card replaced is not lost
        QCOMPARE(f.boxes(), later);
    }
};

VBS_TEST_MAIN(OwnRegionsTest)
#include "own_regions_test.moc"
