#include "ui/review/item_text.h"

#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kEditHeight = 72;

} // namespace

ItemText::ItemText(QWidget* parent)
    : QWidget(parent), m_label(selectableLabel({}, "itemText")), m_edit(new QPlainTextEdit)
{
    QFont font = m_label->font();
    font.setPixelSize(textPixels(17));
    m_label->setFont(font);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->installEventFilter(this);
    m_edit->setObjectName("itemTextEdit");
    m_edit->setProperty("role", "text");
    m_edit->setAccessibleName(tr("The item's text"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(textPixels(kEditHeight));
    m_edit->installEventFilter(this);
    m_edit->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_edit);
}

void ItemText::show(const QString& text, bool editable)
{
    if (m_edit->isVisible() && text == m_label->text())
        return; // being edited
    m_edit->hide();
    m_label->setText(text);
    m_label->setVisible(!text.isEmpty());
    m_label->setToolTip(editable ? tr("Double click to change the text") : QString());
    m_editable = editable;
}

void ItemText::edit()
{
    if (!m_editable)
        return;
    m_edit->setPlainText(m_label->text());
    m_label->hide();
    m_edit->show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void ItemText::end(bool keep)
{
    if (m_edit->isHidden())
        return;
    const QString text = m_edit->toPlainText().simplified();
    m_edit->hide();
    m_label->show();
    if (keep && !text.isEmpty() && text != m_label->text())
        Q_EMIT edited(text);
}

bool ItemText::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_label && event->type() == QEvent::MouseButtonDblClick && m_editable) {
        edit();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        end(true);
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter || key->key() == Qt::Key_Escape) {
            end(enter);
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vbs
