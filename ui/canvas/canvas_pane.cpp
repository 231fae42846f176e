#include "ui/canvas/canvas_pane.h"

#include "core/base/ranking.h"
#include "core/report/heatmap.h"
#include "ui/canvas/empty_page.h"
#include "ui/canvas/name_edit.h"
#include "ui/canvas/picture_view.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QEvent>
#include <QFrame>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

CanvasPane::CanvasPane(CanvasModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_stack(new QStackedWidget), m_empty(new EmptyPage), m_view(new PictureView),
      m_dropFrame(new QFrame(this)), m_name(new NameEdit(m_view->viewport()))
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

    m_view->setOverlays(
        {&m_heatmap, &m_removed, &m_annotations, &m_boxes, &m_phrases, &m_legend, &m_hover, &m_tool, &m_notice});
    m_view->installEventFilter(this);
    m_tool.setShown(false);
    connectTool();
    m_hover.onPicked = [this](int region) { m_model.pick(region); };
    m_hover.onToggled = [this](int region) { m_model.toggle(region); };
    connect(m_view, &PictureView::hoverChanged, this, [this] { m_model.hover(m_hover.hovered()); });
    connect(m_view, &PictureView::placeChanged, m_name, &NameEdit::finish);
    connect(m_name, &NameEdit::named, this, [this](const QString& name) { m_model.label(m_naming, name); });
    connect(m_empty, &EmptyPage::actionRequested, this, &CanvasPane::actionRequested);
    connect(&model, &CanvasModel::changed, this, &CanvasPane::show);
    show(kAllCanvasChanges);
}

// The overlays are members and go before the view, a child.
CanvasPane::~CanvasPane()
{
    m_view->setTool(nullptr);
    m_view->setOverlays({});
}

void CanvasPane::connectTool()
{
    m_tool.setHandlers(
        {.pick = [this](int region) { m_model.pick(region); },
         .add = [this](const Box& box) { m_model.add(box); },
         .change = [this](int region, const Box& box, bool goesOn) { m_model.change(region, box, goesOn); },
         .leave = [this] { Q_EMIT editingLeft(); },
         .dragged = [this] { showBoxes(); },
         .name = [this] { namePicked(); }});
}

bool CanvasPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::FocusIn)
        m_model.focus();
    return QWidget::eventFilter(watched, event);
}

/// A picture comes first, since the place of everything depends on it; regions before what belongs to them.
void CanvasPane::show(CanvasChanges what)
{
    if (what & CanvasChange::Picture)
        showPicture();
    if (what & CanvasChange::Regions)
        showRegions();
    if (what & CanvasChange::Weights)
        showWeights();
    if (what & CanvasChange::Removed)
        showRemoved();
    if (what & CanvasChange::Picked)
        showPicked();
    if (what & (CanvasChange::Weights | CanvasChange::Regions))
        showBoxes();
    if (what & (CanvasChange::Texts | CanvasChange::Picture))
        showAbsence();
    showNotice();
    m_view->refresh();
}

void CanvasPane::showPicture()
{
    m_view->setPicture(side().picture ? side().picture->pixels : nullptr);
    const ImagePtr image = side().picture && side().picture->pixels ? side().picture->pixels->image() : nullptr;
    m_veil = image ? veilFor(*image) : kDarkHalo;
    m_stack->setCurrentWidget(side().picture ? static_cast<QWidget*>(m_view) : m_empty);
}

void CanvasPane::showAbsence()
{
    if (side().picture)
        return;
    const CanvasAbsence absence = m_model.absence();
    switch (absence.kind) {
    case CanvasAbsence::Kind::Welcome:
        m_empty->showWelcome();
        break;
    case CanvasAbsence::Kind::Second:
        m_empty->showRight();
        break;
    case CanvasAbsence::Kind::Opening:
        m_empty->showOpening(absence.text);
        break;
    case CanvasAbsence::Kind::Unopened:
        m_empty->showUnopened(absence.text, absence.more);
        break;
    case CanvasAbsence::Kind::Missing:
        m_empty->showMissing(absence.text, absence.hint);
        break;
    }
}

void CanvasPane::showRegions()
{
    const RegionSet regions = side().regions.value_or(RegionSet{});
    m_hover.setRegions(regions, side().hidden, side().isOwn());
    m_tool.setRegions(regions, side().hidden);
    showAnnotations();
    showWeights(); // they may have been given for other regions
    showRemoved();
    showPicked();
}

/// Boxes that were taken over are the user's own, and drawn as such.
void CanvasPane::showAnnotations()
{
    const auto& beside = side().annotations;
    const auto isTaken = [](const Region& region) { return region.annotation >= 0; };
    const bool taken = side().choice.own && std::ranges::any_of(*side().choice.own, isTaken);
    m_annotations.setBoxes(beside && beside->found && !taken ? beside->found->boxes : std::vector<LabelledBox>());
}

