#pragma once

#include "core/lesson/lesson.h"

#include <QWidget>

#include <vector>

class QAbstractButton;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace vbs {

class LessonDraft;

/// The options of a quiz, each with a mark that says whether it is right; Predict's have none, since the model says it.
class OptionsEditor : public QWidget {
    Q_OBJECT
public:
    explicit OptionsEditor(LessonDraft& draft, QWidget* parent = nullptr);

    void show(const LessonQuiz& quiz);
    using QWidget::show;

Q_SIGNALS:
    void typed(int option, const QString& text);
    void marked(int option, bool right);
    void addWanted();
    void removeWanted(int option);

private:
    struct Row {
        QWidget* widget;
        QAbstractButton* right;
        QLineEdit* text;
        QToolButton* remove;
    };
    void build(const LessonQuiz& quiz);
    Row makeRow(int option, QuizKind kind);

    LessonDraft& m_draft;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<Row> m_rows;
    QuizKind m_kind = QuizKind::None;
};

} // namespace vbs
