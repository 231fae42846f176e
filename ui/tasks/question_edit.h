#pragma once

#include <QLineEdit>

namespace vbs {

/// The question box. Ctrl+V with a picture (and no text) in the clipboard is left to the window, which opens it;
/// Escape asks to leave the box, so that single-letter keys work again.
class QuestionEdit : public QLineEdit {
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
