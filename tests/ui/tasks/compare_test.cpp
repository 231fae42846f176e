#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QDropEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QUrl>

using namespace vbs;
using namespace vbs::test;

/// Two pictures and a statement.
class CompareTest : public QObject {
    Q_OBJECT

    static PictureView& right(TaskFixture& f) { return f.window->canvas().right().view(); }

    static void drop(TaskFixture& f, const QString& path, QWidget* where)
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        const QPoint at = f.window->mapFromGlobal(where->mapToGlobal(where->rect().center()));
        QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(f.window.get(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(f.window.get(), &move);
        QDropEvent event(QPointF(at), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(f.window.get(), &event);
    }

    /// @param left,right whether a region is found there besides the whole picture.
    static InferenceResult pairOf(bool left, bool right)
    {
        InferenceResult result = cannedResult(320, 240);
        result.task = Task::VisualReasoning;
        result.answers = {{"true", 0.8}, {"false", 0.2}};
        result.rightRegions = result.regions;
        result.explanation.regions = {0, 0.6, 0.1};
        result.explanation.rightRegions = {0, 0.2, 0};
        result.explanation.tokens = {0, 0.1, 0, 0};
        const auto empty = [](RegionSet& set, std::vector<double>& weights) {
            set.regions.resize(1);
            weights.resize(1);
        };
        if (!left)
            empty(result.regions, result.explanation.regions);
        if (!right)
            empty(result.rightRegions, result.explanation.rightRegions);
        return result;
    }

private Q_SLOTS:
    /// As the pictures are larger.
    void picturesLieSideBySideOrOneOverTheOther()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are blue.");
        QTRY_VERIFY(f.state().answered);
        CanvasPane &left = f.window->canvas().left(), &right = f.window->canvas().right();
        f.window->resize(1700, 600);
        QTRY_COMPARE(left.mapTo(f.window.get(), QPoint()).y(), right.mapTo(f.window.get(), QPoint()).y());
        f.window->resize(1000, 900);
        QTRY_COMPARE(left.mapTo(f.window.get(), QPoint()).x(), right.mapTo(f.window.get(), QPoint()).x());
        QVERIFY(left.mapTo(f.window.get(), QPoint()).y() < right.mapTo(f.window.get(), QPoint()).y());
    }

    void verdictWithProbabilities()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_VERIFY(f.state().answered);
        const InferenceRequest asked = f.asked();
        QCOMPARE(asked.task, Task::VisualReasoning);
        QCOMPARE(asked.text, std::string("Both are red."));
        QVERIFY(asked.rightImage && asked.rightImage != asked.image);
        QCOMPARE(f.label("verdict"), QString("True"));
        const auto bars = f.bars("compareBars");
        QCOMPARE(bars.size(), std::size_t(2));
        QCOMPARE(bars[0].probability, 0.8);
        QCOMPARE(bars[0].blind, 0.4);
        QCOMPARE(f.label("blindText"), QString("The pictures changed the answer from false (60 %) to true."));
        QVERIFY(!f.window->canvas().right().heatmap().isEmpty());
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        QCOMPARE(f.window->canvas().right().heatmap().maximum(), f.window->canvas().heatmap().maximum()); // one scale
    }

    void secondCanvasOnlyForCompare()
    {
        TaskFixture f;
        f.openWithPicture();
        QVERIFY(!f.isSeen("rightEmptyPage"));
        f.choose(Task::VisualReasoning);
        QVERIFY(f.isSeen("rightEmptyPage"));
        f.openRight();
        QVERIFY(f.isSeen("rightPictureView"));
        f.choose(Task::VisualQuestionAnswering);
        QVERIFY(!f.isSeen("rightPictureView"));
        f.choose(Task::VisualReasoning);
        QVERIFY(f.isSeen("rightPictureView")); // the picture stays
    }

