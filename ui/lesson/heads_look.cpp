// The view of all heads: their maps, and the chosen one in large.

#include "core/look/attention_choice.h"
#include "core/look/attention_grid.h"
#include "ui/inside/head_grid_view.h"
#include "ui/lesson/large_text.h"
#include "ui/lesson/look_view.h"
#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr double kGridFactor = 0.6;

class HeadsLook : public LookView {
    Q_DECLARE_TR_FUNCTIONS(vbs::HeadsLook)

public:
    HeadsLook(const LessonStep& step, const LookedPtr& looked)
        : m_looked(looked), m_grid(new HeadGridView), m_map(plainLabel()), m_caption(mutedLabel("headsCaption")),
          m_measures(attentionGrid(looked->inspection))
    {
        const Inspection& inspection = looked->inspection;
        m_choice.layer = step.choice.layer < 0 ? inspection.layers - 1 : std::size_t(step.choice.layer);
        m_choice.head = std::max(0, step.choice.head);
        m_choice.position =
            std::size_t(std::max(0, step.choice.position < 0 ? readPosition(step) : step.choice.position));
        m_choice.incoming = step.choice.incoming;
        m_choice = withinOf(inspection, m_choice);
        QVBoxLayout* column = fill(tr("Attention of every layer and head"));
        setTextFactor(m_caption, 0.8);
        setTextFactor(m_grid, kGridFactor);
        m_grid->setFocusPolicy(Qt::TabFocus);
        m_grid->setLooked(looked);
        m_grid->setMeasures(m_measures);
        column->addWidget(m_caption);
        m_map->setObjectName("headsMap");
        m_map->setMinimumSize(60, 60);
        m_map->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        m_map->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        auto* maps = new QHBoxLayout;
        maps->addWidget(m_grid, 3);
        maps->addWidget(m_map, 2);
        column->addLayout(maps, 1);
        connect(m_grid, &HeadGridView::chosen, this, [this](std::size_t layer, std::size_t head) {
            m_choice.layer = layer;
            m_choice.head = int(head);
            showChoice();
        });
        showChoice();
    }

    void pointAt(int region) override
    {
        m_pointed = region;
        Q_EMIT weightsChanged();
    }

    std::vector<double> weights() const override { return chosenAttention(m_looked->inspection, now()); }
    QString weightsTitle() const override
    {
        return tr("Where “%1” looks (layer %2, head %3)")
            .arg(positionsOf(*m_looked).at(now().position).name)
            .arg(m_choice.layer + 1)
            .arg(m_choice.head + 1);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        LookView::resizeEvent(event);
        QTimer::singleShot(0, this, [this] { showMap(); }); // its label has its size then
    }

private:
    /// The chosen head, a row for each position that looks.
    void showMap()
    {
        const int side = std::min(m_map->width(), m_map->height());
        const QImage map = headMap(m_looked->inspection, m_choice.layer, std::size_t(m_choice.head), themeColors().base,
                                   themeColors().accent);
        m_map->setPixmap(QPixmap::fromImage(map.scaled(side, side)));
        m_map->setAccessibleName(m_caption->text());
    }

    AttentionChoice now() const
    {
        AttentionChoice choice = m_choice;
        if (m_pointed >= 0)
            choice.position = m_looked->inspection.result.tokens.size() + std::size_t(m_pointed);
        return withinOf(m_looked->inspection, choice);
    }

    void showChoice()
    {
        m_grid->setChosen(m_choice.layer, m_choice.head);
        const QStringList facts = measureLines(m_measures.at(m_choice.layer).at(std::size_t(m_choice.head)));
        m_caption->setText(tr("Layer %1, head %2: %3")
                               .arg(m_choice.layer + 1)
                               .arg(m_choice.head + 1)
                               .arg(facts.mid(0, 3).join(tr("; "))));
        showMap();
        Q_EMIT weightsChanged();
    }

    LookedPtr m_looked;
    AttentionChoice m_choice;
    int m_pointed = -1;
    HeadGridView* m_grid;
    QLabel *m_map, *m_caption;
    HeadGrid m_measures;
};

} // namespace

LookView* headsLook(const LessonStep& step, const LookedPtr& looked)
{
    return new HeadsLook(step, looked);
}

} // namespace vbs
