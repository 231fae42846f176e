#pragma once

#include "tests/ui/window_fixture.h"

#include <QLabel>
#include <QMouseEvent>

#include <cmath>
#include <vector>

namespace QTest {
template <> inline char* toString(const vbs::Box& b)
{
    return qstrdup(qPrintable(QString("(%1, %2, %3, %4)").arg(b.x1).arg(b.y1).arg(b.x2).arg(b.y2)));
}
} // namespace QTest

namespace vbs::test {

// The scripted engine's regions on a picture of 320 x 240, after the one of the whole picture.
inline const Box kSquare{32, 120, 96, 192}, kBox{160, 48, 256, 192};

/// The window with the box tool in hand.
class EditingFixture : public WindowFixture {
public:
    void openForEditing()
    {
        openWithPicture();
        view().setFocus();
        key(Qt::Key_D);
        QVERIFY(action("edit-boxes")->isChecked());
    }

    /// From pixel to pixel of the picture, with the left button.
    void drag(const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        begin(from, to, modifiers);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, modifiers, onCanvas(to.x(), to.y()));
    }

    void begin(const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::mousePress(view().viewport(), Qt::LeftButton, modifiers, onCanvas(from.x(), from.y()));
        moveTo((from + to) / 2);
        moveTo(to);
    }

    /// QTest::mouseMove tells of no button.
    void moveTo(const QPointF& to) const
    {
        const QPointF at = onCanvas(to.x(), to.y());
        QMouseEvent event(QEvent::MouseMove, at, view().viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QApplication::sendEvent(view().viewport(), &event);
    }

    void click(double x, double y) const { QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, onCanvas(x, y)); }

    std::vector<Box> boxes() const
    {
        return state().left.regions ? objectBoxes(state().left.regions->regions) : std::vector<Box>{};
    }
    bool isOwn() const { return state().left.choice.own.has_value(); }
    /// What the engine's last request was about.
    std::vector<Box> asked() const { return script->requests().back().boxes; }
    std::vector<bool> askedHidden() const { return script->requests().back().hiddenRegions; }
    Qt::CursorShape cursorAt(double x, double y) const
    {
        QTest::mouseMove(view().viewport(), onCanvas(x, y));
        QCoreApplication::processEvents();
        return view().viewport()->cursor().shape();
    }
    QString count() const { return find<QLabel>("regionCount")->text(); }
};

} // namespace vbs::test
