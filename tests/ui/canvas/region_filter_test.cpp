#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kObjects = 36;

/// 36 objects with scores of 0.95, 0.93, ... after the whole picture.
InferenceResult manyRegions()
{
    InferenceResult result = cannedResult(320, 240);
    result.regions.regions.resize(1);
    for (int i = 0; i < kObjects; ++i) {
        Region region;
        region.box = {float(i % 9) * 30, float(i / 9) * 50, float(i % 9) * 30 + 24, float(i / 9) * 50 + 40};
        region.label = "thing " + std::to_string(i);
        region.score = 0.95f - 0.02f * float(i);
        result.regions.regions.push_back(region);
    }
    result.explanation.regions.assign(result.regions.regions.size(), 0.02);
    return result;
}

class FilterFixture : public WindowFixture {
public:
    void openWithMany()
    {
        LoadPackResult pack = scriptedPack();
        pack.pack.extractor = {"faster_rcnn_fpn", 329, "Faster R-CNN with FPN"};
        expectPack(pack);
        BackendScript::Step step;
        step.reply = manyRegions();
        script->setOtherwise(step);
        openWithPicture();
    }

    QSpinBox* score() const { return find<QSpinBox>("minimumScore"); }
    QSpinBox* most() const { return find<QSpinBox>("maximumCount"); }
    QString count() const { return find<QLabel>("regionCount")->text(); }
    int hiddenInLastRequest() const
    {
        const std::vector<bool> hidden = script->requests().back().hiddenRegions;
        return int(std::count(hidden.begin(), hidden.end(), true));
    }

    void enter(QSpinBox* box, const QString& number) const
    {
        box->setFocus();
        box->selectAll();
        for (const QChar c : number)
            QTest::keyClick(window->windowHandle(), c.toLatin1());
        key(Qt::Key_Return);
    }
};

} // namespace

