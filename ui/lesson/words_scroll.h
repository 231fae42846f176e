#pragma once

#include <QKeyEvent>
#include <QScrollArea>

namespace vbs {

/// A column that scrolls up and down only, and leaves the keys that turn pages to the page.
class WordsScroll : public QScrollArea {
public:
    explicit WordsScroll(QWidget* words)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        setMinimumWidth(200);
        setWidget(words);
        viewport()->setAutoFillBackground(false);
        words->setAutoFillBackground(false);
    }

protected:
    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
};

} // namespace vbs
