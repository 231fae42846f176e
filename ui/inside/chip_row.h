#pragma once

#include "ui/inside/looked.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QPixmap>

#include <vector>

namespace vbs {

/// One row of chips, a position of the network each: word pieces, then regions with what they show. One of them is the
/// query, which a click or an arrow key chooses; the others are shaded by their weights. Only what is seen is drawn.
class ChipRow : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ChipRow(QWidget* parent = nullptr);

    void setLooked(const LookedPtr& looked); ///< null: nothing
    /// One a position, not below 0; empty: none. They are shaded from nothing to the greatest.
    void setWeights(std::vector<double> weights);
    void setQuery(std::size_t position);
    void setMarked(std::size_t position); ///< where the answer is read

    const std::vector<PositionFacts>& positions() const { return m_positions; }
    const std::vector<double>& weights() const { return m_weights; }
    std::size_t query() const { return m_query; }
    QRect chipRect(std::size_t position) const; ///< in the viewport

    QSize wholeSize() const;
    void paintWhole(QPainter& painter) const; ///< without scrolling, for files

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(std::size_t position);
    void pointedAt(int position); ///< by the mouse; -1: none any more

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void place();
    void reveal(std::size_t position);
    void choose(std::size_t position);
    void point(int position);
    void describe();
    int positionAt(const QPoint& point) const; ///< -1: none
    void paintRow(QPainter& painter, const QRect& visible) const;
    void paintGroup(QPainter& painter, std::size_t first, const QString& title) const;
    void paintChip(QPainter& painter, std::size_t position) const;
    void paintPicture(QPainter& painter, const QRect& frame, std::size_t position, double share) const;
    double share(std::size_t position) const;
    const QPixmap& pictureOf(std::size_t position) const;

    LookedPtr m_looked;
    QImage m_left, m_right;
    std::vector<PositionFacts> m_positions;
    std::vector<double> m_weights;
    std::vector<QRect> m_places; ///< of the whole chips, unscrolled
    std::size_t m_query = 0, m_marked = std::size_t(-1);
    double m_greatest = 0;
    int m_width = 0, m_pointed = -1;
    mutable QHash<std::size_t, QPixmap> m_pictures;
};

} // namespace vbs
