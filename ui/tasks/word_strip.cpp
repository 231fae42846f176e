#include "ui/tasks/word_strip.h"

#include "ui/util/phrase_colors.h"
#include "ui/util/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kChipHeight = 28, kGap = 4, kPadding = 8;

} // namespace

WordStrip::WordStrip(const QString& objectName, const QString& accessibleName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
}

void WordStrip::setWords(const std::vector<Word>& words)
{
    m_words = words;
    const int last = int(words.size()) - 1;
    m_cursor = std::min(m_cursor, last);
    m_anchor = std::min(m_anchor, last);
    QStringList spoken;
    for (const Word& word : words)
        spoken << (word.masked        ? tr("masked")
                   : word.phrase >= 0 ? tr("%1, in phrase %2").arg(word.text).arg(word.phrase + 1)
                                      : word.text);
    setAccessibleDescription(spoken.join("; "));
    setVisible(!words.empty());
    updateGeometry();
    update();
}

void WordStrip::setMarkedPhrase(int phrase)
{
    m_markedPhrase = phrase;
    update();
}

std::vector<QRect> WordStrip::places(int width) const
{
    const QFontMetrics metrics(font());
    std::vector<QRect> result;
    int x = 0, y = 0;
    for (const Word& word : m_words) {
        const int chip = std::min(width, metrics.horizontalAdvance(word.text) + 2 * kPadding);
        if (x > 0 && x + chip > width) {
            x = 0;
            y += textPixels(kChipHeight) + kGap;
        }
        result.emplace_back(x, y, chip, textPixels(kChipHeight));
        x += chip + kGap;
    }
    return result;
}

QRect WordStrip::placeOf(int word) const
{
    return places(width()).at(std::size_t(word));
}

int WordStrip::heightForWidth(int width) const
{
    const auto rects = places(std::max(1, width));
    return rects.empty() ? 0 : rects.back().bottom() + 1;
}

QSize WordStrip::sizeHint() const
{
    return {200, heightForWidth(std::max(200, width()))};
}

int WordStrip::wordAt(const QPoint& point) const
{
    const auto rects = places(width());
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2).contains(point))
            return int(i);
    }
    return -1;
}

bool WordStrip::isTaken(int word) const
{
    const bool choosing = m_pressed || (hasFocus() && m_anchor != m_cursor);
    return choosing && m_anchor >= 0 && word >= std::min(m_anchor, m_cursor) && word <= std::max(m_anchor, m_cursor);
}

void WordStrip::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = themeColors();
    const auto rects = places(width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        const Word& word = m_words[i];
        QRectF chip = QRectF(rects[i]).adjusted(1, 1, -1, -1);
        QColor fill = colors.chip, edge = Qt::transparent;
        QPen pen(edge, 1.5);
        if (word.phrase >= 0) {
            const QColor color = phraseColor(word.phrase);
            fill = mixedColor(colors.base, color, word.phrase == m_markedPhrase ? 0.42 : 0.22);
            pen = QPen(color, word.phrase == m_markedPhrase ? 2.5 : 1.5);
        } else if (word.masked) {
            fill = Qt::transparent;
            pen = QPen(colors.accent, 1.5, Qt::DashLine);
        }
        if (int(i) == m_hovered || isTaken(int(i)))
            pen = QPen(colors.accent, isTaken(int(i)) ? 2.5 : 1.5);
        painter.setPen(pen);
        painter.setBrush(fill);
        painter.drawRoundedRect(chip, 6, 6);
        const bool joined = word.phrase >= 0 && i + 1 < m_words.size() && m_words[i + 1].phrase == word.phrase &&
                            rects[i + 1].top() == rects[i].top();
        if (joined) {
            painter.setPen(QPen(phraseColor(word.phrase), 3));
            const QPointF from(chip.right(), chip.center().y());
            painter.drawLine(from, from + QPointF(kGap + 2, 0));
        }
        painter.setPen(word.masked ? colors.accent : colors.text);
        painter.drawText(chip, Qt::AlignCenter, word.text);
        if (hasFocus() && int(i) == m_cursor && !m_pressed) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.text, 1, Qt::DotLine));
            painter.drawRoundedRect(chip.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4);
        }
    }
}

void WordStrip::hover(int word)
{
    if (word == m_hovered)
        return;
    m_hovered = word;
    update();
    Q_EMIT wordHovered(word);
}

void WordStrip::mousePressEvent(QMouseEvent* event)
{
    const int word = wordAt(event->pos());
    if (event->button() != Qt::LeftButton || word < 0)
        return;
    m_pressed = true;
    m_anchor = m_cursor = word;
    update();
}

void WordStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int word = wordAt(event->pos());
    if (m_pressed && m_ranges && word >= 0 && word != m_cursor) {
        m_cursor = word;
        update();
    }
    if (!m_pressed)
        hover(word);
}

void WordStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed || event->button() != Qt::LeftButton)
        return;
    m_pressed = false;
    const int first = std::min(m_anchor, m_cursor), last = std::max(m_anchor, m_cursor);
    m_anchor = m_cursor;
    update();
    if (first >= 0)
        Q_EMIT chosen(first, last);
}

void WordStrip::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_words.size()) - 1;
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (by != 0) {
        m_cursor = std::clamp(m_cursor + by, 0, std::max(0, last));
        if (!m_ranges || !(event->modifiers() & Qt::ShiftModifier))
            m_anchor = m_cursor;
        update();
        Q_EMIT wordHovered(m_cursor);
    } else if ((event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) && m_cursor >= 0 && m_cursor <= last) {
        const int first = std::min(m_anchor, m_cursor), end = std::max(m_anchor, m_cursor);
        m_anchor = m_cursor;
        Q_EMIT chosen(first, end);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void WordStrip::leaveEvent(QEvent*)
{
    hover(-1);
}

void WordStrip::focusInEvent(QFocusEvent* event)
{
    if (m_cursor < 0)
        m_cursor = m_anchor = 0;
    QWidget::focusInEvent(event);
}

void WordStrip::focusOutEvent(QFocusEvent* event)
{
    m_anchor = m_cursor;
    QWidget::focusOutEvent(event);
    Q_EMIT wordHovered(-1);
}

} // namespace vbs
