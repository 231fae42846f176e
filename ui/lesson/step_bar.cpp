#include "ui/lesson/step_bar.h"

#include "ui/lesson/lesson_colors.h"
#include "ui/lesson/lesson_play.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace vbs {

QString placeText(const LessonPlay& play)
{
    return play.isAtResults() ? StepBar::tr("Your results")
                              : StepBar::tr("Step %1 of %2").arg(play.at() + 1).arg(play.steps());
}

QString pageTitle(const LessonPlay& play, int page)
{
    const LessonStep* step = play.stepAt(page);
    return step ? StepBar::tr("%1. %2").arg(page + 1).arg(toQString(step->title)) : StepBar::tr("Your results");
}

StepBar::StepBar(LessonPlay& play, QWidget* parent) : QWidget(parent), m_play(play)
{
    setObjectName("stepBar");
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    const auto tell = [this] {
        setAccessibleName(m_play.isPlaying() ? placeText(m_play) : QString());
        update();
    };
    connect(&play, &LessonPlay::moved, this, tell);
    connect(&play, &LessonPlay::resultsChanged, this, tell);
}

QRect StepBar::partRect(int page) const
{
    const int pages = std::max(1, m_play.pages());
    const int left = page * width() / pages, right = (page + 1) * width() / pages;
    return {left, 0, std::max(1, right - left - (pages < 60 ? 3 : 0)), height()};
}

int StepBar::pageAt(int x) const
{
    for (int page = 0; page < m_play.pages(); ++page)
        if (x < partRect(page + 1).left())
            return page;
    return -1;
}

void StepBar::paintEvent(QPaintEvent*)
{
    if (!m_play.isPlaying())
        return;
    const ThemeColors& colors = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int page = 0; page < m_play.pages(); ++page) {
        const bool now = page == m_play.at();
        QColor fill = page <= m_play.at() ? colors.accent : colors.border;
        if (page < m_play.at())
            fill.setAlphaF(0.55f);
        QRectF part = partRect(page);
        part.adjust(0, now ? 2 : 4, 0, now ? -2 : -4);
        painter.setBrush(fill);
        painter.drawRoundedRect(part, 3, 3);
        if (const LessonResult* result = m_play.result(page)) { // a dot: answered, and how
            painter.setPen(QPen(colors.window, 1.5));
            painter.setBrush(isRight(*m_play.stepAt(page), result->response) ? rightColor() : wrongColor());
            painter.drawEllipse(part.center(), 5, 5);
            painter.setPen(Qt::NoPen);
        }
    }
}

void StepBar::mousePressEvent(QMouseEvent* event)
{
    const int page = pageAt(event->position().toPoint().x());
    if (event->button() == Qt::LeftButton && page >= 0)
        m_play.go(page);
}

bool StepBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int page = pageAt(help->pos().x());
    QToolTip::showText(help->globalPos(), page < 0 ? QString() : plainToolTip(pageTitle(m_play, page)), this);
    return true;
}

} // namespace vbs