/// The boxes as they are, but for the one that the mouse has in hand: those that matter, then the surest, first.
void CanvasPane::showBoxes()
{
    const std::optional<BoxTool::Drag> drag = m_tool.drag();
    std::vector<RegionBoxesOverlay::Outline> shown;
    const std::size_t count = side().regions ? side().regions->regions.size() : 0;
    std::vector<bool> done(count, false);
    const auto add = [&](std::size_t i, double weight, double strength) {
        const Region& region = side().regions->regions[i];
        const bool outlined = std::find(m_outlined.begin(), m_outlined.end(), int(i)) != m_outlined.end();
        if (!done[i] && !region.wholeImage && side().isShown(int(i)) && !outlined && !(drag && drag->region == int(i)))
            shown.push_back({region.box, m_model.showsNames() ? shownRegionName(region, side().isOwn()) : QString(),
                             weight, strength});
        done[i] = true;
    };
    for (const HeatMark& mark : m_marks)
        if (m_heatmapShown && (m_boxesShown || m_editing || m_look.style == HeatStyle::Frames) && mark.region < count)
            add(mark.region, mark.weight, mark.strength);
    std::vector<double> scores;
    for (std::size_t i = 0; i < count; ++i)
        scores.push_back(side().regions->regions[i].score);
    if (m_boxesShown || m_editing)
        for (const std::size_t i : greatestFirst(scores))
            add(i, 0, 0);
    using Look = RegionBoxesOverlay::Look;
    m_boxes.setOutlines(std::move(shown));
    m_boxes.setLook(side().isOwn() ? Look::Own : m_editing ? Look::FoundInEditing : Look::Found);
    m_hover.setShown(!drag);
    m_view->refresh();
}

void CanvasPane::showPicked()
{
    const int picked = side().picked;
    m_hover.setPicked(picked);
    m_tool.setPicked(picked);
    if (side().isShown(picked))
        m_view->reveal(toRectF(side().regions->regions[std::size_t(picked)].box));
    m_view->refresh();
}

void CanvasPane::setKeys(const KeyText& keyOf)
{
    m_keyOf = keyOf;
    m_empty->setKeys(keyOf);
    showAbsence();
    showNotice();
}

void CanvasPane::showNotice()
{
    QStringList parts;
    if (const QString title = m_model.title(); !title.isEmpty())
        parts << title;
    if (const QString regions = m_model.regionsText(); !regions.isEmpty())
        parts << regions;
    m_notice.setTexts(parts.join(" · "), m_editing  ? CanvasNoticeOverlay::editing(m_keyOf)
                                         : m_hiding ? CanvasNoticeOverlay::hiding(m_keyOf)
                                                    : QString());
    m_notice.setInHand(m_model.isInHand());
    m_view->refresh();
}

void CanvasPane::showWeights()
{
    const CanvasWeights weights = m_model.weights();
    m_heatmap.clear();
    m_marks.clear();
    if (side().regions) {
        const double greatest =
            weights.greatest > 0 ? weights.greatest : greatestWeight(*side().regions, weights.regions);
        const double maximum = heatMaximum(m_look, greatest);
        m_heatmap.setWeights(*side().regions, weights.regions, maximum, m_veil);
        m_marks = heatMarks(*side().regions, weights.regions, maximum);
    }
    m_hover.setWeights(weights.regions, weights.name);
    m_legend.setLegend(weights.title, m_heatmap.maximum(), weights.notes);

    std::vector<PhraseOverlay::Outline> outlines;
    m_outlined.clear();
    int marked = -1;
    for (const CanvasOutline& outline : m_model.outlines()) {
        if (!side().isShown(outline.region))
            continue;
        outlines.push_back({side().regions->regions[std::size_t(outline.region)].box, outline.text, outline.phrase});
        m_outlined.push_back(outline.region);
        if (outline.marked)
            marked = outline.phrase;
    }
    m_phrases.setOutlines(std::move(outlines));
    m_phrases.setMarked(marked);
}

void CanvasPane::showRemoved()
{
    std::vector<Box> boxes;
    for (int i = 0; m_model.showsRemoved() && side().regions && i < int(side().regions->regions.size()); ++i) {
        if (isMarked(side().removed, std::size_t(i)) && side().isShown(i))
            boxes.push_back(side().regions->regions[std::size_t(i)].box);
    }
    m_removed.setBoxes(std::move(boxes));
}

void CanvasPane::setBoxesShown(bool shown)
{
    m_boxesShown = shown;
    showBoxes();
}

void CanvasPane::setAnnotationsShown(bool shown)
{
    m_annotations.setShown(shown);
    m_view->refresh();
}

void CanvasPane::namePicked()
{
    const int picked = side().picked;
    if (!side().isShown(picked) || side().regions->regions[std::size_t(picked)].wholeImage)
        return;
    const Region& region = side().regions->regions[std::size_t(picked)];
    const CanvasGeometry geometry = m_view->geometryNow();
    const QRectF box = toRectF(region.box);
    m_naming = picked;
    m_name->begin({geometry.toCanvas(box.topLeft()), geometry.toCanvas(box.bottomRight())},
                  !region.givenLabel.empty() ? toQString(region.givenLabel)
                  : isRecognized(region)     ? toQString(region.label)
                                             : QString(),
                  m_model.knownLabels());
}

void CanvasPane::setHeatmapShown(bool shown)
{
    m_heatmapShown = shown;
    m_heatmap.setShown(shown);
    m_legend.setShown(shown);
    showBoxes();
}

void CanvasPane::setHeatLook(const HeatLook& look)
{
    m_look = look;
    m_heatmap.setLook(look);
    m_legend.setStyle(look.style);
    showWeights();
    showBoxes();
}

void CanvasPane::setEditing(bool editing)
{
    m_editing = editing;
    m_tool.setShown(editing);
    m_view->setTool(editing ? &m_tool : nullptr);
    showBoxes();
    showNotice();
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
