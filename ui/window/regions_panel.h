#pragma once

#include "ui/models/region_list_model.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QSlider;
class QSpinBox;
class QVBoxLayout;

namespace vbs {

/// The picture's regions: their list, the filter over them, whose they are, and the extractor that sees them.
class RegionsPanel : public QWidget {
    Q_OBJECT
public:
    explicit RegionsPanel(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    void actionRequested(const QString& actionId);

private:
    RegionEditor& regions() { return m_workbench.regions(m_workbench.state().sideInHand()); }
    void buildList(QVBoxLayout* layout);
    void buildFilter(QVBoxLayout* layout);
    void buildOwn(QVBoxLayout* layout);
    void buildAnnotations(QVBoxLayout* layout);
    void showAnnotations();
    void showRegions();
    void showFilter();
    void showRemoved();
    void showPicked();
    void showExtractor();
    void filter(int minimumPercent, int maximumCount);

    Workbench& m_workbench;
    RegionListModel m_model;
    QLabel* m_count;
    QLabel* m_empty;
    QListView* m_list;
    QWidget* m_filter;
    QSlider* m_scoreSlider;
    QSpinBox* m_score;
    QSlider* m_mostSlider;
    QSpinBox* m_most;
    QPushButton* m_reset;
    QWidget* m_own;
    QLabel* m_unsaved;
    QWidget* m_annotations;
    QLabel* m_annotationsText;
    QPushButton* m_useAnnotations;
    QLabel* m_extractor;
};

} // namespace vbs