    void withoutASecondPicture()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        const int calls = f.script->started();
        f.enter("compareText", "Both.");
        QVERIFY(f.message().contains("second picture"));
        QCOMPARE(f.script->started(), calls);
        f.chooser->pictures = {f.picture("right.png")};
        QTest::mouseClick(f.find<QWidget>("messageAction"), Qt::LeftButton); // the way out
        QTRY_VERIFY(f.state().answered);                                     // the statement was not forgotten
    }

    void dropsGoToTheSideUnderTheMouse()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        drop(f, f.picture("r.png"), &f.window->canvas().right());
        QTRY_VERIFY(f.state().right.picture);
        QCOMPARE(f.state().right.picture->name, QString("r.png"));
        QCOMPARE(f.state().left.picture->name, QString("picture.png"));
        drop(f, f.picture("l.png"), &f.window->canvas().left());
        QTRY_COMPARE(f.state().left.picture->name, QString("l.png"));
        QCOMPARE(f.state().right.picture->name, QString("r.png"));
        QVERIFY(!f.isSeen("dropFrame"));
    }

    void swap()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_VERIFY(f.state().answered);
        const ImagePtr left = f.asked().image, rightImage = f.asked().rightImage;
        QTest::mouseClick(f.find<QWidget>("swapPictures"), Qt::LeftButton);
        QCOMPARE(f.state().left.picture->name, QString("right.png"));
        QCOMPARE(f.state().right.picture->name, QString("picture.png"));
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().image, rightImage);
        QCOMPARE(f.asked().rightImage, left);
        QVERIFY(f.state().left.regions && f.state().right.regions); // not searched again
    }

    /// Boxes are drawn on the left; swapping takes them along.
    void ownBoxesOnTheRight()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.view().setFocus();
        f.key(Qt::Key_D);
        TaskFixture::drag(f.view().viewport(), f.onCanvas(200, 20), f.onCanvas(300, 40));
        QVERIFY(f.state().left.choice.own);
        const std::vector<Box> drawn = objectBoxes(*f.state().left.choice.own);
        QCOMPARE(drawn.size(), std::size_t(3));
        f.key(Qt::Key_Escape);
        QTest::mouseClick(f.find<QWidget>("swapPictures"), Qt::LeftButton);
        QCOMPARE(f.state().right.picture->name, QString("picture.png"));
        QVERIFY(f.state().right.choice.own && !f.state().left.choice.own);
        f.enter("compareText", "Both are red.");
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        QCOMPARE(f.asked().rightBoxes, drawn);
        QVERIFY(f.asked().boxes.empty());
        QCOMPARE(objectBoxes(f.state().right.regions->regions), drawn);
        QVERIFY(f.state().history[0].answered.rightChoice.own);

        QTest::mouseClick(f.find<QWidget>("swapPictures"), Qt::LeftButton);
        QVERIFY(f.state().left.choice.own && !f.state().right.choice.own);
        QTRY_COMPARE(f.asked().boxes, drawn);
        QVERIFY(f.asked().rightBoxes.empty());
        f.recall(0);
        QTRY_VERIFY(f.state().right.picture->name == "picture.png" && f.state().right.choice.own);
        QCOMPARE(objectBoxes(f.state().right.regions->regions), drawn);
    }

    void theLegendIsAtAPictureWithRegions_data()
    {
        QTest::addColumn<bool>("left");
        QTest::addColumn<bool>("right");
        QTest::addColumn<QString>("note");
        QTest::newRow("both") << true << true << "Left regions 70 %, right 20 %, words 10 %";
        QTest::newRow("left") << true << false << "Left regions 70 %, right none, words 10 %";
        QTest::newRow("right") << false << true << "Left regions none, right 20 %, words 10 %";
        QTest::newRow("none") << false << false << "";
    }
    /// Only one of two legends is shown, and none where it would say 0 % throughout.
    void theLegendIsAtAPictureWithRegions()
    {
        QFETCH(bool, left);
        QFETCH(bool, right);
        QFETCH(QString, note);
        TaskFixture f;
        const InferenceResult pair = pairOf(left, right);
        BackendScript::Step leftRegions, rightRegions, answer;
        leftRegions.reply = answer.reply = pair;
        InferenceResult second = pair;
        second.regions = pair.rightRegions;
        rightRegions.reply = second;
        f.script->push(leftRegions);
        f.script->push(rightRegions);
        f.script->push(answer);
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_VERIFY(f.state().answered);
        f.settle();
        QStringList seen;
        for (CanvasPane* pane : {&f.window->canvas().left(), &f.window->canvas().right()}) {
            const LegendOverlay& legend = pane->legend();
            if (!legend.fixedArea(pane->view().geometryNow()).isEmpty())
                seen << (pane == &f.window->canvas().left() ? "left" : "right") << legend.notes();
        }
        QCOMPARE(seen.join(": "), note.isEmpty() ? QString() : (right ? "right: " : "left: ") + note);
    }

    void zoomAndPanAreLinked()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        QVERIFY(right(f).isFit());
        f.wheel(f.onCanvas(160, 120), 6, Qt::ControlModifier);
        QVERIFY(!right(f).isFit());
        QVERIFY(std::abs(right(f).place().zoom - f.view().place().zoom) < 1e-6);
        right(f).horizontalScrollBar()->setValue(right(f).horizontalScrollBar()->maximum());
        QVERIFY(std::abs(right(f).place().middle.x() - f.view().place().middle.x()) < 0.02);
        QVERIFY(f.view().horizontalScrollBar()->value() > f.view().horizontalScrollBar()->maximum() - 20);
        f.view().setFocus();
        f.key(Qt::Key_F);
        QVERIFY(right(f).isFit());
    }

    void regionsOfBothCanBeHidden()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_VERIFY(f.state().answered);
        const QPoint square = right(f).geometryNow().toCanvas(QPointF(64, 150)).toPoint();
        QTest::mouseClick(right(f).viewport(), Qt::RightButton, {}, square);
        QTRY_VERIFY(f.state().answered->hasRemoved());
        QVERIFY(f.asked().hiddenRegions.empty());
        QCOMPARE(f.asked().hiddenRightRegions, (std::vector<bool>{false, true, false}));
        QCOMPARE(f.bars("compareBars")[0].before, 0.8);
        QCOMPARE(f.bars("compareBars")[0].probability, 0.55);
    }

    void historyRecallsBothPictures()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.openRight("other.png");
        QTRY_COMPARE(f.state().right.picture->name, QString("other.png"));
        f.window->workbench().open({f.picture("left.png")});
        QTRY_COMPARE(f.state().left.picture->name, QString("left.png"));
        QTRY_VERIFY(f.state().answered);
        f.choose(Task::VisualQuestionAnswering);
        const int calls = f.script->started();
        f.recall(0);
        QTRY_COMPARE(f.state().left.picture->name, QString("picture.png"));
        QTRY_COMPARE(f.state().right.picture->name, QString("right.png"));
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.label("verdict"), QString("True"));
        QVERIFY(f.state().left.regions && f.state().right.regions);
        QCOMPARE(f.script->started(), calls); // nothing is computed again
    }

    void rightPictureThatCannotBeOpened()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        QFile file(f.path("text.png"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        f.window->workbench().open({f.path("text.png")}, Side::Right);
        QTRY_VERIFY(f.message().contains("text.png"));
        QVERIFY(!f.state().right.picture);
        QVERIFY(f.state().left.picture);
    }
};

VBS_TEST_MAIN(CompareTest)
#include "compare_test.moc"
