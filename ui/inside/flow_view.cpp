#include "ui/inside/flow_view.h"

#include "core/look/attention_flow.h"
#include "core/report/heatmap.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <span>

namespace vbs {
namespace {

constexpr int kFrameTime = 40; ///< milliseconds

QToolButton* toolButton(const char* objectName, const QString& icon, const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(lineIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setProperty("role", "switch");
    return button;
}

} // namespace

QString flowPlaceText(double place, std::size_t layers)
{
    const int layer = int(place);
    return layer < 1 ? QCoreApplication::translate("vbs::FlowView", "Before the first layer")
                     : QCoreApplication::translate("vbs::FlowView", "After layer %1 of %2").arg(layer).arg(layers);
}

double greatestInFlow(const std::vector<std::vector<double>>& flow, const InferenceResult& result)
{
    const std::size_t words = result.tokens.size(), left = result.regions.regions.size();
    double greatest = 0;
    for (const std::vector<double>& row : flow) {
        if (row.size() < words + left)
            continue;
        const std::span<const double> all(row);
        greatest = std::max({greatest, greatestWeight(result.regions, all.subspan(words, left)),
                             greatestWeight(result.rightRegions, all.subspan(words + left))});
    }
    return greatest;
}

FlowView::FlowView(InsideDesk& desk, QWidget* parent)
    : InsideView(desk, parent), m_row(new ChipRow), m_play(toolButton("flowPlay", "play", tr("Play"))),
      m_slider(new QSlider(Qt::Horizontal)), m_layer(plainLabel())
{
    setObjectName("flowView");
    auto* back = toolButton("flowBack", "previous", tr("One layer back"));
    auto* ahead = toolButton("flowAhead", "next", tr("One layer ahead"));
    m_slider->setObjectName("flowPlace");
    m_slider->setAccessibleName(tr("Layer"));
    m_slider->setPageStep(kStepsALayer);
    m_layer->setObjectName("flowLayer");
    m_layer->setMinimumWidth(m_layer->fontMetrics().horizontalAdvance(tr("Before the first layer")) + 8);
    auto* controls = new QHBoxLayout;
    controls->setSpacing(4);
    for (QWidget* widget : {static_cast<QWidget*>(back), static_cast<QWidget*>(m_play), static_cast<QWidget*>(ahead)})
        controls->addWidget(widget);
    controls->addWidget(m_slider, 1);
    controls->addWidget(m_layer);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(controls);
    layout->addWidget(m_row);
    layout->addStretch(1);
    setFocusProxy(m_row);
    m_timer.setInterval(kFrameTime);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_slider->setValue(m_slider->value() + 1);
        if (m_slider->value() == m_slider->maximum())
            setPlaying(false);
    });
    connect(m_play, &QToolButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(ahead, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_slider, &QSlider::valueChanged, this, [this] { showPlace(); });
    connect(m_slider, &QSlider::sliderPressed, this, [this] { setPlaying(false); });
    connect(m_row, &ChipRow::chosen, this, [this](std::size_t position) { this->desk().choosePosition(position); });
}

double FlowView::place() const
{
    return double(m_slider->value()) / kStepsALayer;
}

/// From the beginning when it stands at the end.
void FlowView::setPlaying(bool playing)
{
    if (playing && m_slider->value() == m_slider->maximum())
        m_slider->setValue(0);
    if (playing)
        m_timer.start();
    else
        m_timer.stop();
    const QString name = playing ? tr("Pause") : tr("Play");
    m_play->setIcon(lineIcon(playing ? "pause" : "play"));
    m_play->setToolTip(name);
    m_play->setAccessibleName(name);
}

/// To the next whole layer in this direction.
void FlowView::step(int layers)
{
    setPlaying(false);
    const int value = m_slider->value();
    const int whole = layers < 0 ? (value + kStepsALayer - 1) / kStepsALayer : value / kStepsALayer;
    m_slider->setValue((whole + layers) * kStepsALayer);
}

void FlowView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        return setPlaying(!isPlaying());
    InsideView::keyPressEvent(event);
}

void FlowView::setInSight(bool inSight)
{
    if (!inSight)
        setPlaying(false);
}

void FlowView::showLooked(const LookedPtr& looked)
{
    m_row->setLooked(looked);
    m_row->setMarked(looked->inspection.readFrom);
    const int most = int(looked->inspection.layers) * kStepsALayer;
    if (m_slider->maximum() != most) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setMaximum(most);
        m_slider->setValue(most); // what there is in the end; playing begins anew
    }
    showChoice();
}

void FlowView::showChoice()
{
    follow();
    showPlace();
}

void FlowView::follow()
{
    const std::size_t position = desk().choice().position;
    if (!looked() || (m_followed == looked() && m_position == position && !m_flow.empty()))
        return;
    m_followed = looked();
    m_position = position;
    m_flow = attentionFlow(looked()->inspection, position);
    m_row->setQuery(position);
}

void FlowView::showPlace()
{
    if (m_flow.empty())
        return;
    m_row->setWeights(flowAt(m_flow, place()));
    m_layer->setText(flowPlaceText(place(), m_flow.size() - 1));
    Q_EMIT weightsChanged();
}

QString FlowView::sentence() const
{
    return tr("Where the chosen position’s information comes from, as attention passes it on from layer to layer "
              "(rollout). It is an estimate: what the layers compute in between is left out.");
}

double FlowView::greatest() const
{
    return looked() ? greatestInFlow(m_flow, looked()->inspection.result) : 0;
}

QString FlowView::weightsTitle() const
{
    return flowPlaceText(place(), m_flow.empty() ? 0 : m_flow.size() - 1);
}

std::string FlowView::table() const
{
    std::vector<std::string> header{"position", "name"};
    for (std::size_t layer = 0; layer < m_flow.size(); ++layer)
        header.push_back("layer_" + std::to_string(layer));
    std::string text = csvLine(header);
    for (std::size_t i = 0; i < m_row->positions().size() && !m_flow.empty(); ++i) {
        std::vector<std::string> line{std::to_string(i + 1), m_row->positions()[i].name.toStdString()};
        for (const std::vector<double>& layer : m_flow)
            line.push_back(std::to_string(layer[i]));
        text += csvLine(line);
    }
    return text;
}

} // namespace vbs
