#pragma once

#include "ui/inside/plots/legend_view.h"
#include "ui/inside/plots/plot.h"

#include <vector>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace vbs {

class ChartCanvas;

/// A chart with its legend, and a sentence. The legend stands beside it where there is room, else below; it can be as
/// narrow as 360 pixels.
class ChartPlot : public Plot {
    Q_OBJECT
public:
    explicit ChartPlot(QWidget* parent = nullptr);

    QSize drawingSize() const override;
    void draw(QPainter& painter) const override;
    void setSentenceShown(bool shown) override;

    QWidget* canvas() const; ///< what takes the keys and the mouse

protected:
    virtual void build() = 0; ///< fills the empty chart in the colours in force
    virtual std::vector<LegendRow> legend() const = 0;

    void rebuild();    ///< chart, legend and sentence
    void showLegend(); ///< and sentence, as they are now
    ChartCanvas& chartCanvas() const { return *m_canvas; }
    QVBoxLayout* rows() const { return m_rows; } ///< canvas, legend, sentence

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QVBoxLayout* m_rows;
    QBoxLayout* m_middle; ///< chart and legend
    ChartCanvas* m_canvas;
    LegendView* m_legend;
    QLabel* m_sentence;
};

} // namespace vbs
