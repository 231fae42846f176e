#include "ui/canvas/canvas_pane.h"

#include "tests/support/test_main.h"
#include "tests/ui/canvas/mouse.h"
#include "ui/canvas/empty_page.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalSpy>

#include <functional>

namespace vbs::test {
namespace {

/// A picture with two things on it, and nothing behind it: no workbench, no engine.
class SmallModel : public CanvasModel {
public:
    SmallModel()
    {
        QImage image(200, 150, QImage::Format_RGB32);
        image.fill(Qt::lightGray);
        m_side.picture = OpenPicture{"a.png", "a.png", PicturePyramid::build(toRgbImage(image), {}), "a.png"};
        m_side.regions = RegionSet{200,
                                   150,
                                   {{{0, 0, 200, 150}, "whole picture", 1, "", 0, true},
                                    {{20, 20, 60, 60}, "ball", 0.9f, "red", 0.8f},
                                    {{100, 40, 180, 120}, "box", 0.6f, "blue", 0.8f}}};
    }

    const SideState& side() const override { return m_side; }
    CanvasWeights weights() const override { return m_weights; }
    std::vector<CanvasOutline> outlines() const override { return m_outlines; }
    CanvasAbsence absence() const override { return m_absence; }
    QString title() const override { return "Left: a.png"; }
    bool isInHand() const override { return m_inHand; }

    void focus() override { m_inHand = true; }
    void pick(int region) override
    {
        m_wishes << QString("pick %1").arg(region);
        m_side.picked = region;
        Q_EMIT changed(CanvasChange::Picked);
    }
    void hover(int region) override { m_wishes << QString("hover %1").arg(region); }
    void toggle(int region) override { m_wishes << QString("toggle %1").arg(region); }
    void add(const Box& b) override { m_wishes << "add " + textOf(b); }
    void change(int region, const Box& b, bool goesOn) override
    {
        m_wishes << QString("change %1 to %2%3").arg(region).arg(textOf(b), goesOn ? ", goes on" : "");
    }

    QString takeWishes()
    {
        const QString wishes = m_wishes.join("; ");
        m_wishes.clear();
        return wishes;
    }

    SideState m_side;
    CanvasWeights m_weights;
    std::vector<CanvasOutline> m_outlines;
    CanvasAbsence m_absence;
    bool m_inHand = false;

private:
    static QString textOf(const Box& b) { return QString("%1 %2 %3 %4").arg(b.x1).arg(b.y1).arg(b.x2).arg(b.y2); }

    QStringList m_wishes;
};

/// Two canvases side by side, as in Compare; each with a model of its own.
struct Panes {
    Panes()
    {
        auto* layout = new QHBoxLayout(&window);
        layout->addWidget(left);
        layout->addWidget(right);
        window.resize(1200, 500);
        window.show();
    }

    QWidget window;
    SmallModel leftModel, rightModel;
    CanvasPane* left = new CanvasPane(leftModel);
    CanvasPane* right = new CanvasPane(rightModel);

    ~Panes()
    {
        delete left; // they look at the models
        delete right;
    }
};

} // namespace

class CanvasPaneTest : public QObject {
    Q_OBJECT

