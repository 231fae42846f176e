#pragma once

#include "ui/inside/head_maps.h"

#include <QAbstractScrollArea>

namespace vbs {

/// Layers by heads as small maps, or the heads one after the other, sorted. A click or an arrow key chooses one. Only
/// maps that are seen are made and drawn.
class HeadGridView : public QAbstractScrollArea {
    Q_OBJECT
public:
    struct Place {
        std::size_t layer = 0, head = 0;

        friend bool operator==(const Place&, const Place&) = default;
    };

    explicit HeadGridView(QWidget* parent = nullptr);

    void setLooked(const LookedPtr& looked); ///< not measured yet
    void setMeasures(HeadGrid measures);     ///< of that
    void setMeasure(HeadMeasure measure);
    void setSorted(bool sorted);                 ///< the greatest measure first
    void setChosen(std::size_t layer, int head); ///< head -1: none of the layer's

    HeadMeasure measure() const { return m_measure; }
    bool isSorted() const { return m_sorted; }
    const std::vector<Place>& order() const { return m_order; }
    QRect cellRect(std::size_t at) const; ///< of the order's entry, in the viewport
    int mapsKept() const { return m_maps.kept(); }
    const HeadGrid& measures() const { return m_measures; } ///< empty: not measured yet

    QSize wholeSize() const;
    void paintWhole(QPainter& painter);

    QSize sizeHint() const override { return {480, 240}; }

Q_SIGNALS:
    void chosen(std::size_t layer, std::size_t head);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void arrange();
    void layOut();
    int indexAt(const QPoint& point) const; ///< -1: none
    int chosenIndex() const;                ///< -1: none
    QRect wholeRect(std::size_t at) const;
    void paintCells(QPainter& painter, const QRect& visible);
    void paintCell(QPainter& painter, std::size_t at);
    void step(int columns, int rows);
    void describe();
    void revealChosen();

    HeadMaps m_maps;
    HeadGrid m_measures;
    HeadMeasure m_measure = HeadMeasure::OnRegions;
    bool m_sorted = false;
    std::vector<Place> m_order;
    std::size_t m_layer = 0;
    int m_head = -1;
    int m_columns = 1, m_side = 64; ///< cells in a row; a map's size
};

} // namespace vbs
