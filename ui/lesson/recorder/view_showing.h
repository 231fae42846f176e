#pragma once

#include "core/lesson/lesson.h"
#include "ui/workbench/workbench.h"

#include <QObject>
#include <QTemporaryDir>

#include <optional>

namespace vbs {

/// Asks in the main window what a step asks: its pictures, text, boxes and hidden regions.
class ViewShower : public QObject {
    Q_OBJECT
public:
    explicit ViewShower(Workbench& workbench, QObject* parent = nullptr);

    /// @throws Error where the pictures cannot be written to a folder for a while.
    void show(const Lesson& lesson, const LessonStep& step);

private:
    QString fileOf(const Lesson& lesson, const std::string& picture);
    void goOn();
    bool isThere(Side side) const;
    void choose(Side side, const std::vector<Box>& own, const std::vector<std::size_t>& hidden);

    Workbench& m_workbench;
    QTemporaryDir m_folder;
    std::optional<LessonStep> m_step; ///< whose regions are still to be hidden
    QString m_left, m_right;          ///< files of its pictures
};

} // namespace vbs