/// Fewer regions by score and count.
class RegionFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countFromTheKeyboard()
    {
        FilterFixture f;
        f.openWithMany();
        QCOMPARE(f.count(), QString("36 regions"));
        const QImage before = f.view().viewport()->grab().toImage();
        f.enter(f.most(), "9");
        QCOMPARE(f.count(), QString("9 of 36 regions"));
        QCOMPARE(f.find<QLabel>("statusRegion")->text(), QString("9 of 36 regions"));
        QCOMPARE(f.list("regions")->model()->rowCount(), 9);
        QVERIFY(f.view().viewport()->grab().toImage() != before);
        QTest::mouseMove(f.view().viewport(), f.onCanvas(12, 170)); // a hidden region
        QCoreApplication::processEvents();
        QVERIFY(f.window->canvas().hover().tagLines().isEmpty());
        QTest::mouseMove(f.view().viewport(), f.onCanvas(12, 20));
        QTRY_COMPARE(f.window->canvas().hover().tagLines().value(0), QString("thing 0 (95 % sure)"));
    }

    void scoreByTheSlider()
    {
        FilterFixture f;
        f.openWithMany();
        auto* slider = f.find<QSlider>("minimumScoreSlider");
        slider->setFocus();
        for (int i = 0; i < 80; ++i)
            f.key(Qt::Key_Right);
        QCOMPARE(slider->value(), 80);
        QCOMPARE(f.score()->value(), 80);
        QCOMPARE(f.count(), QString("8 of 36 regions")); // 0.95, 0.93, ... 0.81
    }

    void hiddenRegionsAreNotGivenToTheModel()
    {
        FilterFixture f;
        f.openWithMany();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.hiddenInLastRequest(), 0);
        const int calls = f.script->started();
        f.enter(f.most(), "5");
        QVERIFY(!answerFitsRegions(f.state(), Side::Left));
        QTRY_VERIFY(answerFitsRegions(f.state(), Side::Left));
        QCOMPARE(f.script->started(), calls + 1);
        QCOMPARE(f.script->requests().back().hiddenRegions.size(), std::size_t(kObjects + 1));
        QVERIFY(!f.script->requests().back().hiddenRegions.front()); // the whole picture stays
        QCOMPARE(f.hiddenInLastRequest(), kObjects - 5);
        QVERIFY(f.script->requests().back().boxes.empty());
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        QCOMPARE(f.state().history.size(), std::size_t(1)); // only what was asked on purpose is kept
    }

    void aFilterWithoutEffectAsksNothing()
    {
        FilterFixture f;
        f.openWithMany();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.enter(f.score(), "20"); // the lowest score is 25 %
        QVERIFY(answerFitsRegions(f.state(), Side::Left));
        QCOMPARE(f.count(), QString("36 regions"));
    }

    void reset()
    {
        FilterFixture f;
        f.openWithMany();
        auto* reset = f.find<QAbstractButton>("resetFilter");
        QVERIFY(!reset->isEnabled());
        f.enter(f.most(), "9");
        f.enter(f.score(), "90");
        QCOMPARE(f.count(), QString("3 of 36 regions"));
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(f.count(), QString("36 regions"));
        QCOMPARE(f.most()->value(), 0);
        QCOMPARE(f.score()->value(), 0);
        QVERIFY(!reset->isEnabled());
    }

    void everythingHidden()
    {
        FilterFixture f;
        f.openWithMany();
        f.enter(f.score(), "100");
        QCOMPARE(f.count(), QString("0 of 36 regions"));
        QVERIFY(f.find<QLabel>("noRegions")->isVisible());
        QVERIFY(f.find<QLabel>("noRegions")->text().contains("hides every"));
    }

    void aHiddenRegionIsNotPicked()
    {
        FilterFixture f;
        f.openWithMany();
        f.window->workbench().regions(Side::Left).pick(kObjects);
        QCOMPARE(f.state().left.picked, kObjects);
        f.enter(f.most(), "9");
        QCOMPARE(f.state().left.picked, -1);
        f.window->workbench().regions(Side::Left).pick(kObjects);
        QCOMPARE(f.state().left.picked, -1);
    }

    void editingBeginsWithWhatIsShown()
    {
        FilterFixture f;
        f.openWithMany();
        f.enter(f.most(), "3");
        f.view().setFocus();
        f.key(Qt::Key_D);
        f.key(Qt::Key_Tab);
        f.key(Qt::Key_Delete);
        QCOMPARE(f.count(), QString("2 regions (edited by you)"));
        QVERIFY(!f.find<QWidget>("regionFilter")->isVisible()); // nothing is left out of the user's own regions
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.count(), QString("3 of 36 regions"));
        QVERIFY(f.find<QWidget>("regionFilter")->isVisible());
        QCOMPARE(f.most()->value(), 3);
    }

    void picturesAndHistoryKeepTheirFilter()
    {
        FilterFixture f;
        BackendScript::Step step;
        step.reply = manyRegions();
        f.script->setOtherwise(step);
        f.open({f.picture("a.png"), f.picture("b.png", QSize(320, 240), Qt::red)});
        QTRY_VERIFY(f.state().left.regions);
        f.enter(f.most(), "9");
        f.type("one?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.view().setFocus();
        f.key(Qt::Key_PageDown);
        QTRY_VERIFY(f.state().left.picture->name == "b.png" && f.state().left.regions);
        QCOMPARE(f.count(), QString("9 of 36 regions")); // a new picture takes the filter over
        f.enter(f.most(), "20");
        QTRY_COMPARE(f.hiddenInLastRequest(), kObjects - 20);
        f.view().setFocus();
        f.key(Qt::Key_PageUp);
        QTRY_VERIFY(f.state().left.picture->name == "a.png" && f.state().left.regions);
        QCOMPARE(f.most()->value(), 9); // one that was open before has its own
        f.enter(f.most(), "30");
        f.window->workbench().recall(0);
        QCOMPARE(f.most()->value(), 9);
        QVERIFY(answerFitsRegions(f.state(), Side::Left));
    }

    void theExtractorIsNamed()
    {
        FilterFixture f;
        f.openWithMany();
        const QString text = f.find<QLabel>("extractor")->text();
        QVERIFY2(text.contains("Faster R-CNN with FPN"), qPrintable(text));
        QVERIFY(f.find<QLabel>("extractor")->toolTip().contains("329 numbers"));
        QVERIFY2(text.contains("12 ms") || text.contains("13 ms"), qPrintable(text));
    }
};

VBS_TEST_MAIN(RegionFilterTest)
#include "region_filter_test.moc"
