#include "ui/lesson/presenter_clock.h"

#include "ui/lesson/large_text.h"
#include "ui/util/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTime>

namespace vbs {

PresenterClock::PresenterClock(QWidget* parent)
    : QWidget(parent), m_elapsed(plainLabel()), m_day(plainLabel()), m_toggle(new QPushButton(tr("Start"))),
      m_reset(new QPushButton(tr("Reset")))
{
    m_elapsed->setObjectName("clockElapsed");
    m_elapsed->setAccessibleName(tr("Time since the start"));
    m_day->setObjectName("clockDay");
    m_day->setAccessibleName(tr("Time of day"));
    m_day->setProperty("role", "muted");
    m_toggle->setObjectName("clockToggle");
    m_reset->setObjectName("clockReset");
    setTextFactor(m_elapsed, 1.5, true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_elapsed);
    for (QPushButton* button : {m_toggle, m_reset}) {
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button);
    }
    line->addStretch(1);
    line->addWidget(m_day);
    m_tick.setInterval(500);
    connect(&m_tick, &QTimer::timeout, this, &PresenterClock::showTime);
    connect(m_toggle, &QPushButton::clicked, this, &PresenterClock::toggle);
    connect(m_reset, &QPushButton::clicked, this, &PresenterClock::reset);
    m_tick.start();
    showTime();
}

qint64 PresenterClock::elapsed() const
{
    return m_before + (m_since.isValid() ? m_since.elapsed() : 0);
}

void PresenterClock::toggle()
{
    if (isRunning()) {
        m_before = elapsed();
        m_since.invalidate();
    } else {
        m_since.start();
    }
    showTime();
}

void PresenterClock::reset()
{
    m_before = 0;
    if (isRunning())
        m_since.start();
    showTime();
}

void PresenterClock::showTime()
{
    const qint64 seconds = elapsed() / 1000;
    m_elapsed->setText(QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
    m_day->setText(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
    m_toggle->setText(isRunning() ? tr("Pause") : tr("Start"));
}

} // namespace vbs
