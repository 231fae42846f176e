#pragma once

#include "ui/views/box_tool.h"
#include "ui/views/canvas_notice_overlay.h"
#include "ui/views/heatmap_overlay.h"
#include "ui/views/legend_overlay.h"
#include "ui/views/region_boxes_overlay.h"
#include "ui/views/region_hover_overlay.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QStackedWidget;

namespace vbs {

class EmptyPage;
class MessageBar;
class PictureView;

/// The middle of the window: messages, and below them the picture with its overlays or the way to one.
class CanvasPanel : public QWidget {
    Q_OBJECT
public:
    explicit CanvasPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~CanvasPanel() override;

    PictureView& view() { return *m_view; }
    MessageBar& messages() { return *m_messages; }
    const RegionHoverOverlay& hover() const { return m_hover; }
    const HeatmapOverlay& heatmap() const { return m_heatmap; }

    void setBoxesShown(bool shown);
    void setHeatmapShown(bool shown);
    void setHeatmapOpacity(double opacity);
    /// Takes the box tool in hand or lays it down; the boxes are seen while it is in hand.
    void setEditing(bool editing);

Q_SIGNALS:
    void actionRequested(const QString& actionId);
    void editingLeft(); ///< Escape, with the box tool in hand

private:
    void showPicture();
    void showRegions();
    void showBoxes();
    void showPicked();
    void showNotice();
    void connectTool();
    void showAnswer();
    void showActivity();

    Workbench& m_workbench;
    MessageBar* m_messages;
    QStackedWidget* m_stack;
    EmptyPage* m_empty;
    PictureView* m_view;
    HeatmapOverlay m_heatmap;
    RegionBoxesOverlay m_boxes;
    LegendOverlay m_legend;
    RegionHoverOverlay m_hover;
    CanvasNoticeOverlay m_notice;
    BoxTool m_tool;
    bool m_boxesShown = true;
    bool m_editing = false;
};

} // namespace vbs
