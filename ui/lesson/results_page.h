#pragma once

#include "ui/lesson/lesson_play.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace vbs {

/// The closing page: how many quizzes were answered right and which, to be saved or forgotten.
class ResultsPage : public QWidget {
    Q_OBJECT
public:
    ResultsPage(LessonPlay& play, const QString& student, QWidget* parent = nullptr);

    void tell(const QString& sentence); ///< what became of saving

Q_SIGNALS:
    void studentNamed(const QString& name);
    void saveWanted();
    void resetWanted();

private:
    void showResults();

    LessonPlay& m_play;
    QLabel *m_score, *m_told;
    QLineEdit* m_student;
    QVBoxLayout* m_list;
};

} // namespace vbs
