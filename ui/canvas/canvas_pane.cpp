#include "ui/canvas/canvas_pane.h"

#include "core/report/heatmap.h"
#include "ui/canvas/empty_page.h"
#include "ui/canvas/picture_view.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bars.h"
#include "ui/workbench/explanation_text.h"
#include "ui/workbench/region_text.h"

#include <QFrame>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

CanvasPane::CanvasPane(Workbench& workbench, Side side, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_side(side), m_stack(new QStackedWidget), m_empty(new EmptyPage),
      m_view(new PictureView), m_dropFrame(new QFrame(this))
{
    setMinimumWidth(160);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_dropFrame->setObjectName("dropFrame");
    m_dropFrame->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dropFrame->hide();
    if (side == Side::Right) {
        m_view->setObjectName("rightPictureView");
        m_view->setAccessibleName(tr("Right picture"));
        m_empty->setObjectName("rightEmptyPage");
        m_empty->showRight();
    }

    m_view->setOverlays({&m_heatmap, &m_removed, &m_boxes, &m_phrases, &m_legend, &m_hover, &m_tool, &m_notice});
    m_tool.setShown(false);
    connectTool();
    if (side == Side::Left)
        m_hover.onPicked = [this](int region) { m_workbench.pickRegion(region); };
    m_hover.onToggled = [this](int region) { m_workbench.toggleRegion(m_side, region); };
    connect(m_view, &PictureView::hoverChanged, this, [this] {
        if (m_side == Side::Left && taskSpec(m_workbench.state().task).phrases)
            m_workbench.lookAtRegion(m_hover.hovered());
    });
    connect(m_empty, &EmptyPage::actionRequested, this, &CanvasPane::actionRequested);
    connectWorkbench();
}

// The overlays are members and go before the view, a child.
CanvasPane::~CanvasPane()
{
    m_view->setTool(nullptr);
    m_view->setOverlays({});
}

void CanvasPane::connectWorkbench()
{
    const bool left = m_side == Side::Left;
    connect(&m_workbench, left ? &Workbench::pictureChanged : &Workbench::rightPictureChanged, this,
            &CanvasPane::showPicture);
    connect(&m_workbench, left ? &Workbench::regionsChanged : &Workbench::rightRegionsChanged, this,
            &CanvasPane::showRegions);
    connect(&m_workbench, &Workbench::answerChanged, this, &CanvasPane::showAnswer);
    connect(&m_workbench, &Workbench::lookedChanged, this, &CanvasPane::showAnswer);
    connect(&m_workbench, &Workbench::removedChanged, this, &CanvasPane::showRemoved);
    connect(&m_workbench, &Workbench::taskChanged, this, [this] {
        showRemoved();
        showBoxes();
    });
    connect(&m_workbench, &Workbench::activityChanged, this, &CanvasPane::showActivity);
    if (left)
        connect(&m_workbench, &Workbench::pickedRegionChanged, this, &CanvasPane::showPicked);
}

void CanvasPane::connectTool()
{
    m_tool.setHandlers(
        {.pick = [this](int region) { m_workbench.pickRegion(region); },
         .add = [this](const Box& box) { m_workbench.addRegion(box); },
         .change = [this](int region, const Box& box, bool goesOn) { m_workbench.changeRegion(region, box, goesOn); },
         .leave = [this] { Q_EMIT editingLeft(); },
         .dragged = [this] { showBoxes(); }});
}

void CanvasPane::showPicture()
{
    m_view->setPicture(now().picture ? now().picture->pixels : nullptr);
    m_stack->setCurrentWidget(now().picture ? static_cast<QWidget*>(m_view) : m_empty);
    showNotice();
    showActivity();
}

void CanvasPane::showActivity()
{
    const WorkbenchState& state = m_workbench.state();
    if (now().picture || m_side == Side::Right)
        return;
    if (!state.activity.text.isEmpty())
        m_empty->showOpening(state.activity.text);
    else if (!state.unopenedName.isEmpty())
        m_empty->showUnopened(state.unopenedName, state.currentFile + 1 < state.files.size());
    else
        m_empty->showWelcome();
}

void CanvasPane::showRegions()
{
    const bool own = now().own;
    const RegionSet regions = now().regions.value_or(RegionSet{});
    m_hover.setRegions(regions, now().hidden, own);
    m_tool.setRegions(regions, now().hidden);
    showBoxes();
    showRemoved();
    showAnswer(); // it may have been given for other regions
}

/// The boxes as they are, but for the one that the mouse has in hand.
void CanvasPane::showBoxes()
{
    const SideView side = now();
    const std::optional<BoxTool::Drag> drag = m_tool.drag();
    std::vector<Region> shown;
    for (std::size_t i = 0; side.regions && i < side.regions->regions.size(); ++i) {
        const bool outlined = std::find(m_outlined.begin(), m_outlined.end(), i) != m_outlined.end();
        if (!isMarked(side.hidden, i) && !outlined && !(drag && drag->region == int(i)))
            shown.push_back(side.regions->regions[i]);
    }
    using Look = RegionBoxesOverlay::Look;
    const bool own = side.own;
    m_boxes.setRegions(std::move(shown));
    m_boxes.setLook(own ? Look::Own : isDrawnOn() ? Look::FoundInEditing : Look::Found);
    m_boxes.setShown(m_boxesShown || isDrawnOn());
    m_hover.setShown(!drag);
    showNotice();
    m_view->refresh();
}

void CanvasPane::showPicked()
{
    const WorkbenchState& state = m_workbench.state();
    const int picked = state.pickedRegion;
    m_hover.setPicked(picked);
    m_tool.setPicked(picked);
    if (picked >= 0 && isShown(state, std::size_t(picked)))
        m_view->reveal(toRectF(state.regions->regions[std::size_t(picked)].box));
    m_view->refresh();
}

void CanvasPane::showNotice()
{
    const WorkbenchState& state = m_workbench.state();
    QStringList parts;
    if (taskSpec(state.task).twoPictures() && now().picture)
        parts << (m_side == Side::Left ? tr("Left: %1") : tr("Right: %1")).arg(now().picture->name);
    const bool filtered = std::find(now().hidden.begin(), now().hidden.end(), true) != now().hidden.end();
    if (now().own || filtered)
        parts << regionCountText(now());
    m_notice.setTexts(parts.join(" · "), isDrawnOn() ? tr("Drag to draw a box · click one to change it · Esc: done")
                                         : m_editing ? tr("Swap to draw in this picture")
                                         : m_hiding
                                             ? tr("Click a region to hide it, again to bring it back · R: all back")
                                             : QString());
    m_view->refresh();
}

bool CanvasPane::answerFits() const
{
    const WorkbenchState& state = m_workbench.state();
    if (m_side == Side::Left)
        return answerFitsRegions(state);
    if (!state.answered || !now().regions)
        return false;
    if (hasObjects(state.rightOwn) || hasObjects(state.answered->rightOwn))
        return sameChoice({{}, state.answered->rightOwn}, {{}, state.rightOwn});
    return state.answered->result.rightRegions == *now().regions && now().own == state.answered->rightOwn.has_value() &&
           (now().own || hiddenBy(state.answered->choice.filter, now().regions->regions) == now().hidden);
}

void CanvasPane::showAnswer()
{
    const WorkbenchState& state = m_workbench.state();
    std::vector<double> weights;
    double maximum = 0;
    QString title, weight;
    if (answerFits()) {
        const InferenceResult& result = state.answered->result;
        const int phrase = state.lookedPhrase;
        if (phrase >= 0 && std::size_t(phrase) < result.phrases.size()) {
            weights = result.phrases[std::size_t(phrase)].regions;
            title = tr("“%1”: where it is").arg(toQString(result.phrases[std::size_t(phrase)].text));
            weight = tr("Meant");
        } else if (taskSpec(state.answered->task).explained) {
            weights = m_side == Side::Left ? result.explanation.regions : result.explanation.rightRegions;
            title = legendTitle(state.answered->why);
            weight = weightName(state.answered->why.method);
            if (taskSpec(state.answered->task).twoPictures()) // one scale for both
                maximum = std::max(greatestWeight(result.regions, result.explanation.regions),
                                   greatestWeight(result.rightRegions, result.explanation.rightRegions));
        }
    }
    m_heatmap.clear();
    if (now().regions)
        m_heatmap.setWeights(*now().regions, weights, maximum);
    m_hover.setWeights(weights, weight);
    m_legend.setLegend(title, m_heatmap.maximum());
    showPhrases();
    m_view->refresh();
}

void CanvasPane::showPhrases()
{
    const WorkbenchState& state = m_workbench.state();
    std::vector<PhraseOverlay::Outline> outlines;
    m_outlined.clear();
    if (m_side == Side::Left && taskSpec(state.task).phrases && answerFits()) {
        int number = 0;
        for (const PhraseRegions& phrase : state.answered->result.phrases) {
            const int region = surestRegion(phrase);
            if (region >= 0 && isShown(state, std::size_t(region))) {
                outlines.push_back({state.regions->regions[std::size_t(region)].box, toQString(phrase.text), number});
                m_outlined.push_back(std::size_t(region));
            }
            ++number;
        }
    }
    m_phrases.setOutlines(std::move(outlines));
    m_phrases.setMarked(state.lookedPhrase);
    showBoxes();
}

void CanvasPane::showRemoved()
{
    std::vector<Box> boxes;
    for (std::size_t i = 0;
         taskSpec(m_workbench.state().task).whatIf && now().regions && i < now().regions->regions.size(); ++i) {
        if (isMarked(now().removed, i) && !isMarked(now().hidden, i))
            boxes.push_back(now().regions->regions[i].box);
    }
    m_removed.setBoxes(std::move(boxes));
    m_view->refresh();
}

void CanvasPane::setBoxesShown(bool shown)
{
    m_boxesShown = shown;
    showBoxes();
}

void CanvasPane::setHeatmapShown(bool shown)
{
    m_heatmap.setShown(shown);
    m_legend.setShown(shown);
    m_view->refresh();
}

void CanvasPane::setHeatmapOpacity(double opacity)
{
    m_heatmap.setOpacity(opacity);
    m_view->refresh();
}

/// Boxes are drawn on the left alone.
bool CanvasPane::isDrawnOn() const
{
    return m_editing && m_side == Side::Left;
}

void CanvasPane::setEditing(bool editing)
{
    m_editing = editing;
    m_tool.setShown(isDrawnOn());
    m_view->setTool(isDrawnOn() ? &m_tool : nullptr);
    showBoxes();
}

void CanvasPane::setHiding(bool hiding)
{
    m_hiding = hiding;
    m_hover.setHiding(hiding);
    showNotice();
}

void CanvasPane::setDropTarget(bool target)
{
    m_dropFrame->setGeometry(rect());
    m_dropFrame->setVisible(target);
    m_dropFrame->raise();
}

void CanvasPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_dropFrame->setGeometry(rect());
}

} // namespace vbs
