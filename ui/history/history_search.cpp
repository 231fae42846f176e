#include "ui/history/history_search.h"

#include "ui/models/history_filter.h"
#include "ui/util/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace vbs {

HistorySearch::HistorySearch(HistoryFilter& filter, QWidget* parent)
    : QWidget(parent), m_filter(filter), m_text(new QLineEdit)
{
    setObjectName("historySearch");
    m_text->setObjectName("historySearchText");
    m_text->setPlaceholderText(tr("Search the history"));
    m_text->setAccessibleName(tr("Search the history"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(60);
    m_text->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    m_starred = addSwitch("historyStarredOnly", "star", tr("Show starred cards only"));
    m_grouped = addSwitch("historyGrouped", "group", tr("Group by picture"));
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setText(text);
        Q_EMIT changed();
    });
    connect(m_starred, &QToolButton::toggled, this, [this](bool on) {
        m_filter.setStarredOnly(on);
        Q_EMIT changed();
    });
    connect(m_grouped, &QToolButton::toggled, this, [this](bool on) {
        m_filter.setGrouped(on);
        Q_EMIT changed();
        Q_EMIT grouped(on);
    });
}

QToolButton* HistorySearch::addSwitch(const char* name, const char* icon, const QString& text)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("role", "switch");
    button->setIcon(lineIcon(icon));
    button->setIconSize(QSize(18, 18));
    button->setCheckable(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    return button;
}

void HistorySearch::takeFocus()
{
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void HistorySearch::setGrouped(bool grouped)
{
    m_grouped->setChecked(grouped);
}

bool HistorySearch::isUsed() const
{
    return m_text->hasFocus() || !m_text->text().isEmpty() || m_starred->isChecked() ||
           (m_grouped->isChecked() && m_filter.rowCount() > 0);
}

bool HistorySearch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (key == Qt::Key_Escape)
        m_text->clear();
    Q_EMIT left();
    return true;
}

} // namespace vbs
