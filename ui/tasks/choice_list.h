#pragma once

#include "ui/workbench/answer_bars.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace vbs {

class ChoiceRow;

/// Two to eight choices: each is edited in place, moved by its handle (or Alt+Up and Alt+Down) and removed by its
/// button; Enter in the last one adds another.
class ChoiceList : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceList(QWidget* parent = nullptr);

    void setChoices(const QStringList& choices);
    QStringList choices() const;
    /// One for each choice that is not empty, or none.
    void setBars(const std::vector<AnswerBar>& bars);

    void setStale(bool stale);
    void setExplained(const std::string& answer); ///< as the engine names it; empty: none
    /// Tab goes from the one through all choices to the other.
    void setNeighbours(QWidget* before, QWidget* after);

Q_SIGNALS:
    void barChosen(const vbs::AnswerBar& bar); ///< by a click
    void changed(const QStringList& choices);
    void asked(); ///< Enter
    void left();  ///< Escape

private:
    void addRow(const QString& text);
    void removeRow(ChoiceRow* row);
    void moveRow(ChoiceRow* row, int to, bool dragging);
    void dragRow(ChoiceRow* row, const QPoint& mouse);
    int placeOf(ChoiceRow* row) const;
    void refresh();

    QVBoxLayout* m_layout;
    QPushButton* m_add;
    QWidget* m_before = nullptr;
    QWidget* m_after = nullptr;
    std::vector<ChoiceRow*> m_rows;
};

} // namespace vbs
