#include "ui/lesson/try_card.h"

#include "ui/lesson/large_text.h"
#include "ui/lesson/said_card.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {

TryCard::TryCard(Workbench& workbench, std::shared_ptr<const Lesson> lesson, std::size_t step, QWidget* parent)
    : QFrame(parent), m_trial(workbench, lesson, step), m_task(*lesson->steps.at(step).task),
      m_offer(new QPushButton(tr("Try It Yourself"))), m_ask(new QPushButton(tr("Ask"))), m_form(new QWidget),
      m_text(new QLineEdit(toQString(lesson->steps.at(step).asked))), m_note(mutedLabel("tryNote")),
      m_words(largeTitle({}, "tryVerdict", 0.9)), m_said(new SaidCard(tr("The model here says"), "trySaid"))
{
    setObjectName("tryCard");
    m_offer->setObjectName("tryOffer");
    m_offer->setFocusPolicy(Qt::TabFocus);
    m_ask->setObjectName("tryAsk");
    m_ask->setFocusPolicy(Qt::TabFocus);
    m_text->setObjectName("tryText");
    m_text->setAccessibleName(tr("Question to the model here"));
    m_text->setProperty("role", "text");
    m_text->setMaxLength(int(kMostCharacters));
    setTextFactor(m_note, 0.8);
    setTextFactor(m_offer, 0.85);
    auto* line = new QHBoxLayout(m_form);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_text, 1);
    line->addWidget(m_ask);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_offer, 0, Qt::AlignLeft);
    for (QWidget* part : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_words),
                          static_cast<QWidget*>(m_said)})
        column->addWidget(part);
    connect(m_offer, &QPushButton::clicked, this, &TryCard::open);
    connect(m_ask, &QPushButton::clicked, this, &TryCard::ask);
    connect(m_text, &QLineEdit::returnPressed, this, &TryCard::ask);
    connect(&m_trial, &ModelTrial::changed, this, &TryCard::showTrial);
    showTrial();
}

void TryCard::open()
{
    m_open = true;
    showTrial();
    if (m_form->isVisibleTo(this))
        m_text->setFocus();
    Q_EMIT grown();
}

void TryCard::ask()
{
    if (m_trial.isRunning())
        return m_trial.cancel();
    if (m_trial.hindrance().isEmpty() && !m_text->text().trimmed().isEmpty())
        m_trial.ask(m_text->text().trimmed());
}

void TryCard::showTrial()
{
    const QString hindrance = m_trial.hindrance();
    const bool running = m_trial.isRunning();
    m_offer->setVisible(!m_open);
    m_form->setVisible(m_open && hindrance.isEmpty());
    m_ask->setText(running ? tr("Cancel") : tr("Ask"));
    QString note = !hindrance.isEmpty()           ? hindrance
                   : running                      ? tr("The model is being asked…")
                   : !m_trial.problem().isEmpty() ? m_trial.problem()
                                                  : m_trial.otherModel();
    m_note->setText(note);
    m_note->setVisible(m_open && !note.isEmpty());
    const bool answered = m_open && m_trial.result() && !running;
    m_said->setVisible(answered);
    m_words->setVisible(answered);
    if (!answered)
        return;
    m_said->show(m_task, *m_trial.result());
    m_words->setText(m_trial.verdict());
    scaleTexts(m_said, font());
    Q_EMIT grown();
}

} // namespace vbs
