#include "ui/views/canvas_panel.h"

#include "ui/views/empty_page.h"
#include "ui/views/message_bar.h"
#include "ui/views/picture_view.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

QString legendTitle(const ExplanationRequest& why)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("vbs::CanvasPanel", source); };
    const QString layer = why.layer < 0 ? text("all layers") : text("layer %1").arg(why.layer + 1);
    const QString head = why.head < 0 ? text("all heads") : text("head %1").arg(why.head + 1);
    return text("Attention: %1, %2").arg(layer, head);
}

} // namespace

CanvasPanel::CanvasPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_messages(new MessageBar), m_stack(new QStackedWidget),
      m_empty(new EmptyPage), m_view(new PictureView)
{
    setMinimumSize(240, 200);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);

    m_view->setOverlays({&m_heatmap, &m_boxes, &m_legend, &m_hover, &m_tool, &m_notice});
    m_tool.setShown(false);
    connectTool();
    m_hover.onPicked = [this](int region) { m_workbench.pickRegion(region); };
    connect(m_empty, &EmptyPage::actionRequested, this, &CanvasPanel::actionRequested);
    connect(m_messages, &MessageBar::actionRequested, this, &CanvasPanel::actionRequested);
    connect(&workbench, &Workbench::messageOutdated, m_messages, &QWidget::hide);
    connect(&workbench, &Workbench::pictureChanged, this, &CanvasPanel::showPicture);
    connect(&workbench, &Workbench::regionsChanged, this, &CanvasPanel::showRegions);
    connect(&workbench, &Workbench::answerChanged, this, &CanvasPanel::showAnswer);
    connect(&workbench, &Workbench::activityChanged, this, &CanvasPanel::showActivity);
    connect(&workbench, &Workbench::pickedRegionChanged, this, &CanvasPanel::showPicked);
}

// The overlays are members and go before the view, a child.
CanvasPanel::~CanvasPanel()
{
    m_view->setTool(nullptr);
    m_view->setOverlays({});
}

void CanvasPanel::connectTool()
{
    m_tool.setHandlers({.pick = [this](int region) { m_workbench.pickRegion(region); },
                        .add = [this](const Box& box) { m_workbench.addRegion(box); },
                        .change = [this](int region, const Box& box,
                                         bool goesOn) { m_workbench.changeRegion(region, box, goesOn); },
                        .leave = [this] { Q_EMIT editingLeft(); },
                        .dragged = [this] { showBoxes(); }});
}

void CanvasPanel::showPicture()
{
    const WorkbenchState& state = m_workbench.state();
    m_view->setPicture(state.picture ? state.picture->pixels : nullptr);
    m_stack->setCurrentWidget(state.picture ? static_cast<QWidget*>(m_view) : m_empty);
    showActivity();
}

void CanvasPanel::showActivity()
{
    const WorkbenchState& state = m_workbench.state();
    if (state.picture)
        return;
    if (!state.activity.text.isEmpty())
        m_empty->showOpening(state.activity.text);
    else if (!state.unopenedName.isEmpty())
        m_empty->showUnopened(state.unopenedName, state.currentFile + 1 < state.files.size());
    else
        m_empty->showWelcome();
}

void CanvasPanel::showRegions()
{
    const WorkbenchState& state = m_workbench.state();
    const RegionSet regions = state.regions.value_or(RegionSet{});
    m_hover.setRegions(regions, state.hidden, state.choice.own.has_value());
    m_tool.setRegions(regions, state.hidden);
    showBoxes();
    showAnswer(); // it may have been given for other regions
}

/// The boxes as they are, but for the one that the mouse has in hand.
void CanvasPanel::showBoxes()
{
    const WorkbenchState& state = m_workbench.state();
    const std::optional<BoxTool::Drag> drag = m_tool.drag();
    std::vector<Region> shown;
    for (std::size_t i = 0; state.regions && i < state.regions->regions.size(); ++i) {
        if (isShown(state, i) && !(drag && drag->region == int(i)))
            shown.push_back(state.regions->regions[i]);
    }
    using Look = RegionBoxesOverlay::Look;
    m_boxes.setRegions(std::move(shown));
    m_boxes.setLook(state.choice.own ? Look::Own : m_editing ? Look::FoundInEditing : Look::Found);
    m_boxes.setShown(m_boxesShown || m_editing);
    m_hover.setShown(!drag);
    showNotice();
    m_view->refresh();
}

void CanvasPanel::showPicked()
{
    const WorkbenchState& state = m_workbench.state();
    const int picked = state.pickedRegion;
    m_hover.setPicked(picked);
    m_tool.setPicked(picked);
    if (picked >= 0 && isShown(state, std::size_t(picked)))
        m_view->reveal(toRectF(state.regions->regions[std::size_t(picked)].box));
    m_view->refresh();
}

void CanvasPanel::showNotice()
{
    const WorkbenchState& state = m_workbench.state();
    const bool chosen = state.choice.own || std::find(state.hidden.begin(), state.hidden.end(), true) != state.hidden.end();
    m_notice.setTexts(chosen ? regionCountText(state) : QString(),
                      m_editing ? tr("Drag to draw a box · click one to change it · Esc: done") : QString());
}

void CanvasPanel::showAnswer()
{
    const auto& answered = m_workbench.state().answered;
    const bool fits = answerFitsRegions(m_workbench.state());
    const Explanation why = fits ? answered->result.explanation : Explanation{};
    m_heatmap.clear();
    if (fits)
        m_heatmap.setWeights(answered->result.regions, why.regions);
    m_hover.setWeights(why.regions);
    m_legend.setLegend(legendTitle(answered ? answered->why : ExplanationRequest{}), m_heatmap.maximum());
    m_view->refresh();
}

void CanvasPanel::setBoxesShown(bool shown)
{
    m_boxesShown = shown;
    showBoxes();
}

void CanvasPanel::setHeatmapShown(bool shown)
{
    m_heatmap.setShown(shown);
    m_legend.setShown(shown);
    m_view->refresh();
}

void CanvasPanel::setHeatmapOpacity(double opacity)
{
    m_heatmap.setOpacity(opacity);
    m_view->refresh();
}

void CanvasPanel::setEditing(bool editing)
{
    m_editing = editing;
    m_tool.setShown(editing);
    m_view->setTool(editing ? &m_tool : nullptr);
    showBoxes();
}

} // namespace vbs
