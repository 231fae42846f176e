#pragma once

#include "ui/canvas/picture_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

namespace vbs::test {

/// The mouse over a canvas, in pixels of its picture.
class CanvasMouseHand {
public:
    explicit CanvasMouseHand(PictureView& view) : m_view(view) {}

    QPoint at(const QPointF& pixel) const { return m_view.geometryNow().toCanvas(pixel).toPoint(); }
    void click(const QPointF& pixel, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::mouseClick(m_view.viewport(), button, {}, at(pixel));
    }
    void drag(const QPointF& from, const QPointF& to) const
    {
        QTest::mousePress(m_view.viewport(), Qt::LeftButton, {}, at(from));
        moveTo((from + to) / 2, Qt::LeftButton);
        moveTo(to, Qt::LeftButton);
        QTest::mouseRelease(m_view.viewport(), Qt::LeftButton, {}, at(to));
    }
    /// QTest::mouseMove tells of no button.
    void moveTo(const QPointF& pixel, Qt::MouseButtons buttons = {}) const
    {
        const QPointF place = at(pixel);
        QMouseEvent event(QEvent::MouseMove, place, m_view.viewport()->mapToGlobal(place), Qt::NoButton, buttons, {});
        QApplication::sendEvent(m_view.viewport(), &event);
    }

private:
    PictureView& m_view;
};

} // namespace vbs::test
