#include "ui/canvas/canvas_panel.h"

#include "ui/canvas/empty_page.h"
#include "ui/canvas/picture_view.h"
#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

CanvasPanel::CanvasPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_leftModel(workbench, Side::Left), m_rightModel(workbench, Side::Right),
      m_messages(new MessageBar), m_sides(new QHBoxLayout), m_left(new CanvasPane(m_leftModel)),
      m_right(new CanvasPane(m_rightModel))
{
    setMinimumSize(240, 200);
    m_sides->setSpacing(2);
    m_sides->addWidget(m_left, 1);
    m_sides->addWidget(m_right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addLayout(m_sides, 1);

    setObjectName("canvasPanel");
    m_right->view().setObjectName("rightPictureView");
    m_right->view().setAccessibleName(tr("Right picture"));
    m_right->emptyPage().setObjectName("rightEmptyPage");
    for (CanvasPane* pane : {m_left, m_right}) {
        connect(pane, &CanvasPane::editingLeft, this, &CanvasPanel::editingLeft);
        connect(pane, &CanvasPane::actionRequested, this, &CanvasPanel::actionRequested);
    }
    connect(m_messages, &MessageBar::actionRequested, this, &CanvasPanel::actionRequested);
    const auto showSides = [this] { m_right->setVisible(m_workbench.state().twoPictures()); };
    watch(workbench, Change::Task, this, showSides);
    showSides();
    watch(workbench, Change::Task | changesOf(SideChange::Picture), this, [this] { arrange(); });
    link(m_left, m_right);
    link(m_right, m_left);
}

// The models are members and go before the panes, which are children.
CanvasPanel::~CanvasPanel()
{
    delete m_left;
    delete m_right;
}

CanvasPane& CanvasPanel::paneInHand()
{
    return *(m_workbench.state().sideInHand() == Side::Left ? m_left : m_right);
}

/// Two pictures of the left one's shape are larger in the one direction or in the other.
void CanvasPanel::arrange()
{
    const auto& picture = m_workbench.state().left.picture;
    const QSizeF shape = picture && picture->pixels ? QSizeF(picture->pixels->size()) : QSizeF(4, 3);
    const auto fits = [&](double across, double down) {
        return std::min(width() / across / shape.width(), height() / down / shape.height());
    };
    constexpr double kWorthIt = 1.3; // left and right are where their names say, unless the gain is large
    const bool over = fits(1, 2) > kWorthIt * fits(2, 1);
    m_sides->setDirection(over ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void CanvasPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

PictureView& CanvasPanel::viewInHand()
{
    return paneInHand().view();
}

void CanvasPanel::namePicked()
{
    paneInHand().namePicked();
}

/// Zoom and pan of the one are the other's, too.
void CanvasPanel::link(CanvasPane* from, CanvasPane* to)
{
    connect(&from->view(), &PictureView::placeChanged, this, [from, to] {
        if (from->isVisible() && to->isVisible())
            to->view().setPlace(from->view().place());
    });
}

void CanvasPanel::setBoxesShown(bool shown)
{
    m_left->setBoxesShown(shown);
    m_right->setBoxesShown(shown);
}

void CanvasPanel::setHeatmapShown(bool shown)
{
    m_left->setHeatmapShown(shown);
    m_right->setHeatmapShown(shown);
}

void CanvasPanel::setOtherWeights(Side side, const std::optional<CanvasWeights>& weights)
{
    (side == Side::Left ? m_leftModel : m_rightModel).setOtherWeights(weights);
}

void CanvasPanel::setKeys(const KeyText& keyOf)
{
    m_left->setKeys(keyOf);
    m_right->setKeys(keyOf);
}

void CanvasPanel::setHeatLook(const HeatLook& look)
{
    m_left->setHeatLook(look);
    m_right->setHeatLook(look);
}

void CanvasPanel::setEditing(bool editing)
{
    m_left->setEditing(editing);
    m_right->setEditing(editing);
}

void CanvasPanel::setHiding(bool hiding)
{
    m_left->setHiding(hiding);
    m_right->setHiding(hiding);
}

void CanvasPanel::setAnnotationsShown(bool shown)
{
    m_left->setAnnotationsShown(shown);
    m_right->setAnnotationsShown(shown);
}

Side CanvasPanel::sideAt(const QPoint& global) const
{
    return m_right->isVisible() && m_right->rect().contains(m_right->mapFromGlobal(global)) ? Side::Right : Side::Left;
}

void CanvasPanel::setDropTarget(std::optional<Side> side)
{
    m_left->setDropTarget(side == Side::Left);
    m_right->setDropTarget(side == Side::Right);
}

} // namespace vbs
