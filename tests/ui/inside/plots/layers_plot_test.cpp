#include "ui/inside/plots/layers_plot.h"

#include "tests/support/test_main.h"
#include "tests/ui/inside/plots/plot_fixture.h"
#include "ui/inside/plots/plot_colors.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace vbs;
using namespace vbs::test;

class LayersPlotTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    static Inspection inspection()
    {
        Inspection seen;
        seen.layers = 3;
        seen.answersByLayer = {{{"blue", .5}, {"red", .25}},
                               {{"red", .4}, {"blue", .3}},
                               {{"red", .6}, {"blue", .2}, {"=1+1, \"so\"", .1}},
                               {{"red", .75}, {"blue", .125}, {"=1+1, \"so\"", 1. / 15}}};
        return seen;
    }
    static QStringList values(const LayersPlot& plot)
    {
        QStringList list;
        for (const LegendRow& row : plot.findChild<LegendView*>()->rows())
            list.append(row.name + '=' + row.value);
        return list;
    }

private Q_SLOTS:
    void answersOfAnInspection()
    {
        const LayersData data = layersOfAnswers(inspection(), "Answer");
        QCOMPARE(data.series.size(), std::size_t(3));
        QCOMPARE(data.series[0].name, QString("red"));
        QCOMPARE(data.series[0].probabilities, (std::vector<double>{.25, .4, .6, .75}));
        QCOMPARE(data.series[2].probabilities, (std::vector<double>{0, 0, .1, 1. / 15}));
        QCOMPARE(data.settled, 1);
        QVERIFY(layersOfAnswers(Inspection(), "Answer").series.empty());
    }

    void regionsOfAPhrase()
    {
        const LayersData data =
            layersOf({{.1, .2, .3, .1, .1, .2}, {.5, .1, .1, .1, .1, .1}, {.4, .05, .05, .1, .1, .3}},
                     {"a", "b", "c", "d", "e", "f"}, "the ball");
        QCOMPARE(data.series.size(), kMostLayerSeries);
        QCOMPARE(data.series[0].name, QString("a"));
        QCOMPARE(data.series[1].name, QString("f"));
        QCOMPARE(data.settled, 1);
        QVERIFY(layersOf({}, {}, "").series.empty());
    }

    void keysAndMouseChooseALayer()
    {
        LayersPlot plot;
        plot.resize(360, 420);
        plot.show(layersOfAnswers(inspection(), "Answer"));
        plot.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QCOMPARE(plot.layer(), 3);
        QVERIFY(values(plot).contains("red=75 %"));
        QVERIFY(plot.sentence().contains("from layer 1 of 3"));
        QVERIFY(plot.sentence().contains("taught on the last layer only"));
        QCOMPARE(plot.findChild<QLabel*>("plotSentence")->text(), plot.sentence());
        QSignalSpy chosen(&plot, &LayersPlot::layerChanged);
        plot.canvas()->setFocus();
        QTest::keyClick(plot.canvas(), Qt::Key_Left);
        QCOMPARE(plot.layer(), 2);
        QVERIFY(values(plot).contains("red=60 %"));
        QTest::keyClick(plot.canvas(), Qt::Key_Home);
        QCOMPARE(plot.layer(), 0);
        QVERIFY(values(plot).contains("Answer=Embeddings"));
        QTest::keyClick(plot.canvas(), Qt::Key_Left);
        QCOMPARE(chosen.count(), 2);
        QTest::keyClick(plot.canvas(), Qt::Key_End);
        QCOMPARE(plot.layer(), 3);
        auto* viewport = static_cast<QAbstractScrollArea*>(plot.canvas())->viewport();
        QTest::mouseClick(viewport, Qt::LeftButton, {}, QPoint(viewport->width() / 4, viewport->height() / 2));
        QVERIFY(plot.layer() == 0 || plot.layer() == 1);
        QVERIFY(!plot.canvas()->accessibleName().isEmpty());
        QVERIFY(plot.canvas()->accessibleDescription().contains("red"));
        keepPicture(plot, "layers");
        m_theme.setMode(ThemeMode::Dark);
        QCoreApplication::processEvents();
        QVERIFY(pixelsLike(plot.grab().toImage(), themeColors(true).base) > 10'000);
        QVERIFY(pixelsLike(plot.grab().toImage(), plotColor(0)) > 30);
        keepPicture(plot, "layers");
        m_theme.setMode(ThemeMode::Light);
        plot.clear();
        QVERIFY(plot.isEmpty() && plot.sentence().isEmpty());
        QTest::keyClick(plot.canvas(), Qt::Key_Left); // harmless
    }

    void tableReadsBack()
    {
        LayersPlot plot;
        const LayersData data = layersOfAnswers(inspection(), "What, \"now\"?");
        plot.show(data);
        const QList<QStringList> rows = parsedCsv(plot.table());
        QCOMPARE(rows.front(), (QStringList{"what", "layer", "name", "probability"}));
        QCOMPARE(rows.size(), 1 + 3 * 4);
        for (int i = 0; i < 12; ++i) {
            const LayerSeries& series = data.series[std::size_t(i / 4)];
            const QStringList& row = rows[i + 1];
            QCOMPARE(row[0], QString("What, \"now\"?"));
            QCOMPARE(row[1].toInt(), i % 4);
            QCOMPARE(row[2], i < 8 ? series.name : '\'' + series.name);             // no formula
            QVERIFY(row[3].toDouble() == series.probabilities[std::size_t(i % 4)]); // to the last digit
        }
    }

    void filesOfThePlot()
    {
        QTemporaryDir folder;
        const std::filesystem::path at = folder.path().toStdString();
        LayersPlot plot;
        QVERIFY_THROWS_EXCEPTION(Error, writePlot(plot, at / "empty.svg"));
        plot.show(layersOfAnswers(inspection(), "Answer <b>"));
        for (const char* name : {"layers.png", "layers.svg", "layers.csv"})
            writePlot(plot, at / name);
        QVERIFY_THROWS_EXCEPTION(Error, writePlot(plot, at / "layers.pdf"));
        const QImage image(folder.filePath("layers.png"));
        QCOMPARE(image.size(), plot.drawingSize() * 2);
        QVERIFY(pixelsLike(image, plotColor(0)) > 200);
        QFile svg(folder.filePath("layers.svg")), csv(folder.filePath("layers.csv"));
        QVERIFY(svg.open(QIODevice::ReadOnly) && csv.open(QIODevice::ReadOnly));
        QString texts;
        QVERIFY(isSvg(svg.readAll(), &texts));
        QVERIFY(texts.contains("red") && texts.contains("Answer <b>") && texts.contains("Layer (0: embeddings)"));
        QCOMPARE(csv.readAll().toStdString(), plot.table());
    }
};

VBS_TEST_MAIN(LayersPlotTest)
#include "layers_plot_test.moc"
