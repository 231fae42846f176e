#pragma once

#include "ui/workbench/workbench_state.h"

#include <QDialog>

namespace vbs {

/// What the program is, with the versions, the pack and the device that a report of a fault should name.
class AboutPage : public QDialog {
    Q_OBJECT
public:
    explicit AboutPage(const WorkbenchState& state, QWidget* parent = nullptr);

private:
    QString facts(const WorkbenchState& state) const;
};

} // namespace vbs
