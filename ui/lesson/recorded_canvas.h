#pragma once

#include "core/lesson/lesson.h"
#include "ui/canvas/canvas_model.h"

#include <optional>

namespace vbs {

/// What a step says and what a model said to it, as the window's own questions are kept.
Answered answeredOf(const LessonStep& step);

/// A picture of a lesson with what was recorded about it.
class RecordedCanvas : public CanvasModel {
    Q_OBJECT
public:
    RecordedCanvas(const LessonStep& step, Side side, QObject* parent = nullptr);

    void setPicture(const std::shared_ptr<const PicturePyramid>& picture);
    void setProblem(const QString& sentence); ///< why there is none
    void setAnswerShown(bool shown);          ///< what explains the answer
    void setNamesShown(bool shown);
    void setOtherWeights(const std::optional<CanvasWeights>& weights); ///< in place of the explanation
    void setLookedPhrase(int phrase);                                  ///< -1: none
    void setAway(const std::vector<std::size_t>& regions);             ///< hidden besides the step's own
    void setRight(const std::vector<std::size_t>& regions);            ///< outlined, as a quiz's answer
    void setPicked(int region);

    Side which() const { return m_which; }
    QString heatTitle() const; ///< what the heatmap shows now; empty: there is none

    const SideState& side() const override { return m_state; }
    CanvasWeights weights() const override;
    std::vector<CanvasOutline> outlines() const override;
    CanvasAbsence absence() const override;
    bool showsNames() const override { return m_names; }

    void pick(int region) override;
    void hover(int region) override { Q_EMIT hovered(region); }

Q_SIGNALS:
    void picked(int region);  ///< by the user; -1: none any more
    void hovered(int region); ///< likewise

private:
    void nameRegions();
    std::vector<bool> marksOf(const std::vector<std::size_t>& regions) const;

    const Side m_which;
    Answered m_answered;
    SideState m_state;
    std::vector<std::size_t> m_hidden, m_away, m_right;
    std::optional<CanvasWeights> m_other;
    QString m_problem;
    int m_lookedPhrase = -1;
    bool m_recorded, m_shown = false, m_names = true;
};

} // namespace vbs
