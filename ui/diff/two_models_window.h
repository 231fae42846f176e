#pragma once

#include "ui/canvas/heatmap_overlay.h"
#include "ui/diff/second_model.h"
#include "ui/util/file_chooser.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTabWidget;

namespace vbs {

class DatasetDiffPage;
class ModelColumn;
class SecondChooser;

/// Two models side by side: the question of the main window with what both say and where both look, and a whole data
/// set with the examples on which they differ.
class TwoModelsWindow : public QWidget {
    Q_OBJECT
public:
    TwoModelsWindow(Workbench& workbench, FileChooser& chooser, QWidget* parent = nullptr);

    SecondModel& second() { return m_second; }
    DatasetDiffPage& datasetPage() { return *m_dataset; }
    void setHeatLook(const HeatLook& look);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* questionPage();
    void linkPlaces();
    void showAll();
    void showFirst();
    void showSecond();
    void showVerdict();
    double greatestOfBoth() const;
    bool areBothShown() const;

    Workbench& m_workbench;
    SecondModel m_second;
    QLineEdit* m_question;
    QLabel *m_verdict, *m_details;
    ModelColumn *m_firstColumn, *m_secondColumn;
    DatasetDiffPage* m_dataset;
    QTabWidget* m_tabs;
};

} // namespace vbs
