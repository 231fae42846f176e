#include "tests/support/test_main.h"
#include "tests/ui/window/shortcuts_page.h"
#include "ui/widgets/key_map.h"
#include "ui/window/shortcuts_page.h"
#include "ui/window/window_actions.h"

#include <QMenu>
#include <QToolButton>

using namespace vbs;
using namespace vbs::test;

class ShortcutsPageTest : public QObject {
    Q_OBJECT

    static void restart(WindowFixture& f)
    {
        f.window->close();
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open();
        QTRY_VERIFY(f.state().left.picture);
    }

    static QString tip(const WindowFixture& f, const char* id) { return f.action(id)->toolTip(); }

private Q_SLOTS:
    void aKeyIsChangedByKeysAndStays()
    {
        WindowFixture f;
        f.openWithPicture();
        {
            const OpenShortcutsPage page(f);
            page.change("Region Boxes", Qt::Key_K);
            QCOMPARE(page.row("Region Boxes")->text(1), QString("K"));
            QCOMPARE(page.row("Region Boxes")->text(2), QString("B")); // the standard one
            QVERIFY(page.row("Region Boxes")->font(1).bold() && !page.row("Heatmap")->font(1).bold());
            QVERIFY(page.row("Heatmap")->text(2).isEmpty());
            QVERIFY(page.isOpen());
        }
        const auto works = [&f] {
            const bool shown = f.action("boxes")->isChecked();
            f.view().setFocus();
            f.key(Qt::Key_B);
            QCOMPARE(f.action("boxes")->isChecked(), shown);
            f.key(Qt::Key_K);
            QCOMPARE(f.action("boxes")->isChecked(), !shown);
            QCOMPARE(tip(f, "boxes"), QString("Region Boxes (K)"));
        };
        works();
        restart(f);
        works();
        const OpenShortcutsPage page(f);
        QCOMPARE(page.row("Region Boxes")->text(1), QString("K"));
    }

