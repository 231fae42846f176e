#include "ui/inside/plots/curves_plot.h"

#include "tests/support/test_main.h"
#include "tests/ui/inside/plots/plot_fixture.h"

#include <QSignalSpy>

using namespace vbs;
using namespace vbs::test;

class CurvesPlotTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    static HidingCurves curves(double occlusion, double rollout)
    {
        HidingCurves all;
        all.answer = {"orange", .9};
        all.runs = 25;
        for (const auto& [name, good] : {std::pair<const char*, double>{"random", 0},
                                         {"attention", -.1},
                                         {"rollout", rollout},
                                         {"relevance", .05},
                                         {"occlusion", occlusion}}) {
            HidingCurve curve{name, {2, 0, 1}, {.9, .6 - good, .3 - good / 3, .1}, {.1, .3 + good, .6 + good / 3, .9}};
            curve.deletionArea = (.5 + .6 - good + .3 - good / 3) / 3;
            curve.insertionArea = (.5 + .9 + good + good / 3) / 3;
            all.curves.push_back(curve);
        }
        return all;
    }

private Q_SLOTS:
    void whichDeservesTrust_data()
    {
        QTest::addColumn<double>("occlusion");
        QTest::addColumn<double>("rollout");
        QTest::addColumn<int>("best");
        QTest::addColumn<QString>("says");
        QTest::newRow("one") << .25 << .1 << 4 << "occlusion deserves most trust";
        QTest::newRow("two") << .2 << .199 << 4 << "rollout and occlusion deserve most trust";
        QTest::newRow("relevance is left") << -.2 << -.3 << 3 << "relevance deserves most trust";
    }
    void whichDeservesTrust()
    {
        QFETCH(double, occlusion);
        QFETCH(double, rollout);
        QFETCH(int, best);
        QFETCH(QString, says);
        const HidingCurves all = curves(occlusion, rollout);
        QCOMPARE(mostTrusted(all), best);
        CurvesPlot plot;
        QSignalSpy changed(&plot, &Plot::sentenceChanged);
        plot.show(all);
        QVERIFY2(plot.sentence().contains(says), qPrintable(plot.sentence()));
        QVERIFY(plot.sentence().contains("no proof"));
        QCOMPARE(changed.count(), 1);
    }

    void noneBeatsChance()
    {
        HidingCurves all = curves(0, 0);
        all.curves.erase(all.curves.begin() + 3);
        QCOMPARE(mostTrusted(all), -1);
        CurvesPlot plot;
        plot.show(all);
        QVERIFY(plot.sentence().startsWith("No explanation orders the regions better than chance"));
        QCOMPARE(mostTrusted({}), -1);
    }

    void legendAndKeys()
    {
        CurvesPlot plot;
        plot.resize(360, 480);
        plot.show(curves(.25, .1));
        plot.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        auto* legend = plot.findChild<LegendView*>();
        QVERIFY(legend->accessibleDescription().contains("occlusion: 36 % / 58 %"));
        QVERIFY(legend->accessibleDescription().contains("random order: 47 % / 47 %"));
        plot.canvas()->setFocus();
        QTest::keyClick(plot.canvas(), Qt::Key_Home);
        QVERIFY(legend->accessibleDescription().contains("occlusion: 90 % / 10 %"));
        QTest::keyClick(plot.canvas(), Qt::Key_Right);
        QVERIFY(legend->accessibleDescription().contains("1 of 3 regions"));
        QVERIFY(legend->accessibleDescription().contains("occlusion: 35 % / 55 %"));
        keepPicture(plot, "curves");
        m_theme.setMode(ThemeMode::Dark);
        QCoreApplication::processEvents();
        keepPicture(plot, "curves");
        m_theme.setMode(ThemeMode::Light);
    }

    void filesOfThePlot()
    {
        const HidingCurves all = curves(1. / 7, .1);
        CurvesPlot plot;
        plot.show(all);
        const QList<QStringList> rows = parsedCsv(plot.table());
        QCOMPARE(rows.size(), 1 + 5 * 4);
        for (int i = 0; i < 20; ++i) {
            const HidingCurve& curve = all.curves[std::size_t(i / 4)];
            const auto step = std::size_t(i % 4);
            const QStringList& row = rows[i + 1];
            QCOMPARE(row.size(), rows.front().size());
            QCOMPARE(row[1].toStdString(), curve.method);
            QCOMPARE(row[3], step == 0 ? QString() : QString::number(curve.order[step - 1]));
            QVERIFY(row[4].toDouble() == curve.deletion[step] && row[5].toDouble() == curve.insertion[step]);
            QVERIFY(row[6].toDouble() == curve.deletionArea && row[7].toDouble() == curve.insertionArea);
        }
        QString texts;
        QVERIFY(isSvg(plotSvg(plot), &texts));
        QVERIFY(texts.contains("random order") && texts.contains("deserves most trust"));
        QCOMPARE(QImage::fromData(plotPng(plot)).size(), plot.drawingSize() * 2);
    }
};

VBS_TEST_MAIN(CurvesPlotTest)
#include "curves_plot_test.moc"
