#pragma once

#include "ui/lesson/lesson_play.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vbs {

class OptionButton;

/// The quiz of the step that is played: takes the student's answer and says what it was.
class QuizCard : public QFrame {
    Q_OBJECT
public:
    /// The step has a quiz. @param play outlives it.
    explicit QuizCard(LessonPlay& play, QWidget* parent = nullptr);

    bool chooseOption(int number); ///< by a digit, from 1; @return whether there is one
    bool hasUnchecked() const;     ///< an answer that was not given yet
    void check();                  ///< gives it

    /// By a click on the picture; region quizzes take that as the answer. -1: none.
    void chooseRegion(bool right, int region);
    bool isRegionQuiz() const;

Q_SIGNALS:
    void regionChosen(bool right, int region); ///< to be marked; -1: none

private:
    void buildOptions();
    void buildText();
    void buildRegions();
    void restore();
    void markSide();
    void showOutcome();
    LessonResponse given() const;
    bool isEmpty(const LessonResponse& response) const;
    void tell(const QString& words, const QString& more, const char* kind);

    LessonPlay& m_play;
    const LessonStep& m_step;
    const int m_number;
    std::vector<OptionButton*> m_options;
    QLineEdit* m_text = nullptr;
    QComboBox* m_region = nullptr;
    QPushButton* m_check;
    QLabel *m_words, *m_more;
    bool m_touched = false; ///< since the last answer
};

} // namespace vbs
