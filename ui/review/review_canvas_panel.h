#pragma once

#include "ui/canvas/canvas_pane.h"
#include "ui/review/review_canvas.h"

namespace vbs {

class MessageBar;

/// The middle of the review window: messages, and below them the item's picture, or its two.
class ReviewCanvasPanel : public QWidget {
    Q_OBJECT
public:
    ReviewCanvasPanel(ReviewDesk& desk, ReviewPictures& pictures, QWidget* parent = nullptr);
    ~ReviewCanvasPanel() override;

    MessageBar& messages() { return *m_messages; }
    CanvasPane& left() { return *m_left; }
    CanvasPane& right() { return *m_right; }
    ReviewCanvas& canvas() { return m_leftModel; } ///< whose boxes can be edited
    PictureView& view() { return m_left->view(); }

    void showModel(const std::optional<InferenceResult>& result);
    void setEditing(bool editing);
    void setHeatLook(const HeatLook& look);

Q_SIGNALS:
    void editingLeft(); ///< Escape, with the box tool in hand
    void actionRequested(const QString& actionId);

private:
    void showSides();

    ReviewDesk& m_desk;
    ReviewCanvas m_leftModel, m_rightModel;
    MessageBar* m_messages;
    CanvasPane* m_left;
    CanvasPane* m_right;
};

} // namespace vbs
