#include "ui/inside/inside_panel.h"

#include "ui/canvas/canvas_panel.h"
#include "ui/inside/curves_page.h"
#include "ui/inside/flip_page.h"
#include "ui/inside/flow_view.h"
#include "ui/inside/heads_view.h"
#include "ui/inside/plot_views.h"
#include "ui/inside/run_strip.h"
#include "ui/inside/sequence_view.h"
#include "ui/util/flow_layout.h"
#include "ui/util/labels.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kShortWait = 200;  ///< milliseconds
constexpr int kAroundTitle = 18; ///< pixels

QComboBox* insideChooser(const char* objectName, const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

InsidePanel::InsidePanel(const InsideParts& parts, QWidget* parent)
    : QWidget(parent), m_parts(parts), m_desk(parts.workbench), m_buttons(new FlowLayout(nullptr, 2)),
      m_group(new QButtonGroup(this)), m_layer(insideChooser("insideLayer", tr("Layer"))),
      m_head(insideChooser("insideHead", tr("Head"))),
      m_direction(insideChooser("insideDirection", tr("Direction of the attention"))), m_strip(new RunStrip),
      m_stack(new QStackedWidget), m_sentence(mutedLabel("insideSentence"))
{
    setObjectName("insidePanel");
    buildControls();
    addView(new SequenceView(m_desk));
    addView(new HeadsView(m_desk));
    addView(new LayersView(m_desk));
    addView(new FlowView(m_desk));
    addView(new PointsView(m_desk));
    addView(new FlipPage(m_desk));
    addView(new CurvesPage(m_desk));
    m_wait.setSingleShot(true);
    m_wait.setInterval(kShortWait);
    connect(&m_wait, &QTimer::timeout, this, &InsidePanel::showStrip);
    connect(&m_desk, &InsideDesk::stateChanged, this, &InsidePanel::showState);
    connect(&m_desk, &InsideDesk::choiceChanged, this, [this] {
        showChoice();
        pickChosen();
    });
    connect(m_strip, &RunStrip::clicked, this, [this] {
        if (m_desk.state().stage == InsideState::Stage::Computing)
            m_desk.cancel();
        else
            m_desk.tryAgain();
    });
    connect(m_group, &QButtonGroup::idClicked, this, &InsidePanel::switchTo);
    for (const Side side : kSides)
        watch(parts.workbench, changesOf(side, SideChange::Picked), this, [this, side] { followPicked(side); });
    m_group->button(0)->setChecked(true);
    switchTo(0);
    showState();
}

InsidePanel::~InsidePanel()
{
    for (const Side side : kSides)
        m_parts.canvas.setOtherWeights(side, std::nullopt);
}

void InsidePanel::buildControls()
{
    m_direction->addItem(tr("What it looks at"), false);
    m_direction->addItem(tr("What looks at it"), true);
    buildExport();
    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_layer);
    controls->addWidget(m_head);
    controls->addWidget(m_direction);
    controls->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addLayout(m_buttons, 1);
    top->addWidget(m_export, 0, Qt::AlignTop);
    for (QComboBox* box : {m_layer, m_head, m_direction})
        connect(box, &QComboBox::activated, this, &InsidePanel::choose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(6);
    column->addLayout(top);
    column->addLayout(controls);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    column->addWidget(m_sentence);
}

void InsidePanel::addView(InsideView* view)
{
    const int id = int(m_views.size());
    auto* button = new QToolButton;
    button->setObjectName("inside-" + view->name());
    button->setText(view->title());
    button->setCheckable(true);
    button->setProperty("role", "segment");
    QFont chosen = button->font(); // its text is bold while it is
    chosen.setWeight(QFont::DemiBold);
    button->setMinimumWidth(QFontMetrics(chosen).horizontalAdvance(button->text()) + kAroundTitle);
    m_group->addButton(button, id);
    m_buttons->addWidget(button);
    m_views.push_back(view);
    m_stack->addWidget(view);
    const auto whenInSight = [this, view](auto&& act) {
        if (&this->view() == view)
            act();
    };
    connect(view, &InsideView::weightsChanged, this, [this, whenInSight] { whenInSight([this] { showOnCanvas(); }); });
    connect(view, &InsideView::sentenceChanged, this, [this, whenInSight] { whenInSight([this] { showSentence(); }); });
}

InsideView& InsidePanel::view() const
{
    return *m_views[std::size_t(std::max(0, m_group->checkedId()))];
}

void InsidePanel::setWatched(bool watched)
{
    m_desk.setWatched(watched);
    view().setInSight(watched);
    showOnCanvas();
}

void InsidePanel::switchTo(int)
{
    for (InsideView* other : m_views)
        other->setInSight(other == &view() && m_desk.isWatched());
    m_stack->setCurrentWidget(&view());
    m_layer->setVisible(view().usesLayer());
    m_head->setVisible(view().usesHead());
    m_direction->setVisible(view().usesHead());
    if (m_desk.state().looked)
        view().showLooked(m_desk.state().looked);
    showSentence();
    showOnCanvas();
}

/// What was seen of an earlier question stays in sight until the new one's is there.
void InsidePanel::showState()
{
    const InsideState& state = m_desk.state();
    m_stack->setVisible(state.looked != nullptr);
    m_sentence->setVisible(state.looked != nullptr);
    if (state.looked && state.isReady()) {
        fillChoosers();
        view().showLooked(state.looked);
    }
    for (QWidget* control : {static_cast<QWidget*>(m_layer), static_cast<QWidget*>(m_head),
                             static_cast<QWidget*>(m_direction), static_cast<QWidget*>(m_export)})
        control->setEnabled(state.isReady());
    const bool brief = state.stage == InsideState::Stage::Waiting || state.stage == InsideState::Stage::Computing;
    if (!brief || m_strip->isVisibleTo(this))
        showStrip();
    else if (!m_wait.isActive())
        m_wait.start();
    showSentence();
    showOnCanvas();
}

void InsidePanel::showStrip()
{
    using Stage = InsideState::Stage;
    m_wait.stop();
    const InsideState& state = m_desk.state();
    m_strip->setVisible(!state.isReady());
    switch (state.stage) {
    case Stage::Ready:
        break;
    case Stage::Nothing:
        m_strip->tell(state.sentence, {});
        break;
    case Stage::Waiting:
        m_strip->tell(state.sentence, {}, -1);
        break;
    case Stage::Computing:
        m_strip->tell(state.sentence, tr("Cancel"), state.fraction);
        break;
    case Stage::Cancelled:
    case Stage::Refused:
        m_strip->tell(state.sentence, tr("Try Again"));
        break;
    }
}

void InsidePanel::fillChoosers()
{
    const Inspection& inspection = m_desk.state().looked->inspection;
    const auto fill = [](QComboBox* box, int first, std::size_t count, const QString& one, const QString& none) {
        const int wanted = int(count) - first;
        const QSignalBlocker blocker(box);
        if (box->count() != wanted) {
            box->clear();
            for (int i = first; i < int(count); ++i)
                box->addItem(i < 0 ? none : one.arg(i + 1), i);
        }
    };
    fill(m_layer, 0, inspection.layers, tr("Layer %1"), {});
    fill(m_head, -1, inspection.heads, tr("Head %1"), tr("All heads"));
    showChoice();
}

void InsidePanel::choose()
{
    AttentionChoice choice = m_desk.choice();
    choice.layer = std::size_t(std::max(0, m_layer->currentData().toInt()));
    choice.head = m_head->currentData().toInt();
    choice.incoming = m_direction->currentData().toBool();
    m_desk.choose(choice);
}

void InsidePanel::showChoice()
{
    const AttentionChoice& choice = m_desk.choice();
    const auto select = [](QComboBox* box, const QVariant& value) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(std::max(0, box->findData(value)));
    };
    select(m_layer, int(choice.layer));
    select(m_head, choice.head);
    select(m_direction, choice.incoming);
    if (m_desk.state().looked)
        view().showChoice();
}

void InsidePanel::showSentence()
{
    m_sentence->setText(view().sentence());
}

} // namespace vbs
