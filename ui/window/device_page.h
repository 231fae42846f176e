#pragma once

#include "ui/services/device_bench.h"
#include "ui/settings/app_settings.h"
#include "ui/workbench/workbench_state.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace vbs {

/// Where the numbers are computed and why, what memory there is and is needed, how to change that, and how fast it is.
class DevicePage : public QDialog {
    Q_OBJECT
public:
    DevicePage(const WorkbenchState& state, AppSettings& settings, DeviceBench& bench, QWidget* parent = nullptr);

private:
    QWidget* buildFacts(const WorkbenchState& state);
    QWidget* buildSettings();
    QWidget* buildBench();
    void showBench();

    AppSettings& m_settings;
    DeviceBench& m_bench;
    QComboBox* m_precision;
    QSpinBox* m_threads;
    QPlainTextEdit* m_figures;
    QPushButton* m_measure;
};

} // namespace vbs
