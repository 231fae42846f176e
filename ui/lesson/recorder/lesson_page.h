#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace vbs {

class LessonDraft;
class MarkdownEdit;

/// What the lesson says of itself; while it is empty, also how it is filled.
class LessonPage : public QWidget {
    Q_OBJECT
public:
    explicit LessonPage(LessonDraft& draft, QWidget* parent = nullptr);

    void setHints(const QStringList& lines); ///< for an empty lesson
    void focusTitle();

private:
    void showDraft();

    LessonDraft& m_draft;
    QLabel *m_hints, *m_model, *m_trouble;
    QLineEdit *m_title, *m_author;
    QComboBox* m_language;
    MarkdownEdit* m_description;
};

} // namespace vbs
