#include "core/base/json.h"
#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_window.h"
#include "ui/widgets/key_map.h"

#include <QAction>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

/// What the review window offers when a data set is not what it was.
class CarryOverWindowTest : public QObject, private DialogParts {
    Q_OBJECT

    ChooserStub m_chooser;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<KeyMap> m_keys;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<ReviewWindow> m_window;

    void openWindow()
    {
        m_settings = std::make_unique<AppSettings>(file("settings.ini"));
        m_settings->reviewer.set("eve");
        m_keys = std::make_unique<KeyMap>(m_settings->keys);
        m_keys->add({"Review", reviewActions() + reviewPanelActions()});
        m_workbench = std::make_unique<Workbench>(std::make_unique<ScriptedBackend>(std::make_shared<BackendScript>()),
                                                  KeptFolders());
        m_window = std::make_unique<ReviewWindow>(ReviewParts{*m_workbench, *m_settings, m_chooser, *m_keys, {}});
        m_window->show();
        m_window->open(file("p.vbsreview"));
        QTRY_VERIFY(m_window->desk().state().item);
    }
    QString message() const { return textOf(*m_window, "messageText"); }
    QAction* carryOver() const
    {
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text().contains("Carry O"))
                return action;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        for (const char* name : {"set", "p.vbsreview", "p-2.vbsreview"})
            fs::remove_all(path(name));
        const auto store = openReviewProject(project());
        store->add(act(0, DecisionKind::Accept));
        store->add(act(1, DecisionKind::Reject));
    }
    void cleanup()
    {
        m_window.reset();
        m_workbench.reset();
        m_keys.reset();
        m_settings.reset();
    }

    void theMessageHasTheWayOut()
    {
        OrderedJson questions = parseOrderedJson(readTextFile(path("set/questions.json")), "questions");
        questions["questions"][1]["question"] = "Which?";
        writeFileAtomically(path("set/questions.json"), jsonText(questions));
        openWindow();
        QTRY_VERIFY2(message().startsWith(file("set/questions.json") + " has changed"), qPrintable(message()));
        QVERIFY(!message().contains('`')); // no command of the terminal
        QCOMPARE(find<QPushButton>(*m_window, "messageAction")->text(), QString("Carry Over to the Changed Data Set…"));
        click(*m_window, "messageAction");
        auto* dialog = find<QDialog>(*m_window, "carryOver");
        QVERIFY(dialog && dialog->isVisible());
        click(*dialog, "carryStart");
        QTRY_COMPARE(m_window->desk().state().where, file("p-2.vbsreview"));
        QTRY_VERIFY(m_window->desk().state().item);
        QVERIFY(textOf(*dialog, "carryReport").startsWith("The new project has 7 items, 6 of them as they were."));
        QTest::keyClick(dialog, Qt::Key_Escape);
        const ReviewCounts& counts = m_window->desk().state().counts;
        QCOMPARE(counts.accepted, std::size_t(1));
        QCOMPARE(counts.rejected, std::size_t(0)); // that was about another question
        QCOMPARE(counts.tags.at(kChangedTag), std::size_t(1));
        QCOMPARE(m_settings->recentReviews().value(0), file("p-2.vbsreview"));
    }

    /// Of what is not there no project can be made.
    void aMissingDataSetHasNone()
    {
        fs::remove(path("set/annotations.json"));
        openWindow();
        QTRY_VERIFY2(message().contains("annotations.json"), qPrintable(message()));
        QVERIFY(!find<QPushButton>(*m_window, "messageAction")->isVisible());
    }

    void theMenuOffersItWhereAReviewIsOpen()
    {
        openWindow();
        QVERIFY(carryOver() && carryOver()->isEnabled());
        carryOver()->trigger();
        QVERIFY(find<QDialog>(*m_window, "carryOver")->isVisible());
        m_window->desk().close();
        QVERIFY(!carryOver()->isEnabled());
    }
};

VBS_TEST_MAIN(CarryOverWindowTest)
#include "carry_over_window_test.moc"
