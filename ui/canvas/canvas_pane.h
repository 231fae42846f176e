#pragma once

#include "ui/canvas/box_tool.h"
#include "ui/canvas/canvas_notice_overlay.h"
#include "ui/canvas/heatmap_overlay.h"
#include "ui/canvas/legend_overlay.h"
#include "ui/canvas/phrase_overlay.h"
#include "ui/canvas/region_boxes_overlay.h"
#include "ui/canvas/region_hover_overlay.h"
#include "ui/canvas/removed_overlay.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QFrame;
class QStackedWidget;

namespace vbs {

class EmptyPage;
class PictureView;

/// One side of the canvas: its picture with the overlays, or the way to one.
class CanvasPane : public QWidget {
    Q_OBJECT
public:
    CanvasPane(Workbench& workbench, Side side, QWidget* parent = nullptr);
    ~CanvasPane() override;

    PictureView& view() { return *m_view; }
    const RegionHoverOverlay& hover() const { return m_hover; }
    const HeatmapOverlay& heatmap() const { return m_heatmap; }
    const PhraseOverlay& phrases() const { return m_phrases; }
    const RemovedOverlay& removed() const { return m_removed; }

    void setBoxesShown(bool shown);
    void setHeatmapShown(bool shown);
    void setHeatmapOpacity(double opacity);
    void setEditing(bool editing);   ///< takes the box tool in hand or lays it down
    void setHiding(bool hiding);     ///< a click on a region hides it
    void setDropTarget(bool target); ///< something is dragged over it

Q_SIGNALS:
    void actionRequested(const QString& actionId);
    void editingLeft(); ///< Escape, with the box tool in hand

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    SideView now() const { return viewOf(m_workbench.state(), m_side); }
    void connectWorkbench();
    void connectTool();
    void showPicture();
    void showRegions();
    void showBoxes();
    void showPicked();
    void showNotice();
    void showAnswer();
    void showPhrases();
    void showRemoved();
    void showActivity();
    bool answerFits() const;
    bool isDrawnOn() const;

    Workbench& m_workbench;
    const Side m_side;
    QStackedWidget* m_stack;
    EmptyPage* m_empty;
    PictureView* m_view;
    QFrame* m_dropFrame;
    HeatmapOverlay m_heatmap;
    RegionBoxesOverlay m_boxes;
    RemovedOverlay m_removed;
    PhraseOverlay m_phrases;
    LegendOverlay m_legend;
    RegionHoverOverlay m_hover;
    CanvasNoticeOverlay m_notice;
    BoxTool m_tool;
    std::vector<std::size_t> m_outlined; ///< regions that phrases mean: their boxes are the phrases'
    bool m_boxesShown = true;
    bool m_editing = false;
    bool m_hiding = false;
};

} // namespace vbs
