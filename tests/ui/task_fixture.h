#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/tasks/bars_view.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMouseEvent>

namespace vbs::test {

/// The window with one of the tasks in hand. The scripted engine finds the square (32, 120, 96, 192) and the box
/// (160, 48, 256, 192) on a picture of 320 x 240.
class TaskFixture : public WindowFixture {
public:
    void openTask(Task task)
    {
        openWithPicture();
        choose(task);
    }

    /// By its button in the panel.
    void choose(Task task)
    {
        auto* button = find<QWidget>(qPrintable(QStringLiteral("task-button-") + taskSpec(task).id()));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(state().task, task);
    }

    void openRight(const QString& name = "right.png")
    {
        chooser->pictures = {picture(name, QSize(320, 240), Qt::darkRed)};
        QTest::mouseClick(find<QWidget>("openRight"), Qt::LeftButton);
        QTRY_VERIFY(state().right.regions);
    }

    /// As the keyboard gives it, into the text of the task in hand.
    void enter(const char* edit, const QString& text, bool confirmed = true) const
    {
        auto* line = find<SentenceEdit>(edit);
        QTest::mouseClick(line->viewport(), Qt::LeftButton);
        QTest::keyClicks(line, text);
        if (confirmed)
            QTest::keyClick(line, Qt::Key_Return);
    }

    std::vector<AnswerBar> bars(const char* name) const { return find<BarsView>(name)->bars(); }
    InferenceRequest asked() const { return script->requests().back(); }
    /// What a screen reader says of the first row.
    QString spoken(const char* name) const
    {
        return list(name)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    }
    QString label(const char* name) const { return find<QLabel>(name)->text(); }
    bool isSeen(const char* name) const { return find<QWidget>(name)->isVisible(); }

    /// A click on a card of the history; the latest is the first.
    void recall(int card) const
    {
        QAbstractItemView* cards = list("history");
        const QPoint at = cards->visualRect(cards->model()->index(card, 0)).center();
        QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, at);
    }

    void rightClick(double x, double y) const
    {
        QTest::mouseClick(view().viewport(), Qt::RightButton, {}, onCanvas(x, y));
    }

    static void drag(QWidget* widget, const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        for (const QPoint& at : {(from + to) / 2, to}) {
            QMouseEvent event(QEvent::MouseMove, at, widget->mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton,
                              Qt::NoModifier);
            QApplication::sendEvent(widget, &event);
        }
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
    }
};

} // namespace vbs::test
