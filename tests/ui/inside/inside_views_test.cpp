#include "core/image/image_io.h"
#include "tests/support/test_main.h"
#include "tests/ui/inside/inside_fixture.h"
#include "ui/canvas/canvas_pane.h"
#include "ui/inside/flow_view.h"
#include "ui/inside/heads_view.h"
#include "ui/inside/sequence_view.h"

#include <QComboBox>
#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QSlider>

#include <cmath>

using namespace vbs;
using namespace vbs::test;

/// The views of what goes on inside, driven by mouse and keys. Four word pieces and three regions, of which each looks
/// half at itself and half at the one so many places on (cannedInspection).
class InsideViewsTest : public QObject {
    Q_OBJECT

    static ChipRow& row(const InsideFixture& f) { return *f.panel().view().findChild<ChipRow*>("chipRow"); }
    static void clickChip(const InsideFixture& f, std::size_t position)
    {
        QTest::mouseClick(row(f).viewport(), Qt::LeftButton, {}, row(f).chipRect(position).center());
    }
    static void chooseEntry(const InsideFixture& f, const char* box, int index)
    {
        auto* combo = f.find<QComboBox>(box);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
    }
    static bool isNear(double a, double b) { return std::abs(a - b) < 1e-6; }

private Q_SLOTS:
    void aClickOnAChipShowsWhereItLooks()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        QCOMPARE(row(f).positions().size(), std::size_t(7));
        QCOMPARE(f.desk().choice().position, std::size_t(2)); // where the answer is read
        QCOMPARE(f.desk().choice().layer, std::size_t(2));
        chooseEntry(f, "insideLayer", 1);
        chooseEntry(f, "insideHead", 3); // "All heads" comes first
        QVERIFY((f.desk().choice() == AttentionChoice{1, 2, 2, false}));
        clickChip(f, 5);
        QCOMPARE(row(f).query(), std::size_t(5));
        QVERIFY(isNear(row(f).weights()[5], 0.5) && isNear(row(f).weights()[(5 + 1 + 2 + 1) % 7], 0.5));
        chooseEntry(f, "insideDirection", 1);
        QVERIFY(isNear(row(f).weights()[5], 0.5) && isNear(row(f).weights()[(5 + 7 - 4) % 7], 0.5));
        QTest::keyClick(&row(f), Qt::Key_Right);
        QCOMPARE(f.desk().choice().position, std::size_t(6));
        QTest::keyClick(&row(f), Qt::Key_Right); // the last one
        QCOMPARE(f.desk().choice().position, std::size_t(6));
        QTest::keyClick(&row(f), Qt::Key_Home);
        QCOMPARE(f.desk().choice().position, std::size_t(0));
        QVERIFY2(row(f).accessibleDescription().startsWith("Chosen: [CLS]"),
                 qPrintable(row(f).accessibleDescription()));
    }

    void theCanvasShowsTheSameWeights()
    {
        InsideFixture f;
        f.openAnswered();
        const QString before = f.window->canvas().left().legend().title();
        f.openInside();
        clickChip(f, 5); // region 1, which looks at itself with 1/2
        f.settle();
        QVERIFY(isNear(f.window->canvas().heatmap().maximum(), 0.5));
        QCOMPARE(f.window->canvas().left().legend().title(), QString("Where “red square” looks"));
        f.showView("smallest-flip"); // has no weights of its own
        QCOMPARE(f.window->canvas().left().legend().title(), before);
        f.showView("attention");
        QVERIFY(f.window->canvas().left().legend().title() != before);
        f.key(Qt::Key_F8);
        QCOMPARE(f.window->canvas().left().legend().title(), before);
    }

    void aRegionPickedOnThePictureIsChosen()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.view().setFocus();
        QTest::mouseClick(f.view().viewport(), Qt::LeftButton, {}, f.onCanvas(200, 120)); // the box
        f.settle();
        QCOMPARE(f.desk().choice().position, std::size_t(6));
    }

    void headsAreChosenInTheGrid()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("heads");
        auto* grid = f.find<HeadGridView>("headGrid");
        QCOMPARE(grid->order().size(), std::size_t(12));
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->cellRect(1).center());
        QVERIFY(f.desk().choice().layer == 0 && f.desk().choice().head == 1);
        QTest::keyClick(grid, Qt::Key_Down);
        QTest::keyClick(grid, Qt::Key_Right);
        QVERIFY(f.desk().choice().layer == 1 && f.desk().choice().head == 2);
        QTest::keyClick(grid, Qt::Key_Left);
        QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Up); // there is none above
        QVERIFY(f.desk().choice().layer == 0 && f.desk().choice().head == 1);
        QTest::mouseClick(f.find<QWidget>("headsSorted"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(grid->isSorted());
        QTRY_VERIFY(!grid->measures().empty());
        const auto& measures = grid->measures();
        for (std::size_t i = 1; i < grid->order().size(); ++i) {
            const HeadGridView::Place &a = grid->order()[i - 1], &b = grid->order()[i];
            QVERIFY(measureOf(measures[a.layer][a.head], grid->measure()) >=
                    measureOf(measures[b.layer][b.head], grid->measure()));
        }
        // The views share the choice.
        f.showView("attention");
        QCOMPARE(f.find<QComboBox>("insideHead")->currentText(), QString("Head 2"));
    }

    void theFlowPlaysAndSteps()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("flow");
        auto& flow = f.viewInSight<FlowView>();
        QCOMPARE(flow.place(), 3.); // what there is in the end
        QTest::mouseClick(f.find<QToolButton>("flowBack"), Qt::LeftButton);
        QCOMPARE(flow.place(), 2.);
        QCOMPARE(f.find<QLabel>("flowLayer")->text(), QString("After layer 2 of 3"));
        QTest::keyClick(f.find<QSlider>("flowPlace"), Qt::Key_Home);
        QCOMPARE(f.find<QLabel>("flowLayer")->text(), QString("Before the first layer"));
        for (std::size_t i = 0; i < 7; ++i)
            QVERIFY(isNear(row(f).weights()[i], i == 2 ? 1 : 0)); // all of it is its own
        QTest::mouseClick(f.find<QToolButton>("flowPlay"), Qt::LeftButton);
        QVERIFY(flow.isPlaying());
        QTRY_VERIFY(flow.place() > 0.5);
        QTest::mouseClick(f.find<QToolButton>("flowPlay"), Qt::LeftButton); // pause
        QVERIFY(!flow.isPlaying());
        f.showView("flow");
        row(f).setFocus();
        QTest::keyClick(&row(f), Qt::Key_Space);
        QVERIFY(flow.isPlaying());
        QTRY_VERIFY(!flow.isPlaying()); // through
        QCOMPARE(flow.place(), 3.);
        f.key(Qt::Key_F8);
        QTest::mouseClick(f.find<QToolButton>("flowPlay"), Qt::LeftButton);
        f.key(Qt::Key_F8);
        f.key(Qt::Key_F8);
        QVERIFY(!flow.isPlaying()); // nobody watches
    }

    void viewsAreWritten_data()
    {
        QTest::addColumn<QByteArray>("view");
        QTest::addColumn<int>("lines");
        QTest::newRow("attention") << QByteArray("attention") << 1 + 7;
        QTest::newRow("heads") << QByteArray("heads") << 1 + 12;
        QTest::newRow("flow") << QByteArray("flow") << 1 + 7;
    }
    void viewsAreWritten()
    {
        QFETCH(QByteArray, view);
        QFETCH(int, lines);
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView(view);
        QTRY_VERIFY(!f.panel().view().isEmpty()); // heads are measured beside the window
        const auto write = [&](const char* suffix) {
            f.chooser->target = f.path(QString("out.%1").arg(suffix));
            f.find<QAction>(qPrintable(QString("insideExport-%1").arg(suffix)))->trigger();
            [&] { QTRY_VERIFY(f.message().startsWith("Saved")); }();
            f.window->canvas().messages().hide();
            QFile file(f.chooser->target);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(write("csv").count('\n'), lines);
        QVERIFY(f.chooser->proposed.endsWith(QString("picture-%1.csv").arg(QString(view))));
        QVERIFY(write("svg").contains("<svg"));
        const QImage image = QImage::fromData(write("png"));
        QVERIFY(image.width() > 200 && image.height() > 100);
    }

    void theFlowIsWrittenAsAnAnimation()
    {
        InsideFixture f;
        f.openAnswered();
        f.openInside();
        f.showView("flow");
        f.chooser->target = f.path("flow.webp");
        f.find<QAction>("insideExport-webp")->trigger();
        QTRY_VERIFY(f.message().startsWith("Saved"));
        const RgbImage first = readImage(toPath(f.path("flow.webp")));
        QCOMPARE(first.frames, 3 * 6 + 1);
        QCOMPARE(first.width, 640);
        f.window->canvas().messages().hide();
        f.chooser->target = f.path("flow.png");
        f.find<QAction>("insideExport-frames")->trigger();
        QTRY_VERIFY(f.message().startsWith("Saved"));
        QVERIFY(QFileInfo::exists(f.path("flow-01.png")) && QFileInfo::exists(f.path("flow-19.png")));
        QVERIFY(!QFileInfo::exists(f.path("flow.png")));
    }
};

VBS_TEST_MAIN(InsideViewsTest)
#include "inside_views_test.moc"