    void aConflictIsNamedAndTheKeyStays()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        for (const char* way : {"button", "escape"}) {
            page.change("Region Boxes", Qt::Key_O, Qt::ControlModifier);
            QVERIFY(page.isAsking());
            QCOMPARE(page.text(), QString("Ctrl+O already means “Open”."));
            if (way == QString("button"))
                page.button("keyNo")->click();
            else
                page.press(Qt::Key_Escape);
            QVERIFY(!page.isAsking() && page.isOpen());
            QCOMPARE(page.row("Region Boxes")->text(1), QString("B"));
            QCOMPARE(page.row("Open")->text(1), QString("Ctrl+O"));
        }
        QVERIFY(!f.window->settings().keys.isSet());
    }

    /// It opens the manual everywhere else, dialogs included.
    void f1IsAKeyLikeOthers()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        page.change("Region Boxes", Qt::Key_F1);
        QVERIFY(page.isAsking());
        QCOMPARE(page.text(), QString("F1 already means “Manual”."));
    }

    void aConflictIsNamedAndTheKeyMoves()
    {
        WindowFixture f;
        f.openWithPicture();
        {
            const OpenShortcutsPage page(f);
            page.change("Region Boxes", Qt::Key_O, Qt::ControlModifier);
            QVERIFY(page.isAsking());
            page.press(Qt::Key_Return); // "Move It Here" has the focus
            QCOMPARE(page.row("Region Boxes")->text(1), QString("Ctrl+O"));
            QCOMPARE(page.row("Open")->text(1), QString());
            QVERIFY(page.row("Open")->font(1).bold());
        }
        const bool shown = f.action("boxes")->isChecked();
        f.key(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(f.action("boxes")->isChecked(), !shown);
        QVERIFY(f.chooser->startFolder.isNull()); // no dialog was wanted
    }

    void keysAreAddedAndTakenAway()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        const auto keys = [&] { return page.row("Region Boxes")->text(1); };
        page.pick("Region Boxes");
        page.button("keyAdd")->click();
        page.press(Qt::Key_F7);
        QCOMPARE(keys(), QString("B or F7"));
        page.press(Qt::Key_Delete);
        auto* menu = page.find<QMenu>("keyRemoveMenu");
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(keys(), QString("F7"));
        page.press(Qt::Key_Delete);
        QCOMPARE(keys(), QString());
        QCOMPARE(page.row("Region Boxes")->text(2), QString("B"));
        QVERIFY(!page.button("keyRemove")->isEnabled() && page.button("keyRestore")->isEnabled());
        page.change("Heatmap", Qt::Key_Backspace);
        QCOMPARE(page.row("Heatmap")->text(1), QString());
        QCOMPARE(tip(f, "heatmap"), QString("Heatmap"));
        page.pick("Clear the History"); // never had a key
        page.press(Qt::Key_F2);
        page.press(Qt::Key_J);
        QCOMPARE(page.row("Clear the History")->text(1), QString("J"));
        QCOMPARE(page.row("Clear the History")->text(2), QString("no key"));
    }

    void escapeLeavesTheKey()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        page.change("Region Boxes", Qt::Key_Escape);
        QVERIFY(page.isOpen() && page.tree()->hasFocus());
        page.change("Region Boxes", Qt::Key_Tab); // refused, and it goes on waiting
        QVERIFY2(page.text().startsWith("Tab cannot"), qPrintable(page.text()));
        page.press(Qt::Key_Escape);
        QCOMPARE(page.row("Region Boxes")->text(1), QString("B"));
        page.press(Qt::Key_Escape); // and now the page
        QVERIFY(!page.isOpen());
        QVERIFY(!f.window->settings().keys.isSet());
    }

    void standardKeysComeBack()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        const auto keys = [&](const char* what) { return page.row(what)->text(1); };
        QVERIFY(!page.button("keyRestoreAll")->isEnabled());
        page.change("Region Boxes", Qt::Key_H);
        page.button("keyYes")->click();
        QCOMPARE(keys("Heatmap"), QString());
        page.pick("Heatmap");
        page.button("keyRestore")->click();
        QCOMPARE(page.text(), QString("H already means “Region Boxes”."));
        page.button("keyNo")->click();
        QCOMPARE(keys("Heatmap"), QString());
        page.button("keyRestore")->click();
        page.button("keyYes")->click();
        QCOMPARE(keys("Heatmap"), QString("H"));
        QCOMPARE(keys("Region Boxes"), QString());
        page.pick("Region Boxes");
        page.button("keyRestore")->click(); // nobody has B
        QCOMPARE(keys("Region Boxes"), QString("B"));
        QVERIFY(!page.button("keyRestore")->isEnabled() && !page.button("keyRestoreAll")->isEnabled());
        page.change("Region Boxes", Qt::Key_F7);
        page.change("Heatmap", Qt::Key_F9);
        page.button("keyRestoreAll")->click();
        page.button("keyNo")->click();
        QCOMPARE(keys("Heatmap"), QString("F9"));
        page.button("keyRestoreAll")->click();
        page.button("keyYes")->click();
        QCOMPARE(keys("Region Boxes") + keys("Heatmap"), QString("BH"));
        QVERIFY(!f.window->settings().keys.isSet());
    }

    void panelsHaveKeysToo()
    {
        WindowFixture f;
        f.openWithPicture();
        {
            const OpenShortcutsPage page(f);
            page.pick("Pictures", "alt+1");
            page.press(Qt::Key_Return);
            page.press(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        }
        auto* panel = f.find<QDockWidget>("picturesDock");
        QVERIFY(panel->isVisible());
        f.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(panel->isVisible());
        f.key(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!panel->isVisible());
        const auto* close = panel->titleBarWidget()->findChild<QToolButton*>();
        QCOMPARE(close->toolTip(), QString("Close (Ctrl+Alt+P shows it again)"));
    }

    /// Hints in the window name the keys in force.
    void textsNameTheNewKeys()
    {
        WindowFixture f;
        f.openWithPicture();
        const auto chooserTip = [&f] { return f.find<QToolButton>("task-button-compare")->toolTip(); };
        const auto backTip = [&f] { return f.find<QPushButton>("bringBack")->toolTip(); };
        QVERIFY(chooserTip().endsWith(" (Ctrl+2)") && backTip().endsWith(" (R)"));
        QVERIFY(f.find<QLabel>("whatIfHow")->text().contains(" X lets"));
        f.window->settings().keys.set({{"task-compare", {QKeySequence("F7")}},
                                       {"bring-back", {}},
                                       {"hide-regions", {QKeySequence("J")}},
                                       {"name-box", {QKeySequence("F8")}}});
        QVERIFY2(chooserTip().endsWith(" (F7)"), qPrintable(chooserTip()));
        QVERIFY(!backTip().contains('('));
        QVERIFY(f.find<QLabel>("whatIfHow")->text().contains(" J lets"));
        f.action("edit-boxes")->trigger();
        QCOMPARE(f.window->canvas().left().notice().tool(),
                 QString("Drag: draw · click: change · F8: name · Esc: done"));
    }

    void gesturesStayAsTheyAre()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        page.pick("Move a box");
        page.press(Qt::Key_Return);
        QVERIFY(!page.find<QLineEdit>("keyCapture")->isVisible());
        for (const char* name : {"keyChange", "keyAdd", "keyRemove", "keyRestore"})
            QVERIFY2(!page.button(name)->isEnabled(), name);
    }

    void newKeysAreFound()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        page.change("About VisualBERT Studio", Qt::Key_F12, Qt::ControlModifier);
        auto* search = page.find<QLineEdit>("shortcutSearch");
        search->setText("ctrl+f12");
        QVERIFY(!page.row("About VisualBERT Studio")->isHidden());
        QVERIFY(page.row("Region Boxes")->isHidden());
        search->clear();
        for (const ActionSpec& spec : windowActions() + panelActions())
            QVERIFY2(page.row(ActionTable::plainText(spec)), qPrintable(spec.id));
    }

    /// Another window's actions may have the same keys, and stand under its name.
    void severalWindowsAreListed()
    {
        const QTemporaryDir folder;
        AppSettings settings(folder.filePath("settings.ini"));
        KeyMap keys(settings.keys);
        keys.add({"Main Window", windowActions()});
        keys.add({"Review", {{"review.next", "&Go", "&Next Answer", "B"}}});
        ShortcutsPage page(keys);
        const auto row = [&](const char* what) {
            return page.findChild<QTreeWidget*>("shortcuts")
                ->findItems(what, Qt::MatchExactly | Qt::MatchRecursive)
                .value(0);
        };
        QCOMPARE(row("Next Answer")->parent()->text(0), QString("Review: Go"));
        QCOMPARE(row("Next Picture")->parent()->text(0), QString("Main Window: Go"));
        QCOMPARE(row("Next Answer")->text(1), QString("B"));
        QCOMPARE(row("Region Boxes")->text(1), QString("B"));
    }

    void standardKeysAreUnlike()
    {
        const QTemporaryDir folder;
        AppSettings settings(folder.filePath("settings.ini"));
        KeyMap keys(settings.keys);
        keys.add({"Main", windowActions() + panelActions()});
        for (const ActionSpec& spec : windowActions() + panelActions()) {
            QCOMPARE(keys.keysOf(spec.id), spec.standardKeys()); // none was lost to another action
            for (const QKeySequence& key : spec.standardKeys())
                QVERIFY2(keys.refusal(spec.id, key).isEmpty(), qPrintable(spec.id));
        }
    }
};

VBS_TEST_MAIN(ShortcutsPageTest)
#include "shortcuts_page_test.moc"