    static void onEachSide()
    {
        QTest::addColumn<bool>("isRight");
        QTest::newRow("left") << false;
        QTest::newRow("right") << true;
    }

private Q_SLOTS:
    /// What the mouse and the keys wish, on the one side only.
    void wishes_data()
    {
        using Deed = std::function<void(CanvasPane&)>;
        QTest::addColumn<bool>("isRight");
        QTest::addColumn<bool>("editing");
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<QString>("wishes");
        const auto row = [](const char* name, bool editing, const Deed& deed, const QString& wishes) {
            for (const bool isRight : {false, true})
                QTest::addRow("%s, %s", name, isRight ? "right" : "left") << isRight << editing << deed << wishes;
        };
        const auto hand = [](CanvasPane& pane) { return CanvasMouseHand(pane.view()); };
        row(
            "pick", false,
            [hand](CanvasPane& p) {
                hand(p).click({40, 40});
            },
            "hover 1; pick 1");
        row(
            "hide", false,
            [hand](CanvasPane& p) {
                hand(p).click({140, 80}, Qt::RightButton);
            },
            "toggle 2");
        row(
            "hover", false,
            [hand](CanvasPane& p) {
                hand(p).moveTo({140, 80});
            },
            "hover 2");
        row(
            "draw", true,
            [hand](CanvasPane& p) {
                hand(p).drag({70, 10}, {90, 30});
            },
            "add 70 10 90 30");
        row(
            "move", true,
            [hand](CanvasPane& p) {
                hand(p).drag({30, 30}, {40, 45});
            },
            "pick 1; change 1 to 30 35 70 75");
        row(
            "resize", true,
            [hand](CanvasPane& p) {
                hand(p).click({40, 40});
                hand(p).drag({60, 60}, {70, 80});
            },
            "pick 1; change 1 to 20 20 70 80");
        row(
            "key", true,
            [hand](CanvasPane& p) {
                hand(p).click({40, 40});
                QTest::keyClick(&p.view(), Qt::Key_Right);
            },
            "pick 1; change 1 to 21 20 61 60");
    }
    void wishes()
    {
        QFETCH(bool, isRight);
        QFETCH(bool, editing);
        QFETCH(std::function<void(CanvasPane&)>, deed);
        QFETCH(QString, wishes);
        Panes panes;
        QVERIFY(QTest::qWaitForWindowExposed(&panes.window));
        panes.left->setEditing(editing);
        panes.right->setEditing(editing);
        deed(isRight ? *panes.right : *panes.left);
        const auto withoutHover = [editing](QString text) { // beside the point while drawing
            return editing ? text.remove(QRegularExpression("hover -?\\d+(; )?")).remove(QRegularExpression("; $"))
                           : text;
        };
        QCOMPARE(withoutHover((isRight ? panes.rightModel : panes.leftModel).takeWishes()), wishes);
        QCOMPARE((isRight ? panes.leftModel : panes.rightModel).takeWishes(), QString());
    }

