#pragma once

#include "ui/canvas/canvas_model.h"
#include "ui/workbench/workbench.h"

#include <optional>

namespace vbs {

/// A picture of the workbench with what one of two models said about it. Wishes about regions are the workbench's
/// where they are its own model's.
class ComparedCanvas : public CanvasModel {
    Q_OBJECT
public:
    /// @param first whose wishes are passed on.
    ComparedCanvas(Workbench& workbench, Side side, bool first, QObject* parent = nullptr);

    /// @param answered nothing: the picture alone. @param greatest of both models' weights, which share the scale; 0:
    /// each has its own.
    void show(const std::optional<Answered>& answered, const std::vector<bool>& hidden, double greatest);

    const SideState& side() const override { return m_state; }
    CanvasWeights weights() const override;
    std::vector<CanvasOutline> outlines() const override;
    CanvasAbsence absence() const override;
    bool showsRemoved() const override { return true; }

    void pick(int region) override;
    void toggle(int region) override;

private:
    Workbench& m_workbench;
    const Side m_which;
    const bool m_isFirst;
    SideState m_state;
    std::optional<Answered> m_answered;
    double m_greatest = 0;
};

} // namespace vbs
