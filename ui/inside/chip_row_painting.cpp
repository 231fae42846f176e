// ChipRow's part that places and draws.

#include "ui/inside/chip_row.h"
#include "ui/util/phrase_colors.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/text_scale.h"
#include "ui/util/theme.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kGap = 6, kGroupGap = 22, kPad = 9, kMargin = 8;
constexpr int kTitle = 17, kChip = 58, kName = 17, kShare = 19; ///< heights, in the usual text's pixels
constexpr int kPictureWidth = 82, kNarrowest = 40;
constexpr int kRadius = 6;

QFont sized(QFont font, int pixels)
{
    font.setPixelSize(textPixels(pixels, font));
    return font;
}

/// Beyond this strength the fill is so strong that text on it changes its color.
constexpr double kStrong = 0.55;

} // namespace

void ChipRow::place()
{
    m_places.clear();
    const QFontMetrics metrics(sized(font(), 13));
    int x = kMargin;
    const int top = textPixels(kTitle, font());
    for (std::size_t i = 0; i < m_positions.size(); ++i) {
        if (i > 0 && m_positions[i].isRegion() && m_positions[i].kind != m_positions[i - 1].kind)
            x += kGroupGap - kGap;
        const int width = m_positions[i].isRegion()
                              ? textPixels(kPictureWidth, font())
                              : std::clamp(metrics.horizontalAdvance(m_positions[i].name) + 2 * kPad,
                                           textPixels(kNarrowest, font()), textPixels(240, font()));
        m_places.emplace_back(x, top, width, textPixels(kChip, font()));
        x += width + kGap;
    }
    m_width = m_places.empty() ? 0 : x - kGap + kMargin;
    horizontalScrollBar()->setRange(0, std::max(0, m_width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(textPixels(40, font()));
    updateGeometry();
    viewport()->update();
}

QSize ChipRow::wholeSize() const
{
    return {m_width, textPixels(kTitle + kChip + kShare, font()) + 4};
}

QSize ChipRow::sizeHint() const
{
    return {400, wholeSize().height() + 14};
}

QSize ChipRow::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

double ChipRow::share(std::size_t position) const
{
    return m_greatest > 0 && position < m_weights.size() ? std::clamp(m_weights[position] / m_greatest, 0., 1.) : 0;
}

void ChipRow::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const int begin = horizontalScrollBar()->value();
    painter.translate(-begin, 0);
    paintRow(painter, event->rect().translated(begin, 0));
}

void ChipRow::paintWhole(QPainter& painter) const
{
    paintRow(painter, QRect(QPoint(), wholeSize()));
}

void ChipRow::paintRow(QPainter& painter, const QRect& visible) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        using Kind = PositionFacts::Kind;
        const Kind kind = m_positions[i].kind;
        const bool first = i == 0 || (m_positions[i].isRegion() && m_positions[i - 1].kind != kind);
        if (first) {
            const bool two = m_looked && !m_looked->inspection.result.rightRegions.regions.empty();
            paintGroup(painter, i,
                       kind == Kind::RightRegion  ? tr("Right picture")
                       : kind == Kind::LeftRegion ? (two ? tr("Left picture") : tr("Picture"))
                                                  : tr("Text"));
        }
        if (m_places[i].left() <= visible.right() && m_places[i].right() >= visible.left())
            paintChip(painter, i);
    }
}

/// The title stays in sight while its group is.
void ChipRow::paintGroup(QPainter& painter, std::size_t first, const QString& title) const
{
    std::size_t last = first;
    while (last + 1 < m_positions.size() && m_positions[last + 1].isRegion() == m_positions[first].isRegion() &&
           (!m_positions[first].isRegion() || m_positions[last + 1].kind == m_positions[first].kind))
        ++last;
    painter.setFont(sized(font(), 11));
    const int width = painter.fontMetrics().horizontalAdvance(title);
    const bool scrolled = painter.device() == viewport();
    const int wanted = scrolled ? horizontalScrollBar()->value() + kMargin : 0;
    const int x = std::max(m_places[first].left(), std::min(wanted, m_places[last].right() - width));
    painter.setPen(themeColors().muted);
    painter.drawText(QRect(x, 0, width + 4, textPixels(kTitle, font()) - 2), Qt::AlignLeft | Qt::AlignVCenter, title);
}

