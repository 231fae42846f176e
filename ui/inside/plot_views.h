#pragma once

#include "ui/inside/inside_view.h"
#include "ui/inside/plots/layers_plot.h"
#include "ui/inside/plots/points_plot.h"

class QComboBox;

namespace vbs {

/// As the plots tell positions apart.
PlotPosition::Kind plotKind(PositionFacts::Kind kind);

/// A view that is one plot.
class PlotView : public InsideView {
    Q_OBJECT
public:
    using InsideView::InsideView;

    QString name() const override { return plot().name(); }
    QString sentence() const override { return plot().sentence(); }
    bool isEmpty() const override { return plot().isEmpty(); }
    QSize drawingSize() override { return plot().drawingSize(); }
    void draw(QPainter& painter) override { plot().draw(painter); }
    std::string table() const override { return plot().table(); }

protected:
    virtual Plot& plot() const = 0;
};

/// The answer, or a phrase's region, as it is read from each layer.
class LayersView : public PlotView {
    Q_OBJECT
public:
    explicit LayersView(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Layers"); }
    void showLooked(const LookedPtr& looked) override;

protected:
    Plot& plot() const override { return *m_plot; }

private:
    void showPhrase();

    QComboBox* m_phrase; ///< Find: whose regions are shown
    LayersPlot* m_plot;
    LookedPtr m_shown;
};

/// What each layer makes of the words and regions, as points.
class PointsView : public PlotView {
    Q_OBJECT
public:
    explicit PointsView(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Points"); }
    int shownLayer() const override { return m_plot->layer(); }
    void showLooked(const LookedPtr& looked) override;
    void showChoice() override;

protected:
    Plot& plot() const override { return *m_plot; }

private:
    PointsPlot* m_plot;
    LookedPtr m_shown;
};

} // namespace vbs
