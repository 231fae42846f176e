#include "ui/tasks/strangeness_strip.h"

#include "ui/util/labels.h"
#include "ui/workbench/strangeness_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {

StrangenessStrip::StrangenessStrip(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_text(plainLabel())
{
    setObjectName("strangeness");
    m_text->setObjectName("strangenessText");
    m_text->setWordWrap(true);
    auto* get = new QPushButton(tr("Get Models for Photos…"));
    get->setObjectName("getModels");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addWidget(get, 0, Qt::AlignLeft);
    connect(get, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested("model.get"); });
    watch(workbench, Change::Answer | Change::Task, this, [this] { showText(); });
    showText();
}

void StrangenessStrip::showText()
{
    const QString text = strangePictureText(m_workbench.state());
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

} // namespace vbs
