#include "ui/inside/plots/points_plot.h"

#include "tests/support/test_main.h"
#include "tests/ui/inside/plots/plot_fixture.h"

#include <QAbstractScrollArea>
#include <QSignalSpy>
#include <QSlider>

using namespace vbs;
using namespace vbs::test;

class PointsPlotTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    static PointsData data()
    {
        using Kind = PlotPosition::Kind;
        PointsData all;
        all.positions = {{Kind::Mark, "[CLS]"}, {Kind::Word, "red"},        {Kind::Word, "ball"},
                         {Kind::Mark, "[SEP]"}, {Kind::Region, "red ball"}, {Kind::Region, "sun"}};
        all.layers = {{{{{-4, 1}}, {{-2, -1}}, {{-1, 2}}, {{-3, -2}}, {{5, 2}}, {{5, -2}}}, {.5, .25}},
                      {{{{-9, 3}}, {{2, -5}}, {{4, 1. / 3}}, {{-9, -3}}, {{5, 1}}, {{7, 4}}}, {.625, .125}}};
        return all;
    }
    static QWidget* viewport(const PointsPlot& plot)
    {
        return static_cast<QAbstractScrollArea*>(plot.canvas())->viewport();
    }
    static QPoint at(const PointsPlot& plot, int position)
    {
        return viewport(plot)->mapFrom(&plot, plot.positionOnPlot(position).toPoint());
    }
    static QString spoken(const PointsPlot& plot) { return plot.canvas()->accessibleDescription(); }

private Q_SLOTS:
    void mouseAndKeys()
    {
        PointsPlot plot;
        plot.resize(360, 460);
        plot.show(data());
        plot.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QSignalSpy clicked(&plot, &PointsPlot::pointClicked);
        QTest::mouseMove(viewport(plot), at(plot, 4));
        QTRY_VERIFY(spoken(plot).contains("Region: red ball"));
        QTest::mouseClick(viewport(plot), Qt::LeftButton, {}, at(plot, 2));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 2);
        QTest::mouseClick(viewport(plot), Qt::LeftButton, {}, (at(plot, 4) + at(plot, 1)) / 2); // nothing there
        QCOMPARE(clicked.count(), 1);
        plot.choose(1);
        QCOMPARE(plot.chosen(), 1);
        plot.canvas()->setFocus();
        QTest::keyClick(plot.canvas(), Qt::Key_Right);
        QTest::keyClick(plot.canvas(), Qt::Key_Return);
        QCOMPARE(clicked.count(), 2);
        plot.choose(99);
        QCOMPARE(plot.chosen(), -1);
        QVERIFY(plot.sentence().contains("50 % (across) and 25 % (upwards)"));
        plot.clear();
        QTest::keyClick(plot.canvas(), Qt::Key_Right);
        QTest::mouseClick(viewport(plot), Qt::LeftButton, {}, QPoint(40, 40));
        QCOMPARE(clicked.count(), 2);
    }

    void pointsMoveToTheNextLayer()
    {
        PointsPlot plot;
        plot.resize(360, 460);
        plot.show(data());
        plot.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QSignalSpy changed(&plot, &PointsPlot::layerChanged);
        const QPointF before = plot.positionOnPlot(1);
        plot.canvas()->setFocus();
        QTest::keyClick(plot.canvas(), Qt::Key_PageUp);
        QCOMPARE(plot.layer(), 1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(plot.isMoving());
        QVERIFY((plot.positionOnPlot(1) - before).manhattanLength() < 40); // it does not jump
        QTRY_VERIFY(!plot.isMoving());
        QVERIFY((plot.positionOnPlot(1) - before).manhattanLength() > 40);
        plot.setLayer(0);
        QCOMPARE(changed.count(), 1); // not by the user
        plot.setLayer(1);             // halfway there
        QTRY_VERIFY(!plot.isMoving());
        QTest::keyClick(plot.findChild<QSlider*>("plotLayer"), Qt::Key_Home);
        QCOMPARE(plot.layer(), 0);
        QTRY_VERIFY(!plot.isMoving());
        QVERIFY((plot.positionOnPlot(1) - before).manhattanLength() < 2);
        plot.choose(4);
        keepPicture(plot, "points");
        m_theme.setMode(ThemeMode::Dark);
        QCoreApplication::processEvents();
        QVERIFY((plot.positionOnPlot(1) - before).manhattanLength() < 8);
        keepPicture(plot, "points");
        m_theme.setMode(ThemeMode::Light);
        plot.setLayer(1);
        plot.show(data()); // the layer stays
        QCOMPARE(plot.layer(), 1);
    }

    void bothDirectionsHaveOneUnit()
    {
        PointsPlot plot;
        for (const QSize& size : {QSize(360, 600), QSize(700, 400)}) {
            plot.resize(size);
            plot.show(data());
            plot.QWidget::show();
            QVERIFY(QTest::qWaitForWindowExposed(&plot));
            QCoreApplication::processEvents();
            const QPointF a = plot.positionOnPlot(4), b = plot.positionOnPlot(5), c = plot.positionOnPlot(0);
            const double perUnit = (b.y() - a.y()) / 4; // from (5, 2) to (5, -2)
            QVERIFY(std::abs((a.x() - c.x()) / 9 - perUnit) < .05 * perUnit);
        }
    }

    void filesOfThePlot()
    {
        PointsPlot plot;
        const PointsData all = data();
        plot.show(all);
        const QList<QStringList> rows = parsedCsv(plot.table());
        QCOMPARE(rows.size(), 1 + 2 * 6);
        for (int i = 0; i < 12; ++i) {
            const QStringList& row = rows[i + 1];
            const PlanePoints& plane = all.layers[std::size_t(i / 6)];
            QCOMPARE(row[3], all.positions[std::size_t(i % 6)].name);
            QVERIFY(row[4].toDouble() == plane.points[std::size_t(i % 6)][0]);
            QVERIFY(row[5].toDouble() == plane.points[std::size_t(i % 6)][1]);
            QVERIFY(row[6].toDouble() == plane.explained[0]);
        }
        QCOMPARE(rows[5][2], QString("region"));
        QString texts;
        QVERIFY(isSvg(plotSvg(plot), &texts));
        QVERIFY(texts.contains("Words") && texts.contains("50 % (across)"));
        QCOMPARE(QImage::fromData(plotPng(plot)).size(), plot.drawingSize() * 2);
    }
};

VBS_TEST_MAIN(PointsPlotTest)
#include "points_plot_test.moc"
