#pragma once

#include <QWidget>

#include <functional>
#include <string>

class QLabel;
class QPlainTextEdit;
class QTextBrowser;

namespace vbs {

class LessonDraft;

/// A text with a few buttons for its form, and beside it how it will look.
class MarkdownEdit : public QWidget {
    Q_OBJECT
public:
    /// @param name what it is, for screen readers. @param hint while it is empty.
    MarkdownEdit(const QString& objectName, const QString& name, const QString& hint, LessonDraft& draft,
                 QWidget* parent = nullptr);

    void show(const std::string& text); ///< without disturbing who types
    using QWidget::show;
    QPlainTextEdit* edit() const { return m_edit; }
    QTextBrowser* preview() const { return m_preview; }

Q_SIGNALS:
    void edited(const QString& text);

private:
    QWidget* buttons();
    void surround(const QString& mark);
    void beginLines(const QString& mark);
    void takeText();
    void showPreview();

    LessonDraft& m_draft;
    QPlainTextEdit* m_edit;
    QTextBrowser* m_preview;
    QLabel* m_limit;
    QString m_last;
    bool m_showing = false;
};

} // namespace vbs
