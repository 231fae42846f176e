#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/ui/editing_fixture.h"
#include "ui/canvas/name_edit.h"

#include <QAbstractButton>
#include <QFile>
#include <QMessageBox>

using namespace vbs;
using namespace vbs::test;

namespace {

/// The window, closed and started again over the same folders.
class KeptFixture : public EditingFixture {
public:
    void restart(const QString& file)
    {
        window->close();
        window.reset();
        expectPack(scriptedPack());
        open({file});
        QTRY_VERIFY(state().left.regions);
    }

    QString given(int region) const
    {
        return toQString(state().left.regions->regions.at(std::size_t(region)).givenLabel);
    }
    QString lastGiven() const { return toQString(state().left.regions->regions.back().givenLabel); }

    /// Types a name for the picked box, as the window system would tell it.
    void name(const QString& text) const
    {
        key(Qt::Key_F2);
        for (const QChar c : text)
            QTest::keyClick(window->windowHandle(), c.toLatin1());
        key(Qt::Key_Return);
    }

    NameEdit* nameEdit() const { return window->canvas().left().findChild<NameEdit*>("nameEdit"); }

    void write(const QString& file, const QByteArray& text) const
    {
        QFile to(path(file));
        QVERIFY(to.open(QFile::WriteOnly));
        to.write(text);
    }

    Json json(const QString& file) const { return readJsonFile(toPath(path(file))); }
};

const QByteArray kLabelme = R"({"version": "5.0", "flags": {"checked": true}, "shapes": [
  {"label": "hut", "points": [[10, 20], [60, 90]], "shape_type": "rectangle", "note": "mine"},
  {"label": "dog", "points": [[100, 20], [160, 90]], "shape_type": "rectangle"}],
  "imagePath": "picture.png", "imageData": null, "imageHeight": 240, "imageWidth": 320})";

} // namespace

