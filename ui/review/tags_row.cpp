#include "ui/review/tags_row.h"

#include "ui/util/flow_layout.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {

TagsRow::TagsRow(ReviewDesk& desk, KeyText keyOf, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_keyOf(std::move(keyOf)), m_chips(new QWidget), m_edit(new QLineEdit)
{
    new FlowLayout(m_chips, 6);
    m_chips->layout()->setContentsMargins(0, 0, 0, 0);
    m_edit->setObjectName("tagEdit");
    m_edit->setAccessibleName(tr("Add or remove a tag"));
    m_edit->setFocusPolicy(Qt::ClickFocus);
    m_edit->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_chips);
    layout->addWidget(m_edit);
}

void TagsRow::showItem(const ReviewedItem& item)
{
    m_edit->setPlaceholderText(withKey(tr("Tag"), m_keyOf("review.tag")));
    while (QLayoutItem* old = m_chips->layout()->takeAt(0)) {
        old->widget()->deleteLater();
        delete old;
    }
    for (const std::string& tag : item.standing.tags) {
        auto* chip = new QPushButton(plainButtonText(tr("%1  ×").arg(toQString(tag))));
        chip->setProperty("role", "chip");
        chip->setToolTip(tr("Take the tag away"));
        chip->setAccessibleName(tr("Tag %1; press to take it away").arg(toQString(tag)));
        chip->setFocusPolicy(Qt::TabFocus);
        connect(chip, &QPushButton::clicked, this, [this, tag = toQString(tag)] { m_desk.toggleTag(tag); });
        m_chips->layout()->addWidget(chip);
    }
    m_chips->setVisible(!item.standing.tags.empty());
}

void TagsRow::edit()
{
    QStringList known;
    for (const auto& [tag, count] : m_desk.state().counts.tags)
        known << toQString(tag);
    auto* completer = new QCompleter(known, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    m_edit->setCompleter(completer);
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool TagsRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enter)
            m_desk.toggleTag(m_edit->text());
        if (enter || key == Qt::Key_Escape) {
            m_edit->clear();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vbs
