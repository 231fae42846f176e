#include "ui/tasks/bar_painting.h"

#include "ui/util/phrase_colors.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr int kPercentWidth = 46, kDifferenceWidth = 40;
constexpr double kMark = 4.5;

} // namespace

QString differenceText(const AnswerBar& bar)
{
    if (bar.before < 0)
        return {};
    const int points = int(std::lround(bar.probability * 100) - std::lround(bar.before * 100));
    return points == 0 ? QStringLiteral("±0") : points > 0 ? QString("+%1").arg(points) : QString("−%1").arg(-points);
}

void paintBlindMark(QPainter& painter, const QPointF& middle)
{
    const ThemeColors& colors = themeColors();
    const QPointF corners[] = {middle + QPointF(0, -kMark), middle + QPointF(kMark, 0), middle + QPointF(0, kMark),
                               middle + QPointF(-kMark, 0)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.base, 1.5));
    painter.setBrush(colors.text);
    painter.drawPolygon(corners, 4);
    painter.restore();
}

void paintBar(QPainter& painter, const QRect& row, const AnswerBar& bar, const QFont& font)
{
    const ThemeColors& colors = themeColors();
    const bool compared = bar.before >= 0;
    const double high = kBarHeight * textScaleOf(font);
    const int percentWidth = textPixels(kPercentWidth, font), changeWidth = textPixels(kDifferenceWidth, font);
    const QRect percent(row.right() - percentWidth + 1, row.top(), percentWidth, row.height());
    painter.setFont(font);
    painter.setPen(bar.unfamiliar ? colors.muted : colors.text);
    painter.drawText(percent, Qt::AlignVCenter | Qt::AlignRight, percentText(bar.probability));
    int end = percent.left();
    if (compared) {
        const QRect difference(end - changeWidth, row.top(), changeWidth, row.height());
        painter.setPen(colors.muted);
        painter.drawText(difference, Qt::AlignVCenter | Qt::AlignRight, differenceText(bar));
        end = difference.left();
    }
    const QRectF track(row.left(), row.center().y() - high / 2 + 0.5, end - row.left(), high);
    const double round = high / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.chip);
    painter.drawRoundedRect(track, round, round);
    // Grey where the answer means little, so that a long bar does not look like a sure answer.
    QColor fill = bar.unfamiliar ? colors.muted : bar.phrase >= 0 ? phraseColor(bar.phrase) : colors.accent;
    if (bar.unfamiliar)
        fill.setAlphaF(0.45f);
    else if (!bar.best && bar.phrase < 0)
        fill.setAlphaF(0.55f);
    // The track's round end must not make a small chance look larger.
    const auto part = [&](double share) {
        QPainterPath whole, left;
        whole.addRoundedRect(track, round, round);
        left.addRect(QRectF(track.topLeft(), QSizeF(std::max(2.0, track.width() * std::min(1.0, share)), high)));
        return whole.intersected(left);
    };
    if (bar.probability >= 0.005)
        painter.fillPath(part(bar.probability), fill);
    if (compared && bar.before >= 0.005) // where it was
        painter.strokePath(part(bar.before), QPen(colors.text, 1.3, Qt::DashLine));
    if (bar.blind >= 0)
        paintBlindMark(painter, {track.left() + std::clamp(track.width() * bar.blind, kMark, track.width() - kMark),
                                 track.center().y()});
}

} // namespace vbs