/// Nothing that was drawn is lost: boxes outlive the window and go to the files that others read.
class KeptBoxesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boxesAndNamesAreThereAgain()
    {
        KeptFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        f.name("dxrbh kite"); // letters that are shortcuts elsewhere
        QCOMPARE(f.lastGiven(), QString("dxrbh kite"));
        QVERIFY(f.action("edit-boxes")->isChecked());
        const std::vector<Box> drawn = f.boxes();
        f.restart(f.path("picture.png"));
        QVERIFY(f.isOwn());
        QCOMPARE(f.boxes(), drawn);
        QCOMPARE(f.lastGiven(), QString("dxrbh kite"));
        QTRY_COMPARE(f.asked(), drawn); // the model sees exactly these
        QVERIFY(QFile::copy(f.path("picture.png"), f.path("moved.png")));
        f.restart(f.path("moved.png"));
        QCOMPARE(f.boxes(), drawn);
    }

    void takingEveryBoxAwayIsKept()
    {
        KeptFixture f;
        f.openForEditing();
        for (int i = 0; i < 2; ++i) {
            f.key(Qt::Key_Tab);
            f.key(Qt::Key_Delete);
        }
        f.restart(f.path("picture.png"));
        QVERIFY(f.isOwn() && f.boxes().empty());
    }

    void goingBackToTheDetectedIsKept()
    {
        KeptFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        f.find<QAbstractButton>("useFound")->click();
        f.restart(f.path("picture.png"));
        QVERIFY(!f.isOwn());
        QCOMPARE(f.boxes(), (std::vector<Box>{kSquare, kBox}));
    }

    void namesCanBeUndone()
    {
        KeptFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        QTRY_VERIFY(f.state().left.regions->regions.back().label == "thing"); // it was looked at
        f.name("kite");
        const int calls = f.script->started();
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.lastGiven(), QString());
        QCOMPARE(f.state().left.regions->regions.back().label, std::string("thing"));
        f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.lastGiven(), QString("kite"));
        QCOMPARE(f.script->started(), calls); // a name is nothing to the model
    }

    void theNameIsTypedOnTheBox()
    {
        KeptFixture f;
        f.openForEditing();
        f.click(64, 150);
        QVERIFY(!f.nameEdit()->isVisible());
        QTest::mouseDClick(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(64, 150));
        QVERIFY(f.nameEdit()->isVisible() && f.nameEdit()->hasFocus());
        QTest::keyClicks(f.nameEdit(), "tile");
        f.key(Qt::Key_Escape);
        QVERIFY(!f.nameEdit()->isVisible() && !f.isOwn());
        QVERIFY(f.action("edit-boxes")->isChecked()); // Escape ended the name alone
        f.key(Qt::Key_Return);
        QTest::keyClicks(f.nameEdit(), "tile");
        f.click(200, 20); // leaving the field keeps what was typed
        QVERIFY(!f.nameEdit()->isVisible());
        QVERIFY(f.isOwn());
        QTRY_COMPARE(f.given(1), QString("tile"));
    }

    void theAnswerCallsThingsByTheirNames()
    {
        KeptFixture f;
        f.openForEditing();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.view().setFocus();
        f.click(64, 150);
        f.name("tile");
        QTRY_VERIFY(f.state().answered && answerFitsRegions(f.state(), Side::Left));
        const auto calls = [&](const char* name) {
            return std::ranges::any_of(f.state().answered->result.regions.regions,
                                       [&](const Region& region) { return region.givenLabel == name; });
        };
        QVERIFY(calls("tile"));
        f.click(64, 150);
        f.name("brick");
        QVERIFY(calls("brick") && !calls("tile"));
    }

    void annotationsBesideAreShownAndTakenOver()
    {
        KeptFixture f;
        f.write("picture.json", kLabelme);
        f.openForEditing();
        QTRY_COMPARE(f.find<QLabel>("annotationsText")->text(), QString("picture.json has 2 boxes."));
        QCOMPARE(f.window->canvas().left().annotations().boxes().size(), std::size_t(2));
        QCOMPARE(f.boxes(), (std::vector<Box>{kSquare, kBox})); // nothing was decided for the user
        f.find<QAbstractButton>("useAnnotations")->click();
        QCOMPARE(f.boxes(), (std::vector<Box>{{10, 20, 60, 90}, {100, 20, 160, 90}}));
        QVERIFY(f.window->canvas().left().annotations().boxes().empty()); // they are the regions now
        f.click(130, 50);
        f.key(Qt::Key_Delete);
        f.click(30, 50);
        f.name("cabin");
        f.drag({200, 100}, {240, 160});
        f.name("tree");
        f.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(f.message().contains("Saved 2 boxes"));
        const Json saved = f.json("picture.json");
        QCOMPARE(saved["shapes"].size(), std::size_t(2));
        QCOMPARE(saved["shapes"][0]["label"], Json("cabin"));
        QCOMPARE(saved["shapes"][0]["note"], Json("mine")); // others' keys stay
        QCOMPARE(saved["shapes"][1]["label"], Json("tree"));
        QCOMPARE(saved["flags"]["checked"], Json(true));
        f.key(Qt::Key_Z, Qt::ControlModifier); // the name
        f.key(Qt::Key_Z, Qt::ControlModifier); // the tree
        f.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(f.json("picture.json")["shapes"].size(), std::size_t(1));
    }

    void whatIsWrongWithTheAnnotationsIsSaid()
    {
        KeptFixture f;
        f.write("picture.json", "{\"shapes\": [");
        f.openForEditing();
        QTRY_VERIFY(f.find<QLabel>("annotationsText")->text().contains("picture.json"));
        QVERIFY(!f.find<QAbstractButton>("useAnnotations")->isVisible());
        f.drag({270, 10}, {300, 40});
        f.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(f.message().contains("picture.json"));
        QFile file(f.path("picture.json"));
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"shapes\": [")); // and it was not touched
    }

    /// What was saved as it was detected is the user's from then on: deleted, it goes from the file.
    void detectedBoxesAreSavedAndTakenBack()
    {
        KeptFixture f;
        f.openForEditing();
        QTRY_VERIFY(f.action("save-boxes")->isEnabled());
        f.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(f.message().contains("Saved 2 boxes"));
        QCOMPARE(f.json("picture.json")["shapes"].size(), std::size_t(2));
        QVERIFY(!f.isOwn());
        f.click(64, 150);
        f.key(Qt::Key_Delete);
        f.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(f.json("picture.json")["shapes"].size(), std::size_t(1));
        QCOMPARE(f.json("picture.json")["shapes"][0]["points"][0], Json({160.0, 48.0}));
    }

    void boxesGoToCocoByTheDialog()
    {
        KeptFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        f.name("kite");
        QTRY_VERIFY(f.action("save-boxes-as")->isEnabled());
        f.chooser->target = f.path("all.json");
        f.chooser->filter = "COCO JSON (*.json)";
        f.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.message().contains("all.json"));
        QCOMPARE(f.chooser->title, QString("Save the Boxes"));
        const Json coco = f.json("all.json");
        QCOMPARE(coco["annotations"].size(), std::size_t(3));
        QCOMPARE(coco["annotations"][2]["bbox"], Json({270, 10, 30, 30}));
        QCOMPARE(coco["categories"].back()["name"], Json("kite"));
    }

    void whatCannotBeKeptIsSaidUntilItIs()
    {
        KeptFixture f;
        f.write("boxes", "not a folder");
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        auto* unsaved = f.find<QLabel>("unsavedBoxes");
        QTRY_VERIFY(unsaved->isVisible());
        QVERIFY(unsaved->text().startsWith("Not kept on disk"));
        QVERIFY(QFile::remove(f.path("boxes")));
        f.drag({270, 60}, {300, 90});
        QTRY_VERIFY(!unsaved->isVisible());
        const std::vector<Box> drawn = f.boxes();
        f.restart(f.path("picture.png"));
        QCOMPARE(f.boxes(), drawn);
    }

    void quittingAsksBeforeBoxesAreLost()
    {
        KeptFixture f;
        f.write("boxes", "not a folder");
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        QTRY_VERIFY(f.find<QLabel>("unsavedBoxes")->isVisible());
        f.key(Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(f.window->isVisible());
        auto* question = f.find<QMessageBox>("quitQuestion");
        QVERIFY(question && question->text().startsWith("Boxes that you made are not saved."));
        QVERIFY(QFile::remove(f.path("boxes")));
        question->defaultButton()->click(); // try again
        QTRY_VERIFY(!f.find<QLabel>("unsavedBoxes")->isVisible());
        QVERIFY(f.window->close());
        QVERIFY(!f.window->isVisible());
    }

    void damagedBoxesAreSaidAndSetAside()
    {
        KeptFixture f;
        f.openForEditing();
        f.drag({270, 10}, {300, 40});
        f.window->close();
        f.window.reset();
        const QStringList kept = QDir(f.path("boxes")).entryList({"*.json"});
        QCOMPARE(kept.size(), 1);
        f.write("boxes/" + kept[0], "{");
        f.expectPack(scriptedPack());
        f.open({f.path("picture.png")});
        QTRY_VERIFY(f.message().contains("cannot be read"));
        QTRY_VERIFY(f.state().left.regions);
        QVERIFY(!f.isOwn());
        f.view().setFocus();
        f.key(Qt::Key_D);
        f.drag({270, 60}, {300, 90});
        QTRY_COMPARE(QDir(f.path("boxes")).entryList({"*.json"}).size(), 2); // the damaged one is still there
    }
};

VBS_TEST_MAIN(KeptBoxesTest)
#include "kept_boxes_test.moc"
