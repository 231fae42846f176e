#include "ui/inside/run_strip.h"

#include "ui/util/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace vbs {

RunStrip::RunStrip(QWidget* parent)
    : QWidget(parent), m_sentence(plainLabel()), m_bar(new QProgressBar), m_button(new QPushButton)
{
    setObjectName("runStrip");
    m_sentence->setObjectName("runSentence");
    m_sentence->setWordWrap(true);
    m_bar->setObjectName("runBar");
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    m_bar->setMaximumHeight(8);
    m_button->setObjectName("runButton");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_bar);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &RunStrip::clicked);
}

void RunStrip::tell(const QString& sentence, const QString& button, double fraction)
{
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_bar->setVisible(fraction <= 1);
    m_bar->setMaximum(fraction < 0 ? 0 : 1000);
    m_bar->setValue(fraction < 0 ? -1 : int(std::lround(fraction * 1000)));
    m_bar->setAccessibleName(sentence);
    setVisible(true);
}

QString RunStrip::text() const
{
    return m_sentence->text();
}

} // namespace vbs
