#pragma once

#include "ui/canvas/canvas_pane.h"
#include "ui/canvas/workbench_canvas.h"

class QBoxLayout;

namespace vbs {

class MessageBar;

/// The middle of the window: messages, and below them the picture; Compare has two, with zoom and pan in common:
/// side by side, or one over the other where they are much larger so.
class CanvasPanel : public QWidget {
    Q_OBJECT
public:
    explicit CanvasPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~CanvasPanel() override;

    PictureView& view() { return m_left->view(); }
    PictureView& viewInHand(); ///< the canvas that menus and keys are about
    MessageBar& messages() { return *m_messages; }
    const RegionHoverOverlay& hover() const { return m_left->hover(); }
    const HeatmapOverlay& heatmap() const { return m_left->heatmap(); }
    CanvasPane& left() { return *m_left; }
    CanvasPane& right() { return *m_right; }

    void setBoxesShown(bool shown);
    void setHeatmapShown(bool shown);
    void setHeatLook(const HeatLook& look);
    /// Takes the box tool in hand or lays it down; the boxes are seen while it is in hand.
    void setEditing(bool editing);
    void setHiding(bool hiding);
    void setAnnotationsShown(bool shown);
    /// Weights in place of the answer's explanation; nothing: back to that.
    void setOtherWeights(Side side, const std::optional<CanvasWeights>& weights);
    void setKeys(const KeyText& keyOf);
    void namePicked(); ///< on the canvas in hand
    /// Which side a drop at this point (in global coordinates) means.
    Side sideAt(const QPoint& global) const;
    void setDropTarget(std::optional<Side> side); ///< the side to be marked

Q_SIGNALS:
    void actionRequested(const QString& actionId);
    void editingLeft(); ///< Escape, with the box tool in hand

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    CanvasPane& paneInHand();
    void link(CanvasPane* from, CanvasPane* to);

    Workbench& m_workbench;
    WorkbenchCanvas m_leftModel, m_rightModel;
    MessageBar* m_messages;
    QBoxLayout* m_sides;
    CanvasPane* m_left;
    CanvasPane* m_right;
};

} // namespace vbs
