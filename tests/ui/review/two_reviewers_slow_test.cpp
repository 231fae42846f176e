#include "tests/support/test_main.h"
#include "tests/ui/review/team_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QTreeWidget>

#include <set>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kItems = 30, kPatience = 30'000; ///< milliseconds, for a server on a slow disk

/// Of five items each, both accept three, disagree on one, and are unsure of one.
Qt::Key keyOf(const Desktop& who)
{
    switch (who.shown() % 5) {
    case 3:
        return who.name == "bob" ? Qt::Key_R : Qt::Key_A;
    case 4:
        return Qt::Key_U;
    default:
        return Qt::Key_A;
    }
}

const std::vector<std::uint32_t> kDisputed{3, 8, 13, 18, 23, 28};

} // namespace

/// Reviewers in their windows on a server, with keys as fast as they can be pressed.
class TwoReviewersWindowTest : public QObject, private DialogParts {
    Q_OBJECT

    LocalPostgres m_server;
    QString m_address;

    void make(const char* name, int reviewersWanted)
    {
        m_address = QString::fromStdString(m_server.address(name));
        ProjectDraft draft = draftOf(dataset(kItems), {}, name);
        draft.project.reviewersWanted = reviewersWanted;
        makeReviewProject(m_address.toStdString(), draft);
    }
    std::unique_ptr<Desktop> opened(const QString& name) const
    {
        auto desktop = std::make_unique<Desktop>(file(""), name);
        desktop->open(m_address);
        desktop->window->desk().setOrder(QueueOrder::DataSet);
        return desktop;
    }

