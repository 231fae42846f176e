#include "ui/tasks/choice_row.h"

#include "ui/models/answer_model.h"
#include "ui/tasks/bar_painting.h"
#include "ui/tasks/text_line.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace vbs {
namespace {

constexpr int kBarRow = 24, kHandleWidth = 16;

} // namespace

ChoiceRow::ChoiceRow(QWidget* parent)
    : QWidget(parent), m_handle(new QWidget), m_edit(new TextLine), m_remove(new QToolButton), m_barPlace(new QWidget)
{
    m_handle->setObjectName("choiceHandle");
    m_handle->setFixedWidth(kHandleWidth);
    m_handle->setCursor(Qt::OpenHandCursor);
    m_handle->setToolTip(tr("Drag to move this choice (Alt+Up and Alt+Down in its text)"));
    m_handle->installEventFilter(this);
    m_edit->setObjectName("choice");
    m_edit->setProperty("role", "text");
    m_edit->setMaxLength(500);
    m_edit->installEventFilter(this);
    m_remove->setObjectName("removeChoice");
    m_remove->setIcon(lineIcon("close"));
    m_remove->setIconSize(QSize(16, 16));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::NoFocus); // Tab goes from choice to choice
    m_barPlace->setObjectName("choiceBar");
    m_barPlace->setFixedHeight(textPixels(kBarRow));
    m_barPlace->installEventFilter(this);
    m_barPlace->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_handle);
    line->addWidget(m_edit, 1);
    line->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_barPlace);
    connect(m_edit, &QLineEdit::textEdited, this, &ChoiceRow::edited);
    connect(m_edit, &QLineEdit::returnPressed, this, &ChoiceRow::entered);
    connect(m_edit, &TextLine::left, this, &ChoiceRow::left);
    connect(m_remove, &QToolButton::clicked, this, &ChoiceRow::removed);
}

QWidget* ChoiceRow::field() const
{
    return m_edit;
}

QString ChoiceRow::text() const
{
    return m_edit->text();
}

void ChoiceRow::setText(const QString& text)
{
    if (m_edit->text() != text)
        m_edit->setText(text);
    if (!m_edit->hasFocus())
        m_edit->setCursorPosition(0);
}

void ChoiceRow::setPlace(int place, bool removable)
{
    m_edit->setAccessibleName(tr("Choice %1").arg(place + 1));
    m_edit->setPlaceholderText(tr("Choice %1").arg(place + 1));
    m_remove->setAccessibleName(tr("Remove choice %1").arg(place + 1));
    m_remove->setToolTip(removable ? tr("Remove this choice (Alt+Delete in its text)")
                                   : tr("At least two choices are needed."));
    m_remove->setEnabled(removable);
}

void ChoiceRow::setBar(const std::optional<AnswerBar>& bar)
{
    m_bar = bar;
    m_barPlace->setVisible(bar.has_value());
    m_barPlace->setAccessibleName(bar ? spokenBar(*bar) : QString());
    m_barPlace->setToolTip(
        bar ? plainToolTip(
                  tr("%1: probability %L2\nClick to see why this one").arg(bar->text).arg(bar->probability, 0, 'f', 4))
            : QString());
    m_barPlace->update();
}

void ChoiceRow::setStale(bool stale)
{
    if (std::exchange(m_stale, stale) != stale)
        m_barPlace->update();
}

void ChoiceRow::setExplained(bool marked)
{
    if (std::exchange(m_explained, marked) != marked)
        m_barPlace->update();
}

void ChoiceRow::focusText()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ChoiceRow::paintHandle()
{
    QPainter painter(m_handle);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColors().muted);
    const QPointF middle = QRectF(m_handle->rect()).center();
    for (const double x : {-3.0, 3.0}) {
        for (const double y : {-6.0, 0.0, 6.0})
            painter.drawEllipse(middle + QPointF(x, y), 1.6, 1.6);
    }
}

bool ChoiceRow::handleEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::Paint:
        paintHandle();
        return true;
    case QEvent::MouseButtonPress:
        m_handle->setCursor(Qt::ClosedHandCursor);
        return true;
    case QEvent::MouseMove:
        if (static_cast<QMouseEvent*>(event)->buttons() & Qt::LeftButton)
            Q_EMIT dragged(static_cast<QMouseEvent*>(event)->globalPosition().toPoint());
        return true;
    case QEvent::MouseButtonRelease:
        m_handle->setCursor(Qt::OpenHandCursor);
        Q_EMIT dropped();
        return true;
    default:
        return false;
    }
}

bool ChoiceRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_handle && handleEvent(event))
        return true;
    if (watched == m_barPlace && event->type() == QEvent::Paint && m_bar) {
        QPainter painter(m_barPlace);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_explained || m_barPlace->underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(themeColors().chip);
            painter.drawRoundedRect(QRectF(m_barPlace->rect()).adjusted(0, 1, 0, -1), 4, 4);
        }
        if (m_stale)
            painter.setOpacity(kStaleOpacity);
        QFont font = this->font();
        font.setBold(m_bar->best && !m_bar->unfamiliar);
        const QRect row = m_barPlace->rect().adjusted(kHandleWidth + 4, 0, -m_remove->width() - 4, 0);
        paintBar(painter, row, *m_bar, font);
        if (m_bar->best)
            paintLineIcon(painter, "check", QRectF(0, (m_barPlace->height() - 16) / 2.0, 16, 16), themeColors().accent);
        return true;
    }
    if (watched == m_barPlace && event->type() == QEvent::MouseButtonRelease && m_bar) {
        Q_EMIT barChosen();
        return true;
    }
    if (watched == m_barPlace && event->type() == QEvent::FontChange)
        m_barPlace->setFixedHeight(textPixels(kBarRow));
    if (watched == m_barPlace && (event->type() == QEvent::Enter || event->type() == QEvent::Leave))
        m_barPlace->update();
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete && key->modifiers() & Qt::AltModifier) {
            if (m_remove->isEnabled())
                Q_EMIT removed();
            return true;
        }
        const int by = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (by != 0 && key->modifiers() & Qt::AltModifier) {
            Q_EMIT stepped(by);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vbs
