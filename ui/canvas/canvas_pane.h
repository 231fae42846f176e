#pragma once

#include "ui/canvas/annotation_overlay.h"
#include "ui/canvas/box_tool.h"
#include "ui/canvas/canvas_model.h"
#include "ui/canvas/canvas_notice_overlay.h"
#include "ui/canvas/heatmap_overlay.h"
#include "ui/canvas/legend_overlay.h"
#include "ui/canvas/phrase_overlay.h"
#include "ui/canvas/region_boxes_overlay.h"
#include "ui/canvas/region_hover_overlay.h"
#include "ui/canvas/removed_overlay.h"
#include "ui/util/key_text.h"

#include <QWidget>

class QFrame;
class QStackedWidget;

namespace vbs {

class EmptyPage;
class NameEdit;
class PictureView;

/// A canvas: a model's picture with the overlays and the box tool, or the way to a picture.
class CanvasPane : public QWidget {
    Q_OBJECT
public:
    /// @param model outlives the pane.
    explicit CanvasPane(CanvasModel& model, QWidget* parent = nullptr);
    ~CanvasPane() override;

    PictureView& view() { return *m_view; }
    EmptyPage& emptyPage() { return *m_empty; }
    const RegionHoverOverlay& hover() const { return m_hover; }
    const HeatmapOverlay& heatmap() const { return m_heatmap; }
    const LegendOverlay& legend() const { return m_legend; }
    const RegionBoxesOverlay& boxes() const { return m_boxes; }
    const PhraseOverlay& phrases() const { return m_phrases; }
    const RemovedOverlay& removed() const { return m_removed; }
    const CanvasNoticeOverlay& notice() const { return m_notice; }
    const AnnotationOverlay& annotations() const { return m_annotations; }

    void setBoxesShown(bool shown);
    void setHeatmapShown(bool shown);
    void setHeatLook(const HeatLook& look);
    void setEditing(bool editing);   ///< takes the box tool in hand or lays it down
    void setHiding(bool hiding);     ///< a click on a region hides it
    void setDropTarget(bool target); ///< something is dragged over it
    void setAnnotationsShown(bool shown);
    void setKeys(const KeyText& keyOf);
    void namePicked(); ///< opens the field for the picked region's name

Q_SIGNALS:
    void actionRequested(const QString& actionId);
    void editingLeft(); ///< Escape, with the box tool in hand

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const SideState& side() const { return m_model.side(); }
    void connectTool();
    void show(CanvasChanges what);
    void showPicture();
    void showAbsence();
    void showRegions();
    void showBoxes();
    void showPicked();
    void showNotice();
    void showAnnotations();
    void showWeights();
    void showRemoved();

    CanvasModel& m_model;
    QStackedWidget* m_stack;
    EmptyPage* m_empty;
    PictureView* m_view;
    QFrame* m_dropFrame;
    NameEdit* m_name;
    int m_naming = -1; ///< the region whose name is being typed
    AnnotationOverlay m_annotations;
    HeatmapOverlay m_heatmap;
    RegionBoxesOverlay m_boxes;
    RemovedOverlay m_removed;
    PhraseOverlay m_phrases;
    LegendOverlay m_legend;
    RegionHoverOverlay m_hover;
    CanvasNoticeOverlay m_notice;
    BoxTool m_tool;
    std::vector<int> m_outlined;   ///< regions whose boxes are drawn as outlines
    std::vector<HeatMark> m_marks; ///< regions that matter
    HeatLook m_look;
    KeyText m_keyOf = noKey;
    Rgb m_veil{};
    bool m_heatmapShown = true;
    bool m_boxesShown = true;
    bool m_editing = false;
    bool m_hiding = false;
};

} // namespace vbs
