#pragma once

#include <QLineEdit>

namespace vbs {

/// One line of text, such as a choice. Ctrl+V with a picture (and no text) in the clipboard is left to the window,
/// which opens it; Escape asks to leave the line, so that single-letter keys work again.
class TextLine : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

Q_SIGNALS:
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace vbs
