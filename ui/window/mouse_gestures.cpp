#include "ui/window/mouse_gestures.h"

#include <QKeySequence>

namespace vbs {

QVector<GestureGroup> GestureGroup::all()
{
    const QString del = QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText);
    const QString undo = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    return {{tr("On the picture"),
             {{tr("Zoom at the cursor"), tr("Ctrl + wheel")},
              {tr("Scroll"), tr("Wheel")},
              {tr("Pan"), tr("Drag with the left or the middle button")},
              {tr("Fit the window or 100 %"), tr("Double click")},
              {tr("Pick a region"), tr("Click")}}},
            {tr("While drawing and editing boxes"),
             {{tr("Draw a box"), tr("Drag from a free place")},
              {tr("Add a box on top of others"), tr("Ctrl + drag")},
              {tr("Add a box at the center"), tr("Insert")},
              {tr("Pick a box"), tr("Click")},
              {tr("Pick the next or the previous box"), tr("Tab or Shift+Tab")},
              {tr("Name a box"), tr("Double click or Return")},
              {tr("Move a box"), tr("Drag it")},
              {tr("Move by 1 or 10 pixels"), tr("Arrow keys or Shift + arrow keys")},
              {tr("Resize a box"), tr("Drag one of its handles")},
              {tr("Resize by 1 or 10 pixels"), tr("Ctrl or Ctrl+Shift + arrow keys")},
              {tr("Pan"), tr("Drag with the middle button")},
              {tr("Cancel a drag, or stop editing"), tr("Escape")}}},
            {tr("In the question box"),
             {{tr("Ask, and keep the answer"), tr("Enter")}, {tr("Leave the box"), tr("Escape")}}},
            {tr("In the history"),
             {{tr("Show picture and answer again"), tr("Click or Enter")},
              {tr("Star a card, or take its star away"), tr("S, or a click on the star")},
              {tr("Remove a card"), del},
              {tr("Restore the removed card"), undo},
              {tr("From the search on to the cards"), tr("Enter or Down")},
              {tr("End the search"), tr("Escape")}}}};
}

} // namespace vbs