    void theOneThatTheUserTurnsToIsInHand_data() { onEachSide(); }
    void theOneThatTheUserTurnsToIsInHand()
    {
        QFETCH(bool, isRight);
        Panes panes;
        panes.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panes.window));
        panes.leftModel.m_inHand = panes.rightModel.m_inHand = false;
        CanvasPane& pane = isRight ? *panes.right : *panes.left;
        pane.view().clearFocus();
        pane.view().setFocus();
        QCOMPARE(panes.rightModel.m_inHand, isRight);
        QCOMPARE(panes.leftModel.m_inHand, !isRight);
        Q_EMIT(isRight ? panes.rightModel : panes.leftModel).changed(CanvasChange::Texts);
        QVERIFY(pane.notice().isInHand());
    }

    void weightsAndOutlinesAreShownWhenToldOf_data() { onEachSide(); }
    void weightsAndOutlinesAreShownWhenToldOf()
    {
        QFETCH(bool, isRight);
        Panes panes;
        SmallModel& model = isRight ? panes.rightModel : panes.leftModel;
        CanvasPane& pane = isRight ? *panes.right : *panes.left;
        CanvasPane& other = isRight ? *panes.left : *panes.right;
        QVERIFY(pane.heatmap().isEmpty());
        model.m_weights = {{0, 0.7, 0.3}, 0, "Why", "Attention"};
        model.m_outlines = {{2, "the box", 0, true}};
        QVERIFY(pane.heatmap().isEmpty()); // it was not told yet
        Q_EMIT model.changed(CanvasChange::Weights);
        QVERIFY(!pane.heatmap().isEmpty());
        QCOMPARE(pane.heatmap().maximum(), 0.7);
        QCOMPARE(pane.phrases().outlines().size(), std::size_t(1));
        QVERIFY(other.heatmap().isEmpty() && other.phrases().outlines().empty());
    }

    void withoutAPictureThePageTellsTheWay_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("title");
        using Kind = CanvasAbsence::Kind;
        QTest::newRow("welcome") << int(Kind::Welcome) << "Drop a picture here";
        QTest::newRow("second") << int(Kind::Second) << "Drop a second picture here";
        QTest::newRow("opening") << int(Kind::Opening) << "b.png…";
        QTest::newRow("unopened") << int(Kind::Unopened) << "b.png could not be opened";
        QTest::newRow("missing") << int(Kind::Missing) << "b.png could not be opened";
    }
    void withoutAPictureThePageTellsTheWay()
    {
        QFETCH(int, kind);
        Panes panes;
        panes.leftModel.m_side = {};
        panes.leftModel.m_absence = {CanvasAbsence::Kind(kind), "b.png", false, "Go on without it."};
        Q_EMIT panes.leftModel.changed(kAllCanvasChanges);
        QVERIFY(panes.left->emptyPage().isVisible() && !panes.left->view().isVisible());
        QVERIFY(panes.right->view().isVisible());
        QTEST(panes.left->emptyPage().findChild<QLabel*>()->text(), "title");
    }

    /// What the tool does is read in full, below the title where the canvas is narrow.
    void theToolsHintIsNotCutOff()
    {
        Panes panes;
        panes.left->setEditing(true);
        CanvasGeometry wide, narrow;
        wide.canvas = QRectF(0, 0, 1200, 500);
        narrow.canvas = QRectF(0, 0, 300, 500);
        const QRectF one = panes.left->notice().fixedArea(wide), two = panes.left->notice().fixedArea(narrow);
        QVERIFY(two.height() > one.height());
        QVERIFY(two.width() < one.width());
        QFont font = QApplication::font();
        font.setPixelSize(12);
        QVERIFY(two.width() >= QFontMetricsF(font).horizontalAdvance(panes.left->notice().tool()));
    }

    /// An own box over nothing that the pack knows is not called by what it resembles least badly.
    void aGuessIsNoName()
    {
        Panes panes;
        panes.leftModel.m_side.choice.own = std::vector<Region>{{{20, 20, 60, 60}, "balloon", 0.008f, "red", 0.3f},
                                                                {{100, 40, 180, 120}, "box", 0.6f, "blue", 0.8f}};
        panes.leftModel.m_side.regions->regions = *panes.leftModel.m_side.choice.own;
        Q_EMIT panes.leftModel.changed(kAllCanvasChanges);
        QStringList names;
        for (const auto& outline : panes.left->boxes().outlines())
            names << outline.name;
        names.sort();
        QCOMPARE(names, (QStringList{"blue box", "unknown"}));
        CanvasMouseHand(panes.left->view()).moveTo({40, 40});
        const QString tag = panes.left->hover().tagLines().join('|');
        QVERIFY2(tag.contains("Nothing here that this pack knows") && tag.contains("red balloon"), qPrintable(tag));
        panes.leftModel.m_side.regions->regions[0].givenLabel = "cloud";
        Q_EMIT panes.leftModel.changed(kAllCanvasChanges);
        CanvasMouseHand(panes.left->view()).moveTo({41, 41});
        QCOMPARE(panes.left->hover().tagLines().value(0), QString("cloud"));
    }

    void escapeLaysTheToolDown_data() { onEachSide(); }
    void escapeLaysTheToolDown()
    {
        QFETCH(bool, isRight);
        Panes panes;
        CanvasPane& pane = isRight ? *panes.right : *panes.left;
        pane.setEditing(true);
        QVERIFY(!pane.notice().tool().isEmpty());
        QSignalSpy left(&pane, &CanvasPane::editingLeft);
        QTest::keyClick(&pane.view(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        pane.setEditing(false);
        QVERIFY(pane.notice().tool().isEmpty());
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::CanvasPaneTest)
#include "canvas_pane_test.moc"
