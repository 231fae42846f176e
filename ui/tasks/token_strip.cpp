#include "ui/tasks/token_strip.h"

#include "ui/util/labels.h"
#include "ui/util/phrase_colors.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kChipHeight = 24, kGap = 4, kPadding = 7;

} // namespace

TokenStrip::TokenStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName("tokenStrip");
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TokenStrip::setTokens(const std::vector<TextToken>& tokens, const std::vector<double>& weights,
                           const QString& weightName)
{
    m_tokens = tokens;
    m_weights = weights;
    m_weightName = weightName;
    makeChips();
}

void TokenStrip::setPieces(bool pieces)
{
    m_pieces = pieces;
    makeChips();
}

QStringList TokenStrip::texts() const
{
    QStringList texts;
    for (const Chip& chip : m_chips)
        texts << chip.text;
    return texts;
}

/// A word of several pieces has the weight of them together.
void TokenStrip::makeChips()
{
    m_chips.clear();
    const bool weighted = m_weights.size() == m_tokens.size();
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const QString piece = toQString(m_tokens[i].text);
        const std::optional<double> weight = weighted ? std::optional(m_weights[i]) : std::nullopt;
        const bool goesOn = piece.startsWith("##") && !m_chips.empty();
        if (!m_pieces && m_tokens[i].special)
            continue;
        if (m_pieces || !goesOn) {
            m_chips.push_back({piece, weight, m_tokens[i].special});
            continue;
        }
        m_chips.back().text += piece.sliced(2);
        if (weight)
            m_chips.back().weight = m_chips.back().weight.value_or(0) + *weight;
    }
    m_heaviest = 0;
    QStringList spoken;
    for (const Chip& chip : m_chips) {
        if (!chip.special) // the marks gather weight that says nothing about the question
            m_heaviest = std::max(m_heaviest, chip.weight.value_or(0));
        spoken << chip.text + (chip.weight ? ' ' + percentText(*chip.weight) : QString());
    }
    setAccessibleName(m_pieces ? tr("Word pieces of the question") : tr("Words of the question"));
    setAccessibleDescription(spoken.join(", "));
    updateGeometry();
    update();
}

QFont TokenStrip::chipFont() const
{
    QFont result = font();
    result.setPixelSize(textPixels(12));
    return result;
}

std::vector<QRect> TokenStrip::places(int width) const
{
    const QFontMetrics metrics(chipFont());
    std::vector<QRect> result;
    int x = 0, y = 0;
    for (const Chip& chip : m_chips) {
        const int chipWidth = std::min(width, metrics.horizontalAdvance(chip.text) + 2 * kPadding);
        if (x > 0 && x + chipWidth > width) {
            x = 0;
            y += textPixels(kChipHeight) + kGap;
        }
        result.emplace_back(x, y, chipWidth, textPixels(kChipHeight));
        x += chipWidth + kGap;
    }
    return result;
}

int TokenStrip::heightForWidth(int width) const
{
    const auto rects = places(std::max(1, width));
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

QSize TokenStrip::sizeHint() const
{
    return {200, heightForWidth(std::max(200, width()))};
}

void TokenStrip::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = themeColors();
    const auto rects = places(width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chipFont());
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const Chip& chip = m_chips[i];
        const double share = m_heaviest > 0 && chip.weight ? std::clamp(*chip.weight / m_heaviest, 0.0, 1.0) : 0;
        const bool strong = !chip.special && share > 0.5;
        painter.setPen(Qt::NoPen);
        painter.setBrush(chip.special ? QColor(Qt::transparent) : mixedColor(colors.chip, colors.accent, share));
        if (chip.special)
            painter.setPen(QPen(colors.border, 1));
        painter.drawRoundedRect(QRectF(rects[i]).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        // Midway between the two fills neither text colour would reach 4.5:1, so strong chips go all the way.
        if (strong) {
            painter.setBrush(mixedColor(colors.chip, colors.accent, std::max(share, 0.85)));
            painter.drawRoundedRect(QRectF(rects[i]).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        painter.setPen(chip.special ? colors.muted : strong ? colors.onAccent : colors.text);
        painter.drawText(rects[i], Qt::AlignCenter, chip.text);
    }
}

bool TokenStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto rects = places(width());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].contains(help->pos()) && m_chips[i].weight) {
            QToolTip::showText(
                help->globalPos(),
                plainToolTip(tr("%1\n%2: %3").arg(m_chips[i].text, m_weightName, percentText(*m_chips[i].weight))),
                this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace vbs
