#pragma once

#include "core/lesson/lesson.h"
#include "ui/inside/looked.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace vbs {

/// The view into the network that a step shows, drawn from what was recorded by the same widgets as the dock's.
class LookView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The user points at a region of a picture; -1: at none any more. A click chooses it.
    virtual void pointAt(int) {}
    virtual void choose(int) {}
    /// What the pictures show meanwhile, by position; empty: what explains the answer.
    virtual std::vector<double> weights() const { return {}; }
    virtual QString weightsTitle() const { return {}; }
    virtual double greatest() const { return 0; }                ///< of one scale for all times; 0: as they are
    virtual std::vector<std::size_t> away() const { return {}; } ///< regions of both pictures that it hides

Q_SIGNALS:
    void weightsChanged();
    void awayChanged();

protected:
    QVBoxLayout* fill(const QString& title); ///< a column with the view's title
};

/// The step's view; null where it has none.
LookView* makeLookView(const LessonStep& step, const LookedPtr& looked);

/// The position that the answer is read from; -1: that was not recorded.
int readPosition(const LessonStep& step);

/// What a step shows, as the dock's widgets take it. @param left, right pictures; null: none.
LookedPtr lookedOf(const LessonStep& step, const ImagePtr& left, const ImagePtr& right);

// The views, for makeLookView.
LookView* sequenceLook(const LessonStep& step, const LookedPtr& looked);
LookView* flowLook(const LessonStep& step, const LookedPtr& looked);
LookView* headsLook(const LessonStep& step, const LookedPtr& looked);
LookView* layersLook(const LookedPtr& looked);
LookView* pointsLook(const LessonStep& step, const LookedPtr& looked);
LookView* flipLook(const LessonStep& step, const LookedPtr& looked);
LookView* curvesLook(const LessonStep& step);

} // namespace vbs
