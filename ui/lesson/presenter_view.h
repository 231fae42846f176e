#pragma once

#include "ui/lesson/lesson_pictures.h"
#include "ui/lesson/lesson_play.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace vbs {

class LessonText;
class PresenterClock;

/// What whoever presents sees while the class sees the player: notes, the hidden answer, what comes next, and a clock.
/// It follows the player, and the player it.
class PresenterView : public QWidget {
    Q_OBJECT
public:
    /// @param takeKey the player's keys. @param play, pictures outlive it.
    PresenterView(LessonPlay& play, LessonPictures& pictures, std::function<bool(QKeyEvent&)> takeKey,
                  QWidget* parent = nullptr);

    PresenterClock& clock() { return *m_clock; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* nowColumn();
    QWidget* nextColumn();
    void showPage();
    QString answerText() const;

    LessonPlay& m_play;
    std::function<bool(QKeyEvent&)> m_takeKey;
    PresenterClock* m_clock;
    QLabel *m_place, *m_title, *m_asked, *m_answer, *m_nextTitle, *m_noNotes;
    LessonText *m_text, *m_notes, *m_nextText;
    QPushButton *m_back, *m_next, *m_reveal;
};

} // namespace vbs
