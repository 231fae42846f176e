#pragma once

#include "core/engine/inference_types.h"
#include "ui/canvas/canvas_tool.h"
#include "ui/util/box_edit.h"

#include <functional>
#include <optional>
#include <vector>

namespace vbs {

/// Draws, moves and resizes region boxes. Boxes are in pixels of the picture.
///
/// Dragging from a place without a box draws one (with Ctrl: from anywhere); dragging in a box moves it, dragging one
/// of the picked box's eight handles resizes it; a click picks. Arrow keys move the picked box by a pixel, with Ctrl
/// its right and lower side, with Shift ten pixels; Insert makes a box in the middle; Tab goes from box to box;
/// Escape drops a drag that is under way, else lays the tool down. Nothing is changed before a drag ends.
class BoxTool : public CanvasOverlay, public CanvasTool {
public:
    /// What the user did; regions by their place in the set.
    struct Handlers {
        std::function<void(int region)> pick; ///< -1: none
        std::function<void(const Box&)> add;
        std::function<void(int region, const Box&, bool goesOn)> change; ///< goesOn: a key is held down
        std::function<void()> leave;
        std::function<void()> dragged; ///< drag() says something else now
        std::function<void()> name;    ///< the picked region
    };
    /// What the mouse is doing.
    struct Drag {
        int region = -1; ///< -1: a new box
        Box box;         ///< as it would be when the button were released now
    };

    void setHandlers(Handlers handlers) { m_handlers = std::move(handlers); }
    /// @param hidden one mark a region that cannot be touched; empty: none.
    void setRegions(const RegionSet& regions, const std::vector<bool>& hidden);
    void setPicked(int region) { m_picked = region; }
    std::optional<Drag> drag() const;

    void paint(QPainter& painter, const CanvasGeometry& geometry) override;
    void press(const CanvasMouse& mouse) override;
    void move(const CanvasMouse& mouse) override;
    void release(const CanvasMouse& mouse) override;
    bool doubleClick(const CanvasMouse& mouse) override;
    void cancel() override;
    Qt::CursorShape cursor(const CanvasMouse& mouse) const override;
    bool key(const QKeyEvent& event, const CanvasGeometry& geometry) override;
    bool tab(bool forward) override;

private:
    enum class Kind { Draw, Move, Resize };
    struct Press {
        Kind kind = Kind::Draw;
        int region = -1;
        BoxHandle handle = BoxHandle::None;
        QPointF point; ///< on the canvas
        QPointF pixel;
        QPointF offset; ///< from the handle's place to where it was taken, in pixels
        bool moved = false;
        Box box;
    };

    bool isTouchable(int region) const;
    int smallestAt(const QPointF& pixel) const;
    QRectF placeOf(const Box& box, const CanvasGeometry& geometry) const;
    Press pressAt(const CanvasMouse& mouse) const;
    void paintHandles(QPainter& painter, const QRectF& place) const;
    void paintSize(QPainter& painter, const Drag& drag, const CanvasGeometry& geometry) const;
    bool arrow(const QKeyEvent& event, const QSize& picture);

    Handlers m_handlers;
    RegionSet m_regions;
    std::vector<bool> m_hidden;
    int m_picked = -1;
    std::optional<Press> m_press;
};

} // namespace vbs
