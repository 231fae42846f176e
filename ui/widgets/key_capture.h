#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace vbs {

/// A field that takes the next key press as it is, single letters and keys of menus and buttons among them.
class KeyCapture : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyCapture(QWidget* parent = nullptr);

    /// As a shortcut would have it: Shift is said where it does not show in the character. Empty: modifiers alone.
    static QKeySequence keyOf(const QKeyEvent& event);

Q_SIGNALS:
    void pressed(const QKeySequence& key);
    void cleared();   ///< Backspace
    void cancelled(); ///< Escape, or the user went elsewhere

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent*) override {}
};

} // namespace vbs
