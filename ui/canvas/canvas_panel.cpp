#include "ui/canvas/canvas_panel.h"

#include "ui/canvas/picture_view.h"
#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vbs {

CanvasPanel::CanvasPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_messages(new MessageBar),
      m_left(new CanvasPane(workbench, Side::Left)), m_right(new CanvasPane(workbench, Side::Right))
{
    setMinimumSize(240, 200);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(2);
    sides->addWidget(m_left, 1);
    sides->addWidget(m_right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addLayout(sides, 1);

    connect(m_left, &CanvasPane::editingLeft, this, &CanvasPanel::editingLeft);
    for (CanvasPane* pane : {m_left, m_right})
        connect(pane, &CanvasPane::actionRequested, this, &CanvasPanel::actionRequested);
    connect(m_messages, &MessageBar::actionRequested, this, &CanvasPanel::actionRequested);
    connect(&workbench, &Workbench::messageOutdated, m_messages, &QWidget::hide);
    const auto showSides = [this] { m_right->setVisible(taskSpec(m_workbench.state().task).twoPictures()); };
    connect(&workbench, &Workbench::taskChanged, this, showSides);
    showSides();
    link(m_left, m_right);
    link(m_right, m_left);
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

void CanvasPanel::setHeatmapOpacity(double opacity)
{
    m_left->setHeatmapOpacity(opacity);
    m_right->setHeatmapOpacity(opacity);
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
