#pragma once

#include "tests/ui/window_fixture.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

namespace vbs::test {

/// The page over the window, used by keys alone.
class OpenShortcutsPage {
public:
    explicit OpenShortcutsPage(WindowFixture& f) : m_fixture(f)
    {
        f.view().setFocus();
        f.key(Qt::Key_F1, Qt::ControlModifier);
        m_dialog = f.find<QDialog>("shortcutsPage");
        m_tree = f.find<QTreeWidget>("shortcuts");
        [this] { QVERIFY(QTest::qWaitForWindowActive(m_dialog)); }();
    }
    ~OpenShortcutsPage()
    {
        if (m_dialog)
            m_dialog->close();
        m_fixture.window->activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(m_fixture.window.get())); }();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_dialog->windowHandle(), key, modifiers);
    }
    /// Finds the action by what it does, or by words of which it is the first that fits, and makes its row the current.
    void pick(const QString& what, const QString& words = {}) const
    {
        auto* search = find<QLineEdit>("shortcutSearch");
        search->setFocus();
        search->setText(words.isEmpty() ? what : words);
        press(Qt::Key_Return);
        QCOMPARE(m_tree->currentItem()->text(0), what);
        QVERIFY(m_tree->hasFocus());
    }
    /// Press Return on the action, and then the key.
    void change(const QString& what, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        pick(what);
        press(Qt::Key_Return);
        press(key, modifiers);
    }
    QTreeWidgetItem* row(const QString& what) const
    {
        return m_tree->findItems(what, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }
    QString text() const { return find<QLabel>("keyText")->text(); }
    bool isOpen() const { return m_dialog && m_dialog->isVisible(); }
    bool isAsking() const { return find<QPushButton>("keyYes")->isVisible(); }
    QPushButton* button(const char* name) const { return find<QPushButton>(name); }
    QTreeWidget* tree() const { return m_tree; }

    template <typename T> T* find(const char* name) const { return m_dialog->findChild<T*>(name); }

private:
    WindowFixture& m_fixture;
    QPointer<QDialog> m_dialog;
    QTreeWidget* m_tree;
};

} // namespace vbs::test
