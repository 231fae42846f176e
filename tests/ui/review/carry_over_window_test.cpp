#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/review_window_fixture.h"

#include <QAction>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

/// What the review window offers when a data set is not what it was.
class CarryOverWindowTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

    void openWindow()
    {
        restart(file("p.vbsreview"));
        QTRY_VERIFY(state().item);
    }
    QAction* carryOver() const
    {
        for (QAction* action : window().findChildren<QAction*>())
            if (action->text().contains("Carry O"))
                return action;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        clear();
        const auto store = openReviewProject(project());
        store->add(act(0, DecisionKind::Accept));
        store->add(act(1, DecisionKind::Reject));
    }
    void theMessageHasTheWayOut()
    {
        OrderedJson questions = parseOrderedJson(readTextFile(path("set/questions.json")), "questions");
        questions["questions"][1]["question"] = "Which?";
        writeFileAtomically(path("set/questions.json"), jsonText(questions));
        openWindow();
        QTRY_VERIFY2(message().startsWith(file("set/questions.json") + " has changed"), qPrintable(message()));
        QVERIFY(!message().contains('`')); // no command of the terminal
        QCOMPARE(find<QPushButton>(window(), "messageAction")->text(), QString("Carry Over to the Changed Data Set…"));
        click(window(), "messageAction");
        auto* dialog = find<QDialog>(window(), "carryOver");
        QVERIFY(dialog && dialog->isVisible());
        click(*dialog, "carryStart");
        QTRY_COMPARE(state().where, file("p-2.vbsreview"));
        QTRY_VERIFY(state().item);
        QVERIFY(textOf(*dialog, "carryReport").startsWith("The new project has 7 items, 6 of them as they were."));
        QTest::keyClick(dialog, Qt::Key_Escape);
        const ReviewCounts& counts = state().counts;
        QCOMPARE(counts.accepted, std::size_t(1));
        QCOMPARE(counts.rejected, std::size_t(0)); // that was about another question
        QCOMPARE(counts.tags.at(kChangedTag), std::size_t(1));
        QCOMPARE(settings().recentReviews().value(0), file("p-2.vbsreview"));
    }

    /// Of what is not there no project can be made.
    void aMissingDataSetHasNone()
    {
        fs::remove(path("set/annotations.json"));
        openWindow();
        QTRY_VERIFY2(message().contains("annotations.json"), qPrintable(message()));
        QVERIFY(!find<QPushButton>(window(), "messageAction")->isVisible());
    }

    void theMenuOffersItWhereAReviewIsOpen()
    {
        openWindow();
        QVERIFY(carryOver() && carryOver()->isEnabled());
        carryOver()->trigger();
        QVERIFY(find<QDialog>(window(), "carryOver")->isVisible());
        window().desk().close();
        QVERIFY(!carryOver()->isEnabled());
    }
};

VBS_TEST_MAIN(CarryOverWindowTest)
#include "carry_over_window_test.moc"
