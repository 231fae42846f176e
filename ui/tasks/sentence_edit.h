#pragma once

#include <QPlainTextEdit>

class QToolButton;

namespace vbs {

/// The box for a question or a sentence: three lines that wrap, and the text is one line all the same: line breaks that
/// are pasted become spaces. Return asks. Ctrl+V with a picture (and no text) in the clipboard, Page Up and Page Down
/// are left to the window; Escape asks to leave the box, so that single-letter keys work again.
class SentenceEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SentenceEdit(QWidget* parent = nullptr);

    QString text() const { return toPlainText(); }
    void setText(const QString& text);

Q_SIGNALS:
    void edited(const QString& text); ///< by whatever means
    void entered();                   ///< Return
    void left();                      ///< Escape

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    QToolButton* m_clear;
};

} // namespace vbs
