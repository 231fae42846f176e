#pragma once

#include "ui/canvas/canvas_model.h"
#include "ui/workbench/workbench.h"

#include <optional>

namespace vbs {

/// One side of the workbench as a canvas shows it.
class WorkbenchCanvas : public CanvasModel {
    Q_OBJECT
public:
    WorkbenchCanvas(Workbench& workbench, Side side, QObject* parent = nullptr);

    const SideState& side() const override { return state().side(m_side); }
    CanvasWeights weights() const override;
    std::vector<CanvasOutline> outlines() const override;
    CanvasAbsence absence() const override;
    QString title() const override;
    QString regionsText() const override;
    bool isInHand() const override;
    bool showsRemoved() const override { return taskSpec(state().task).whatIf; }

    QStringList knownLabels() const override;

    /// Something else than the answer's explanation, until it is nothing again.
    void setOtherWeights(const std::optional<CanvasWeights>& weights);

    void focus() override { m_workbench.focus(m_side); }
    void pick(int region) override { regions().pick(region); }
    void hover(int region) override;
    void toggle(int region) override { regions().toggle(region); }
    void add(const Box& box) override { regions().add(box); }
    void change(int region, const Box& box, bool goesOn) override { regions().change(region, box, goesOn); }
    void label(int region, const QString& label) override { regions().label(region, label.toStdString()); }

private:
    const WorkbenchState& state() const { return m_workbench.state(); }
    RegionEditor& regions() { return m_workbench.regions(m_side); }
    bool hasPhrases() const;

    Workbench& m_workbench;
    const Side m_side;
    std::optional<CanvasWeights> m_other;
};

} // namespace vbs
