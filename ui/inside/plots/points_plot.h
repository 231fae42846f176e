#pragma once

#include "core/look/points.h"
#include "ui/inside/plots/chart_plot.h"

#include <QVariantAnimation>

#include <array>
#include <vector>

class QGraphicsSimpleTextItem;
class QLabel;
class QScatterSeries;
class QSlider;

namespace vbs {

/// A position of the network, for people.
struct PlotPosition {
    enum class Kind { Word, Mark, Region, RightRegion }; ///< marks: [CLS] and [SEP]
    Kind kind = Kind::Word;
    QString name;          ///< shown beside the point when it is chosen or pointed at
    QString description{}; ///< whole sentences; empty: the name and the kind
};

struct PointsData {
    std::vector<PlotPosition> positions;
    std::vector<PlanePoints> layers; ///< each with as many points
};

/// Words and regions of a layer as points, near each other where the network sees them alike. Arrow keys walk from
/// point to point, Return clicks one; Page Up and Page Down choose the layer.
class PointsPlot : public ChartPlot {
    Q_OBJECT
public:
    explicit PointsPlot(QWidget* parent = nullptr);

    /// The layer stays where there is one.
    void show(const PointsData& points);
    void clear() { show({}); }

    QString name() const override { return QStringLiteral("points"); }
    QString sentence() const override;
    bool isEmpty() const override { return m_data.positions.empty(); }
    std::string table() const override; ///< of all layers

    int layer() const;
    void setLayer(int layer); ///< the points move there
    int chosen() const { return m_chosen; }
    void choose(int position); ///< marks it; -1: none
    bool isMoving() const { return m_motion.state() == QAbstractAnimation::Running; }
    QPointF positionOnPlot(int position) const; ///< in this widget's pixels

Q_SIGNALS:
    void pointClicked(int position);
    void layerChanged(int layer); ///< by the user

protected:
    void build() override;
    std::vector<LegendRow> legend() const override;

private:
    std::vector<QPointF> pointsOf(int layer) const;
    void moveTo(int layer);
    void place(double share); ///< of the way to the layer
    void fitAxes();
    void showLayer();
    void showMarked();
    int nearest(const QPointF& at) const; ///< -1: nothing is near
    void pointAt(int position);
    QString descriptionOf(int position) const;
    bool takeKey(int key);

    PointsData m_data;
    std::vector<QPointF> m_from, m_to, m_now;
    double m_share = 1;
    QVariantAnimation m_motion;
    QSlider* m_slider;
    QLabel* m_layerName;
    std::vector<QScatterSeries*> m_series; ///< one a kind; the chart's, as the next two
    QScatterSeries* m_ring = nullptr;
    QGraphicsSimpleTextItem* m_label = nullptr;
    int m_chosen = -1, m_pointed = -1;
};

} // namespace vbs
