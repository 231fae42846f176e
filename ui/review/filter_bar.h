#pragma once

#include "ui/review/review_desk.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace vbs {

/// Which items the queue holds: choosers that combine, with counts beside each choice, and filters by name.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(ReviewDesk& desk, QWidget* parent = nullptr);

    QToolButton* named() { return m_named; } ///< the filters that have a name; to be placed beside

private:
    /// A choice of a chooser: what it does to the filter, and how many items it is about.
    struct Choice {
        QString text;
        std::function<void(ReviewFilter&)> apply;
        std::optional<std::size_t> count;
    };
    QComboBox* chooser(const char* name, const QString& says);
    void fill(QComboBox* chooser, const std::vector<Choice>& choices, void (*clear)(ReviewFilter&));
    void showFilter();
    void showNamed();

    ReviewDesk& m_desk;
    QComboBox *m_standing, *m_model, *m_type, *m_marks, *m_who;
    QToolButton* m_named;
};

} // namespace vbs
