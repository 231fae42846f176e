#pragma once

#include "ui/models/answer_model.h"
#include "ui/workbench/workbench.h"

#include <QScrollArea>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace vbs {

class QuestionEdit;
class TokenStrip;
class WhyChooser;

/// Where a question is asked and answered.
class AskPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit AskPanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusQuestion();

Q_SIGNALS:
    void questionLeft(); ///< Escape in the question box

private:
    void buildQuestion(QVBoxLayout* layout);
    void buildAnswers(QVBoxLayout* layout);
    void buildExamples(QVBoxLayout* layout);
    void showExamples();
    void showAnswer();
    void showHint();

    Workbench& m_workbench;
    AnswerModel m_answers;
    QuestionEdit* m_question = nullptr;
    QPushButton* m_ask = nullptr;
    QWidget* m_examples = nullptr;
    QLabel* m_examplesTitle = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_noAnswers = nullptr;
    QListView* m_answerList = nullptr;
    QWidget* m_whyGroup = nullptr;
    WhyChooser* m_why = nullptr;
    TokenStrip* m_tokens = nullptr;
};

} // namespace vbs
