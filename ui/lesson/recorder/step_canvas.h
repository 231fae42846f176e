#pragma once

#include "core/lesson/lesson.h"
#include "ui/canvas/canvas_model.h"

#include <memory>

namespace vbs {

class PicturePyramid;

/// A step's picture with what was recorded about it; in a quiz the regions that are right stand out.
class StepCanvas : public CanvasModel {
    Q_OBJECT
public:
    StepCanvas(Side side, bool quiz, QObject* parent = nullptr) : CanvasModel(parent), m_side(side), m_quiz(quiz) {}

    /// @param step with what was recorded. @param pixels null: they are not there yet.
    void show(const LessonStep& step, const std::shared_ptr<const PicturePyramid>& pixels);

    const SideState& side() const override { return m_state; }
    CanvasWeights weights() const override;
    std::vector<CanvasOutline> outlines() const override;
    CanvasAbsence absence() const override;
    void pick(int region) override;

Q_SIGNALS:
    void picked(int region);

private:
    const Side m_side;
    const bool m_quiz;
    SideState m_state;
    LessonStep m_step;
    Answered m_answered;
};

} // namespace vbs
