#include "ui/inside/plots/flip_view.h"

#include "tests/support/test_main.h"
#include "tests/ui/inside/plots/plot_fixture.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace vbs;
using namespace vbs::test;

class FlipViewTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    static InferenceResult regions()
    {
        InferenceResult result;
        for (const char* name : {"sun", "book", "hat"}) {
            Region region;
            region.label = name;
            region.attribute = std::string(name) == "book" ? "red" : "";
            result.regions.regions.push_back(region);
        }
        return result;
    }
    static SmallestFlip flip(const std::vector<std::size_t>& hidden)
    {
        SmallestFlip one;
        one.found = one.proven = true;
        one.before = {"red", .9};
        one.after = {"nothing", .5};
        one.left = 1. / 7;
        one.regions = hidden;
        one.runs = 42;
        return one;
    }
    static QPushButton* button(FlipView& view, const char* name) { return view.findChild<QPushButton*>(name); }

private Q_SLOTS:
    void sentences_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("says");
        QTest::newRow("one region") << 0 << "Without the red book the model says: nothing.";
        QTest::newRow("three") << 1 << "Without the sun, the red book and the hat the model says: nothing.";
        QTest::newRow("of two pictures")
            << 2 << "Without the red book on the left and the sun on the right the model says: nothing.";
        QTest::newRow("a word") << 3 << "Without the word “book” the model says: nothing.";
        QTest::newRow("words") << 4 << "Without the words “what” and “book” the model says: nothing.";
        QTest::newRow("none") << 5 << "The model says “red”, whatever is hidden.";
    }
    void sentences()
    {
        QFETCH(int, which);
        QFETCH(QString, says);
        InferenceResult result = regions();
        SmallestFlip one = flip(which == 0   ? std::vector<std::size_t>{1}
                                : which == 1 ? std::vector<std::size_t>{0, 1, 2}
                                : which == 2 ? std::vector<std::size_t>{1, 3}
                                             : std::vector<std::size_t>());
        if (which == 2)
            result.rightRegions = result.regions;
        if (which == 4)
            one.words.push_back({{0, 4}, "what"});
        if (which == 3 || which == 4)
            one.words.push_back({{12, 16}, "book"});
        one.found = which != 5;
        FlipView view;
        view.show(one, result);
        QCOMPARE(view.sentence(), says);
        QCOMPARE(view.findChild<QLabel*>("flipSentence")->text(), says);
        const QString facts = view.findChild<QLabel*>("flipFacts")->text();
        QVERIFY2(facts.contains("42 runs of the network."), qPrintable(facts));
        QVERIFY(facts.contains(which == 5 ? "Every set" : "Proven"));
        QVERIFY(button(view, "flipShow")->isHidden() == (which > 2));
    }

    void fromFindToShow()
    {
        FlipView view;
        view.resize(360, 240);
        view.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QSignalSpy find(&view, &FlipView::findRequested), stop(&view, &FlipView::stopRequested),
            back(&view, &FlipView::bringBackRequested);
        std::vector<std::vector<std::size_t>> hidden;
        connect(&view, &FlipView::hideRequested, this, [&](const auto& sets) { hidden.push_back(sets); });
        QVERIFY(view.isEmpty());
        button(view, "flipFind")->setFocus();
        QTest::keyClick(button(view, "flipFind"), Qt::Key_Space);
        QCOMPARE(find.count(), 1);
        view.setRunning("Hiding regions one by one.", .25);
        QVERIFY(view.isRunning() && !button(view, "flipFind")->isVisible() && button(view, "flipStop")->isVisible());
        QCOMPARE(view.findChild<QProgressBar*>()->value() * 4, view.findChild<QProgressBar*>()->maximum());
        view.setRunning("Looking for fewer regions.", -1);
        QCOMPARE(view.findChild<QProgressBar*>()->maximum(), 0);
        QTRY_VERIFY(button(view, "flipStop")->hasFocus());
        keepPicture(view, "flip-running");
        QTest::keyClick(button(view, "flipStop"), Qt::Key_Space);
        QCOMPARE(stop.count(), 1);
        view.setFailed("The search was stopped.");
        QCOMPARE(view.sentence(), QString("The search was stopped."));
        QVERIFY(!view.isRunning() && button(view, "flipFind")->isVisible());
        view.show(flip({1}), regions());
        QTest::mouseClick(button(view, "flipShow"), Qt::LeftButton);
        QCOMPARE(hidden, (std::vector<std::vector<std::size_t>>{{1}}));
        keepPicture(view, "flip");
        view.setHidden(true);
        QCOMPARE(button(view, "flipShow")->text(), QString("Bring Back"));
        QTRY_VERIFY(button(view, "flipShow")->width() >= button(view, "flipShow")->sizeHint().width());
        QTest::mouseClick(button(view, "flipShow"), Qt::LeftButton);
        QCOMPARE(back.count(), 1);
        m_theme.setMode(ThemeMode::Dark);
        keepPicture(view, "flip");
        m_theme.setMode(ThemeMode::Light);
        view.setFindable(false);
        QVERIFY(!button(view, "flipFind")->isEnabled());
    }

    void filesOfTheFlip()
    {
        FlipView view;
        QVERIFY_THROWS_EXCEPTION(Error, writePlot(view, "flip.svg"));
        view.show(flip({0, 1}), regions());
        const QList<QStringList> rows = parsedCsv(view.table());
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[2].mid(0, 4), (QStringList{"region", "1", "the red book", "red"}));
        QVERIFY(rows[2][5].toDouble() == 1. / 7);
        QCOMPARE(rows[2].size(), rows[0].size());
        QString texts;
        QVERIFY(isSvg(plotSvg(view), &texts));
        QVERIFY(texts.contains("the red book"));
        QVERIFY(pixelsLike(QImage::fromData(plotPng(view)), themeColors().text) > 100);
    }
};

VBS_TEST_MAIN(FlipViewTest)
#include "flip_view_test.moc"
