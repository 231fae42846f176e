#pragma once

#include "core/engine/inference_types.h"
#include "ui/inside/plots/chart_plot.h"

#include <vector>

namespace vbs {

/// How probable something is when it is read from each layer.
struct LayerSeries {
    QString name;
    std::vector<double> probabilities; ///< layers + 1, the embeddings' first
};

struct LayersData {
    QString what;                    ///< "Answer", or the phrase whose regions these are
    std::vector<LayerSeries> series; ///< the most probable of the last layer first
    int settled = -1;                ///< the layer from which on the first one stays the first; -1: not known
};

inline constexpr std::size_t kMostLayerSeries = 5;

/// The last layer's most probable answers. Where a layer does not list one of them it counts as 0.
LayersData layersOfAnswers(const Inspection& inspection, const QString& what);

/// Likewise of anything that every layer has a probability for, such as a phrase's regions. @param byLayer
/// [layer][name]
LayersData layersOf(const std::vector<std::vector<double>>& byLayer, const std::vector<QString>& names,
                    const QString& what);

/// How the answers grow from the embeddings to the last layer. Left, Right, Home and End choose the layer whose numbers
/// the legend gives.
class LayersPlot : public ChartPlot {
    Q_OBJECT
public:
    explicit LayersPlot(QWidget* parent = nullptr);

    void show(const LayersData& data);
    void clear() { show({}); }
    const LayersData& data() const { return m_data; }

    QString name() const override { return QStringLiteral("layers"); }
    QString sentence() const override;
    bool isEmpty() const override { return m_data.series.empty(); }
    std::string table() const override;

    int layer() const { return m_layer; }
    void setLayer(int layer);

Q_SIGNALS:
    void layerChanged(int layer); ///< by the user

protected:
    void build() override;
    std::vector<LegendRow> legend() const override;

private:
    int lastLayer() const; ///< -1: there is nothing
    void chooseByUser(int layer);

    LayersData m_data;
    int m_layer = 0;
};

} // namespace vbs
