#pragma once

#include "ui/workbench/workbench_state.h"

#include <QDialog>

namespace vbs {

/// What a pack is: what it can do, how each task is asked, what finds its regions, its terms, its size and place.
class ModelPage : public QDialog {
    Q_OBJECT
public:
    explicit ModelPage(const PackInfo& pack, QWidget* parent = nullptr);

Q_SIGNALS:
    void folderWanted(const QString& file); ///< in the file manager

private:
    static QString tasksText(const PackInfo& pack);
};

} // namespace vbs