    /// Each presses keys, twice where once would do, until both have decided so many.
    static void race(Desktop& ann, Desktop& bob, std::size_t each)
    {
        QElapsedTimer timer;
        timer.start();
        while ((ann.decidedBy("ann") < each || bob.decidedBy("bob") < each) && timer.elapsed() < 60'000) {
            for (Desktop* who : {&ann, &bob}) {
                if (who->decidedBy(who->name.toLatin1()) >= each)
                    continue;
                who->activate(); // time passes
                for (int presses = 0; presses < 2 && who->decidedBy(who->name.toLatin1()) < each; ++presses)
                    who->pressNow(keyOf(*who));
            }
            QCoreApplication::processEvents();
        }
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(ann.message() + " / " + bob.message()));
        qInfo("%d decisions of each took %d ms", int(each), int(timer.elapsed()));
    }

    static QString cell(const Desktop& who, const QString& name)
    {
        const auto* tree = who.window->findChild<QTreeWidget*>("metricsAgreement");
        const auto rows = tree->findItems(name, Qt::MatchExactly);
        return rows.isEmpty() ? QString() : rows.front()->text(1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = LocalPostgres::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    }
    void cleanup() { QVERIFY(StoreThread::waitForLeft(std::chrono::seconds(30))); }

    void bothDecideAllAndAThirdSettles()
    {
        make("race", 2);
        const auto ann = opened("ann"), bob = opened("bob");
        QTRY_COMPARE(ann->text("itemOpened"), QString("bob has this item open, too."));
        QTRY_COMPARE(bob->text("itemOpened"), QString("ann has this item open, too."));
        race(*ann, *bob, 8);

        QTRY_COMPARE(bob->decidedBy("ann"), std::size_t(8));
        QElapsedTimer timer;
        QTRY_VERIFY(ann->decidedBy("ann") == 8 && ann->shown() != 7);
        ann->activate();
        const auto press = [&] {
            timer.start();
            ann->pressNow(keyOf(*ann)); // nothing, while the item is on its way
        };
        QTRY_VERIFY((ann->decidedBy("ann") == 9 || (press(), false)));
        QTRY_COMPARE_WITH_TIMEOUT(bob->decidedBy("ann"), std::size_t(9), 1000);
        qInfo("It appeared after %d ms", int(timer.elapsed()));

        m_server.stop();
        race(*ann, *bob, 16);
        for (const Desktop* who : {ann.get(), bob.get()}) {
            QVERIFY(!who->isConnected());
            QVERIFY2(who->text("reviewTeam").contains("waiting to be sent"), qPrintable(who->text("reviewTeam")));
            QVERIFY2(who->message().contains("cannot be reached"), qPrintable(who->message()));
        }
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
        for (const Desktop* who : {ann.get(), bob.get()})
            QTRY_VERIFY(who->isConnected() && who->state().team.waiting == 0);
        QTRY_VERIFY(ann->decidedBy("bob") == 16 && bob->decidedBy("ann") == 16);
        race(*ann, *bob, kItems);
        QTRY_VERIFY(ann->decidedBy("bob") == kItems && bob->decidedBy("ann") == kItems);

        std::set<std::pair<std::uint32_t, std::string>> once;
        const std::vector<Decision> decisions = openReviewProject(m_address.toStdString())->decisions();
        for (const Decision& act : decisions) {
            const std::string what = act.reviewer + " decided item " + std::to_string(act.item) + " again.";
            QVERIFY2(once.insert({act.item, act.reviewer}).second, what.c_str());
            const bool rejects = act.item % 5 == 3 && act.reviewer == "bob";
            QCOMPARE(act.kind, act.item % 5 == 4 ? DecisionKind::Unsure
                               : rejects         ? DecisionKind::Reject
                                                 : DecisionKind::Accept);
        }
        QCOMPARE(once.size(), std::size_t(2 * kItems));
        QCOMPARE(decisions.size(), once.size());

        // Of 30 they agree on 24. By chance: .8 · .6 + .2 · .2 = .52; pooled .7² + .1² + .2² = .54.
        ann->window->findChild<QDockWidget*>("metricsDock")->show();
        QTRY_COMPARE(cell(*ann, "Cohen's kappa: ann and bob"), QString("0.583")); // (.8 − .52) / .48
        QCOMPARE(cell(*ann, "Fleiss' kappa"), QString("0.565"));                  // (.8 − .54) / .46
        QCOMPARE(cell(*ann, "Krippendorff's alpha"), QString("0.572"));           // 1 − .2 / (1656 / 3540)
        settle(*ann);
    }

    void whatIsClosedWhileTheServerHangsIsKept()
    {
        make("hangs", 1);
        auto ann = opened("ann");
        const int item = ann->shown();
        QTRY_VERIFY(!ann->state().team.open.empty());
        m_server.freeze();
        ann->press(Qt::Key_A);
        QTRY_VERIFY2(ann->message().contains("not kept yet"), qPrintable(ann->message()));
        QTRY_VERIFY(ann->text("reviewTeam").contains("does not answer"));
        QVERIFY(ann->decidedBy("ann") == 0); // nothing is shown as decided before it is kept
        QElapsedTimer timer;
        timer.start();
        ann->window->close();
        ann.reset();
        qInfo("Closing took %d ms", int(timer.elapsed()));
        QVERIFY(timer.elapsed() < 500);
        m_server.goOn();
        QVERIFY(StoreThread::waitForLeft(std::chrono::seconds(30)));
        const auto store = openReviewProject(m_address.toStdString());
        QCOMPARE(store->decisions().size(), std::size_t(1));
        QCOMPARE(int(store->decisions().front().item), item);
        QVERIFY(store->team()->claims().empty());
    }

    void openingThatHangsIsLeft()
    {
        make("slow", 1);
        Desktop ann(file(""), "ann");
        m_server.freeze();
        ann.window->open(m_address);
        QTRY_VERIFY2(ann.message().contains("does not answer"), qPrintable(ann.message()));
        QElapsedTimer timer;
        timer.start();
        ann.press(Qt::Key_W, Qt::ControlModifier);
        qInfo("Closing took %d ms", int(timer.elapsed()));
        QVERIFY(timer.elapsed() < 500);
        QVERIFY(ann.state().where.isEmpty() && !ann.state().opening);
        QVERIFY(ann.window->findChild<QWidget*>("reviewStart")->isVisible());
        m_server.goOn();
        ann.open(m_address);
    }

private:
    void settle(const Desktop& ann)
    {
        const auto cleo = opened("cleo");
        auto* standing = cleo->window->findChild<QComboBox*>("filterStanding");
        const int conflict = standing->findText("In conflict (6)");
        QVERIFY(conflict >= 0);
        standing->setFocus();
        while (standing->currentIndex() < conflict)
            cleo->press(Qt::Key_Down);
        QTRY_COMPARE(cleo->state().queue, kDisputed);
        cleo->activate();
        QTRY_VERIFY_WITH_TIMEOUT(cleo->state().item, kPatience); // keys do nothing while it is on its way
        const int inHand = cleo->shown(); // it stays until another is chosen, and may be one in conflict, too
        const auto wentOn = [&] {
            return cleo->shown() != inHand && cleo->state().item && cleo->state().item->standing.conflict;
        };
        // What comes from the server may take the item away once more just now, and a key does nothing then.
        for (QDeadlineTimer patience(kPatience); !wentOn() && !patience.hasExpired();) {
            cleo->press(Qt::Key_J);
            (void)QTest::qWaitFor(wentOn, 3000);
        }
        QVERIFY(wentOn());
        auto* settles = cleo->window->findChild<QCheckBox*>("settle");
        QVERIFY(settles->isVisible());
        settles->setFocus();
        cleo->press(Qt::Key_Space);
        QVERIFY(cleo->state().settling);
        std::set<int> seen;
        for (std::size_t left = kDisputed.size(); left-- > 0;) {
            QTRY_VERIFY(cleo->state().item->standing.conflict && !seen.contains(cleo->shown()));
            const int item = cleo->shown();
            seen.insert(item);
            cleo->activate();
            // While an item is on its way, keys decide nothing.
            const auto press = [&] {
                if (cleo->shown() == item)
                    cleo->pressNow(Qt::Key_A);
            };
            const auto found = [&] {
                return QString("item %1, shown %2, in conflict %3, %4 more expected; focus: %5; %6")
                    .arg(item)
                    .arg(cleo->shown())
                    .arg(cleo->state().counts.conflict)
                    .arg(left)
                    .arg(cleo->window->focusWidget() ? cleo->window->focusWidget()->objectName() : "none",
                         cleo->message());
            };
            QTRY_VERIFY2((press(), cleo->state().counts.conflict == left), qPrintable(found()));
        }
        QTRY_COMPARE(ann.state().counts.conflict, std::size_t(0));
        QCOMPARE(ann.state().counts.accepted, std::size_t(24));
        QCOMPARE(ann.state().counts.unsure, std::size_t(6));
        std::size_t settled = 0;
        for (const Decision& act : openReviewProject(m_address.toStdString())->decisions())
            settled += act.adjudicates && act.reviewer == "cleo";
        QCOMPARE(settled, kDisputed.size());
    }
};

VBS_TEST_MAIN(TwoReviewersWindowTest)
#include "two_reviewers_slow_test.moc"
