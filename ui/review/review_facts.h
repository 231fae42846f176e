#pragma once

#include "ui/review/review_state.h"

#include <QDialog>

namespace vbs {

/// What a review is about: its data set, its model, how far it is.
class ReviewFacts : public QDialog {
    Q_OBJECT
public:
    explicit ReviewFacts(const ReviewState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void faultyWanted(); ///< the items that the model cannot be asked about
};

} // namespace vbs
