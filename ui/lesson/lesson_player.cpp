#include "ui/lesson/lesson_player.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace vbs {

LessonPlayer::LessonPlayer(const LessonParts& parts, QWidget* parent)
    : QWidget(parent, Qt::Window), m_parts(parts), m_title(plainLabel())
{
    setObjectName("lessonPlayer");
    m_title->setObjectName("stepTitle");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    connect(&m_play, &LessonPlay::moved, this, &LessonPlayer::showPage);
}

void LessonPlayer::play(Lesson lesson, int fromStep, Keep keep)
{
    m_keep = keep;
    m_play.begin(std::make_shared<const Lesson>(std::move(lesson)), fromStep, {});
    setWindowState(windowState() | Qt::WindowFullScreen);
    show();
    raise();
    activateWindow();
}

void LessonPlayer::showPage()
{
    const LessonStep* step = m_play.step();
    m_title->setText(step ? toQString(step->title) : tr("Your results"));
    setWindowTitle(toQString(m_play.lesson().title));
}

void LessonPlayer::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        return m_play.next();
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        return m_play.back();
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace vbs
