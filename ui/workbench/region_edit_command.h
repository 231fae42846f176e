#pragma once

#include "ui/workbench/region_editor.h"

#include <optional>
#include <vector>

namespace vbs {

/// One edit: the user's regions before and after; nothing there: those that were found.
class RegionEditor::Command : public QUndoCommand {
public:
    struct Snapshot {
        std::optional<std::vector<Region>> own;
        int picked = -1;
    };

    /// @param goesOn the region that is being changed step by step; -1: none.
    Command(EditHistory& history, Snapshot before, Snapshot after, const QString& text, int goesOn)
        : QUndoCommand(text), m_history(history), m_before(std::move(before)), m_after(std::move(after)),
          m_goesOn(goesOn)
    {
    }

    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Command*>(other);
        if (next->m_goesOn < 0 || next->m_goesOn != m_after.picked)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    void apply(const Snapshot& now)
    {
        for (RegionEditor* editor : m_history.editors)
            editor->setOwn(now.own, editor == m_history.editors.front() ? now.picked : -1);
        if (!m_history.quiet && !m_history.editors.empty())
            Q_EMIT m_history.editors.front()->ownChanged();
    }

    EditHistory& m_history;
    Snapshot m_before, m_after;
    int m_goesOn;
};

} // namespace vbs
