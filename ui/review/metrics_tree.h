#pragma once

#include "ui/review/measured_review.h"

#include <QTreeWidget>

namespace vbs {

/// The figures of a review before and after its corrections, with what they are by groups below them.
class MetricsTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit MetricsTree(QWidget* parent = nullptr);

    /// @param types see isByType: such groups can be activated.
    void showMetrics(const ReviewMetrics& metrics, const std::vector<std::string>& types);

Q_SIGNALS:
    void typeWanted(const QString& type); ///< "" for items without one

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addSlice(const std::string& name, const std::vector<Figure>& before, const std::vector<Figure>& after,
                  bool perCent);

    std::vector<std::string> m_types;
};

/// A tree of the review's panel: whole rows, no frame.
/// @param stretched so many columns share the space that is left; those after them hold numbers.
void setUpReviewTree(QTreeWidget* tree, const QStringList& columns, int stretched = 1);

} // namespace vbs
