#include "ui/widgets/message_bar.h"

#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace vbs {
namespace {

constexpr int kIcon = 20, kMargin = 12;

} // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_text(plainLabel()), m_action(new QPushButton)
{
    setObjectName("messageBar");
    m_text->setObjectName("messageText");
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName("messageAction");
    auto* close = new QToolButton;
    close->setObjectName("messageClose");
    close->setIcon(lineIcon("close"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close the message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin + kIcon + kMargin, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const QString id = m_message.actionId;
        hide();
        Q_EMIT actionRequested(id);
    });
    hide();
}

void MessageBar::show(const Message& message, const QString& actionText)
{
    m_message = message;
    m_text->setText(message.text);
    setAccessibleName(message.text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setVisible(true);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = themeColors();
    QPainter painter(this);
    QColor fill = colors.infoFill, mark = colors.accent;
    QString icon = "info";
    if (m_message.kind == Message::Kind::Warning) {
        fill = colors.warningFill;
        mark = colors.warningMark;
        icon = "warning";
    } else if (m_message.kind == Message::Kind::Error) {
        fill = colors.errorFill;
        mark = colors.errorMark;
        icon = "error";
    }
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, 4, height()), mark);
    paintLineIcon(painter, icon, QRectF(kMargin, (height() - kIcon) / 2.0, kIcon, kIcon), mark);
}

} // namespace vbs
