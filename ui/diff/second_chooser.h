#pragma once

#include "ui/diff/second_model.h"
#include "ui/services/pack_library.h"
#include "ui/util/file_chooser.h"

#include <QToolButton>

class QMenu;

namespace vbs {

/// Which model stands beside the one in use: another pack, or the same in the other precision.
class SecondChooser : public QToolButton {
    Q_OBJECT
public:
    SecondChooser(Workbench& workbench, SecondModel& second, FileChooser& chooser, QWidget* parent = nullptr);

    /// What can be chosen, as the menu has it.
    struct Entry {
        QString text;
        ModelChoice choice;
    };
    std::vector<Entry> entries() const;

private:
    void fill();

    Workbench& m_workbench;
    SecondModel& m_second;
    FileChooser& m_chooser;
    PackLibrary m_library;
    QMenu* m_menu;
};

} // namespace vbs
