#include "ui/views/canvas_panel.h"

#include "ui/views/empty_page.h"
#include "ui/views/message_bar.h"
#include "ui/views/picture_view.h"

#include <QCoreApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

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

    m_view->setOverlays({&m_heatmap, &m_boxes, &m_legend, &m_hover});
    m_hover.onPicked = [this](int region) { m_workbench.pickRegion(region); };
    connect(m_empty, &EmptyPage::actionRequested, this, &CanvasPanel::actionRequested);
    connect(m_messages, &MessageBar::actionRequested, this, &CanvasPanel::actionRequested);
    connect(&workbench, &Workbench::messageOutdated, m_messages, &QWidget::hide);
    connect(&workbench, &Workbench::pictureChanged, this, &CanvasPanel::showPicture);
    connect(&workbench, &Workbench::regionsChanged, this, &CanvasPanel::showRegions);
    connect(&workbench, &Workbench::answerChanged, this, &CanvasPanel::showAnswer);
    connect(&workbench, &Workbench::activityChanged, this, &CanvasPanel::showActivity);
    connect(&workbench, &Workbench::pickedRegionChanged, this, [this] {
        m_hover.setPicked(m_workbench.state().pickedRegion);
        m_view->refresh();
    });
}

// The overlays are members and go before the view, a child.
CanvasPanel::~CanvasPanel() { m_view->setOverlays({}); }

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
    const RegionSet regions = m_workbench.state().regions.value_or(RegionSet{});
    m_boxes.setRegions(regions);
    m_hover.setRegions(regions);
    m_view->refresh();
}

void CanvasPanel::showAnswer()
{
    const auto& answered = m_workbench.state().answered;
    const Explanation why = answered ? answered->result.explanation : Explanation{};
    m_heatmap.clear();
    if (answered)
        m_heatmap.setWeights(answered->result.regions, why.regions);
    m_hover.setWeights(why.regions);
    m_legend.setLegend(legendTitle(answered ? answered->why : ExplanationRequest{}), m_heatmap.maximum());
    m_view->refresh();
}

void CanvasPanel::setBoxesShown(bool shown)
{
    m_boxes.setShown(shown);
    m_view->refresh();
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

} // namespace vbs
