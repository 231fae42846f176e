#pragma once

#include "ui/inside/chip_row.h"
#include "ui/inside/inside_view.h"

#include <QTimer>

class QLabel;
class QSlider;
class QToolButton;

namespace vbs {

/// How information comes together at the chosen position, layer by layer: rollout as an animation.
class FlowView : public InsideView {
    Q_OBJECT
public:
    static constexpr int kStepsALayer = 12; ///< of the animation

    explicit FlowView(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Flow"); }
    QString name() const override { return QStringLiteral("flow"); }
    QString sentence() const override;
    void showLooked(const LookedPtr& looked) override;
    void showChoice() override;
    void setInSight(bool inSight) override;
    std::vector<double> weights() const override { return m_row->weights(); }
    QString weightsTitle() const override;
    double greatest() const override;
    QSize drawingSize() override { return m_row->wholeSize(); }
    void draw(QPainter& painter) override { m_row->paintWhole(painter); }
    std::string table() const override;

    const std::vector<std::vector<double>>& flow() const { return m_flow; }
    double place() const; ///< in layers
    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void step(int layers);
    void showPlace();

    ChipRow* m_row;
    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_layer;
    QTimer m_timer;
    LookedPtr m_followed; ///< what the flow is of
    std::size_t m_position = 0;
    std::vector<std::vector<double>> m_flow;
};

/// "After layer 3 of 6"; between two, the one before.
QString flowPlaceText(double place, std::size_t layers);

/// The greatest weight that a region of either picture ever has, the whole picture aside.
double greatestInFlow(const std::vector<std::vector<double>>& flow, const InferenceResult& result);

} // namespace vbs
