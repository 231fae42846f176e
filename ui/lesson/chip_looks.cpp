// The views that are a row of chips: the sequence, and the flow through the layers.

#include "core/look/attention_flow.h"
#include "ui/inside/chip_row.h"
#include "ui/inside/flow_view.h"
#include "ui/lesson/large_text.h"
#include "ui/lesson/look_view.h"
#include "ui/util/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTimer>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr double kChipFactor = 0.7;
constexpr int kFlowFrame = 40; ///< milliseconds

ChipRow* rowOf(const LessonStep& step, const LookedPtr& looked)
{
    auto* row = new ChipRow;
    row->setFocusPolicy(Qt::TabFocus);
    row->setLooked(looked);
    row->setMarked(std::size_t(readPosition(step))); // none for -1
    row->setQuery(step.look->position);
    setTextFactor(row, kChipFactor);
    return row;
}

QPushButton* smallButton(const QString& text, const char* objectName)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus);
    setTextFactor(button, 0.8);
    return button;
}

/// What one position looks at, or what looks at it: of the one that is pointed at, else of the chosen one.
class SequenceLook : public LookView {
    Q_DECLARE_TR_FUNCTIONS(vbs::SequenceLook)

public:
    SequenceLook(const LessonStep& step, const LookedPtr& looked)
        : m_map(step.look->attention), m_choice(step.choice), m_layers(looked->inspection.layers),
          m_words(looked->inspection.result.tokens.size()), m_query(step.look->position), m_row(rowOf(step, looked)),
          m_incoming(smallButton(tr("What looks at it"), "sequenceIncoming")), m_caption(mutedLabel("sequenceCaption"))
    {
        QVBoxLayout* column = fill(tr("What the model reads: words, then regions"));
        m_incoming->setCheckable(true);
        m_incoming->setChecked(m_choice.incoming);
        setTextFactor(m_caption, 0.8);
        auto* line = new QHBoxLayout;
        line->addWidget(m_caption, 1);
        line->addWidget(m_incoming);
        column->addLayout(line);
        column->addWidget(m_row);
        connect(m_row, &ChipRow::chosen, this, [this](std::size_t position) {
            m_query = position;
            showWeights();
        });
        connect(m_row, &ChipRow::pointedAt, this, [this](int position) {
            m_pointed = position;
            showWeights();
        });
        connect(m_incoming, &QPushButton::toggled, this, [this] { showWeights(); });
        showWeights();
    }

    void pointAt(int region) override
    {
        m_pointed = region < 0 ? -1 : int(m_words) + region;
        showWeights();
    }

    void choose(int region) override
    {
        if (region < 0)
            return;
        m_query = m_words + std::size_t(region);
        showWeights();
    }

    std::vector<double> weights() const override { return m_row->weights(); }
    QString weightsTitle() const override { return m_caption->text(); }

private:
    void showWeights()
    {
        const std::size_t at =
            m_pointed >= 0 && std::size_t(m_pointed) < m_map.size() ? std::size_t(m_pointed) : m_query;
        std::vector<double> weights(m_map.size());
        for (std::size_t i = 0; i < m_map.size(); ++i)
            weights[i] = m_incoming->isChecked() ? m_map[i][at] : m_map[at][i];
        m_row->setQuery(at);
        m_row->setWeights(std::move(weights));
        const QString name = m_row->positions().at(at).name;
        const std::size_t layer = m_choice.layer < 0 ? m_layers : std::size_t(m_choice.layer) + 1;
        const QString where = m_choice.head < 0 ? tr("layer %1, all heads").arg(layer)
                                                : tr("layer %1, head %2").arg(layer).arg(m_choice.head + 1);
        m_caption->setText(
            (m_incoming->isChecked() ? tr("What looks at “%1” (%2)") : tr("Where “%1” looks (%2)")).arg(name, where));
        Q_EMIT weightsChanged();
    }

    const std::vector<std::vector<double>> m_map;
    const LookChoice m_choice;
    const std::size_t m_layers, m_words;
    std::size_t m_query;
    int m_pointed = -1;
    ChipRow* m_row;
    QPushButton* m_incoming;
    QLabel* m_caption;
};

/// How a position's information comes together, as an animation.
class FlowLook : public LookView {
    Q_DECLARE_TR_FUNCTIONS(vbs::FlowLook)

public:
    FlowLook(const LessonStep& step, const LookedPtr& looked)
        : m_flow(step.look->flow), m_greatest(greatestInFlow(m_flow, looked->inspection.result)),
          m_row(rowOf(step, looked)), m_play(smallButton(tr("Play"), "flowPlay")),
          m_slider(new QSlider(Qt::Horizontal)), m_layer(plainLabel())
    {
        QVBoxLayout* column =
            fill(tr("Where “%1” has its information from").arg(m_row->positions().at(step.look->position).name));
        m_slider->setObjectName("flowPlace");
        m_slider->setAccessibleName(tr("Layer"));
        m_slider->setFocusPolicy(Qt::TabFocus);
        m_slider->setRange(0, int(m_flow.size() - 1) * FlowView::kStepsALayer);
        m_slider->setPageStep(FlowView::kStepsALayer);
        m_slider->setValue(m_slider->maximum());
        setTextFactor(m_layer, 0.8);
        auto* line = new QHBoxLayout;
        line->addWidget(m_play);
        line->addWidget(m_slider, 1);
        line->addWidget(m_layer);
        column->addLayout(line);
        column->addWidget(m_row);
        m_timer.setInterval(kFlowFrame);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_slider->setValue(m_slider->value() + 1);
            if (m_slider->value() == m_slider->maximum())
                setPlaying(false);
        });
        connect(m_play, &QPushButton::clicked, this, [this] { setPlaying(!m_timer.isActive()); });
        connect(m_slider, &QSlider::valueChanged, this, [this] { showPlace(); });
        connect(m_slider, &QSlider::sliderPressed, this, [this] { setPlaying(false); });
        showPlace();
    }

    std::vector<double> weights() const override { return m_row->weights(); }
    QString weightsTitle() const override { return m_layer->text(); }
    double greatest() const override { return m_greatest; }

private:
    void setPlaying(bool playing)
    {
        if (playing && m_slider->value() == m_slider->maximum())
            m_slider->setValue(0);
        if (playing)
            m_timer.start();
        else
            m_timer.stop();
        m_play->setText(playing ? tr("Pause") : tr("Play"));
    }

    void showPlace()
    {
        const double place = double(m_slider->value()) / FlowView::kStepsALayer;
        m_row->setWeights(flowAt(m_flow, place));
        m_layer->setText(flowPlaceText(place, m_flow.size() - 1));
        Q_EMIT weightsChanged();
    }

    const std::vector<std::vector<double>> m_flow;
    const double m_greatest;
    ChipRow* m_row;
    QPushButton* m_play;
    QSlider* m_slider;
    QLabel* m_layer;
    QTimer m_timer;
};

} // namespace

LookView* sequenceLook(const LessonStep& step, const LookedPtr& looked)
{
    return new SequenceLook(step, looked);
}

LookView* flowLook(const LessonStep& step, const LookedPtr& looked)
{
    return new FlowLook(step, looked);
}

} // namespace vbs