void ChipRow::paintChip(QPainter& painter, std::size_t position) const
{
    const ThemeColors& colors = themeColors();
    const PositionFacts& facts = m_positions[position];
    const QRect frame = m_places[position];
    const double strength = share(position);
    const bool query = position == m_query;
    // Midway between the two fills neither text color would be easy to read, so strong chips go all the way.
    const bool strong = strength > kStrong;
    const QColor fill = mixedColor(colors.chip, colors.accent, strong ? std::max(strength, 0.85) : strength);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, kRadius, kRadius);
    painter.setFont(sized(font(), facts.isRegion() ? 11 : 13));
    const QColor ink = strong                                                      ? colors.onAccent
                       : facts.kind == PositionFacts::Kind::Mark && strength < 0.2 ? colors.muted
                                                                                   : colors.text;
    if (facts.isRegion()) {
        paintPicture(painter, frame, position, strength);
        painter.setPen(ink);
        const QRect name(frame.left() + 3, frame.bottom() - textPixels(kName, font()), frame.width() - 6,
                         textPixels(kName, font()));
        painter.drawText(name, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(facts.name, Qt::ElideRight, name.width()));
    } else {
        painter.setPen(ink);
        painter.drawText(frame, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(facts.name, Qt::ElideRight, frame.width() - 6));
    }
    if (position == m_marked && !facts.isRegion()) {
        painter.setFont(sized(font(), 10));
        painter.setPen(ink);
        painter.drawText(frame.adjusted(0, 0, 0, -3), Qt::AlignHCenter | Qt::AlignBottom, tr("answer"));
    }
    if (query) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hasFocus() ? colors.text : colors.warningMark, 2.5));
        painter.drawRoundedRect(QRectF(frame).adjusted(-1, -1, 1, 1), kRadius + 1, kRadius + 1);
    }
    if (position >= m_weights.size())
        return;
    painter.setFont(sized(font(), 11));
    painter.setPen(strength > 0.25 ? colors.text : colors.muted);
    const QRect below(frame.left() - kGap / 2, frame.bottom() + 2, frame.width() + kGap,
                      textPixels(kShare, font()) - 2);
    painter.drawText(below, Qt::AlignCenter, percentText(m_weights[position]));
}

/// What the region shows, the paler the less it weighs.
void ChipRow::paintPicture(QPainter& painter, const QRect& frame, std::size_t position, double share) const
{
    const QPixmap& picture = pictureOf(position);
    if (picture.isNull())
        return;
    const QRect room = frame.adjusted(3, 3, -3, -textPixels(kName, font()) - 1);
    const QSizeF shown = picture.deviceIndependentSize().scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF target(QPointF(room.center()) - QPointF(shown.width() - 1, shown.height() - 1) / 2, shown);
    painter.setOpacity(m_weights.empty() ? 1 : 0.35 + 0.65 * share);
    painter.drawPixmap(target, picture, QRectF(picture.rect()));
    painter.setOpacity(1);
}

const QPixmap& ChipRow::pictureOf(std::size_t position) const
{
    const auto known = m_pictures.constFind(position);
    if (known != m_pictures.constEnd())
        return *known;
    const PositionFacts& facts = m_positions[position];
    const QImage& source = facts.kind == PositionFacts::Kind::LeftRegion ? m_left : m_right;
    const QRect crop = facts.crop.intersected(source.rect());
    QPixmap picture;
    if (!crop.isEmpty()) {
        const qreal ratio = std::max(1., devicePixelRatioF());
        const QSize room = QSize(textPixels(kPictureWidth, font()), textPixels(kChip, font())) * ratio;
        // A look into the picture's own pixels, which m_left and m_right keep.
        QImage part(source.constScanLine(crop.top()) + qsizetype(crop.left()) * source.depth() / 8, crop.width(),
                    crop.height(), source.bytesPerLine(), source.format());
        // First roughly, since smoothing a large photo takes its time.
        if (part.width() > 4 * room.width() || part.height() > 4 * room.height())
            part = part.scaled(room * 4, Qt::KeepAspectRatio, Qt::FastTransformation);
        picture = QPixmap::fromImage(part.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        picture.setDevicePixelRatio(ratio);
    }
    return *m_pictures.insert(position, picture);
}

} // namespace vbs
