#include "ui/lesson/option_button.h"

#include "ui/lesson/lesson_colors.h"
#include "ui/util/theme.h"

#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kOptionGap = 10, kOptionPad = 6;
constexpr int kOptionText = Qt::AlignLeft | Qt::TextWordWrap;

} // namespace

OptionButton::OptionButton(int number, const QString& text, bool several, QWidget* parent)
    : QAbstractButton(parent), m_number(number), m_several(several)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(!several);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
}

void OptionButton::setRight(bool right)
{
    m_right = right;
    setAccessibleDescription(right ? tr("Right") : QString());
    update();
}

int OptionButton::badge() const
{
    return fontMetrics().height() + 4;
}

QRect OptionButton::textRect(int width) const
{
    const int left = kOptionPad + badge() + kOptionGap;
    const QRect room(left, kOptionPad, std::max(40, width - left - kOptionPad), 10'000);
    return fontMetrics().boundingRect(room, kOptionText, text());
}

int OptionButton::heightForWidth(int width) const
{
    return std::max(badge(), textRect(width).height()) + 2 * kOptionPad;
}

QSize OptionButton::sizeHint() const
{
    const int width = kOptionPad * 2 + badge() + kOptionGap + fontMetrics().horizontalAdvance(text()) + 4;
    return {std::min(width, 600), heightForWidth(std::min(width, 600))};
}

void OptionButton::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool on = isChecked();
    painter.setPen(m_right                       ? QPen(rightColor(), 3)
                   : on || hasFocus()            ? QPen(colors.accent, 2)
                   : underMouse() && isEnabled() ? QPen(colors.accent, 1)
                                                 : QPen(colors.border, 1));
    painter.setBrush(on ? colors.chip : colors.base);
    painter.drawRoundedRect(frame, 6, 6);
    const QRectF mark(kOptionPad, (height() - badge()) / 2.0, badge(), badge());
    painter.setPen(on ? Qt::NoPen : QPen(colors.muted, 1.2));
    painter.setBrush(on ? QBrush(colors.accent) : Qt::NoBrush);
    const double round = m_several ? 4 : mark.width() / 2;
    painter.drawRoundedRect(mark, round, round);
    painter.setPen(on ? colors.onAccent : colors.muted);
    painter.drawText(mark, Qt::AlignCenter, m_right ? QStringLiteral("✓") : QString::number(m_number));
    painter.setPen(colors.text);
    QRect words = textRect(width());
    words.moveTop((height() - words.height()) / 2);
    painter.drawText(words, kOptionText, text());
}

} // namespace vbs
