#pragma once

#include "ui/workbench/answer_bars.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace vbs {

class TextLine;

/// One choice: handle, text, button to remove it; below it its bar.
class ChoiceRow : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceRow(QWidget* parent = nullptr);

    QString text() const;
    QWidget* field() const; ///< where the text is typed
    void setText(const QString& text);
    void setPlace(int place, bool removable); ///< counted from 0
    void setBar(const std::optional<AnswerBar>& bar);
    const std::optional<AnswerBar>& bar() const { return m_bar; }
    void focusText();

    void setStale(bool stale);      ///< its bar answers an earlier question
    void setExplained(bool marked); ///< its bar was chosen to be explained

Q_SIGNALS:
    void barChosen(); ///< by a click
    void edited();
    void removed();
    void entered();
    void left();
    void stepped(int by); ///< Alt+Up, Alt+Down
    void dragged(const QPoint& globalMouse);
    void dropped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintHandle();
    bool handleEvent(QEvent* event);

    QWidget* m_handle;
    TextLine* m_edit;
    QToolButton* m_remove;
    QWidget* m_barPlace;
    std::optional<AnswerBar> m_bar;
    bool m_stale = false, m_explained = false;
};

} // namespace vbs
