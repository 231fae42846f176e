#pragma once

#include "core/diff/model_diff.h"
#include "ui/diff/second_model.h"
#include "ui/services/background_job.h"
#include "ui/services/queued_engine.h"
#include "ui/util/file_chooser.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTreeView;

namespace vbs {

class DifferingModel;
class JobBar;
class PathField;

/// Both models are asked every example of a data set: how far they agree, who is right, and the examples to which they
/// say different things, each of which can be looked at.
class DatasetDiffPage : public QWidget {
    Q_OBJECT
public:
    DatasetDiffPage(Workbench& workbench, SecondModel& second, FileChooser& chooser, QWidget* parent = nullptr);
    ~DatasetDiffPage() override;

    const std::optional<ModelDiff>& diff() const { return m_diff; }

Q_SIGNALS:
    void exampleWanted(const vbs::PackExample& example); ///< to be asked of both models
    void measured();                                     ///< diff() is there

private:
    void build();
    QLayout* form();
    void start();
    void show(std::shared_ptr<const Dataset> dataset, ModelDiff diff);
    void showState();
    void say(const QString& sentence, bool problem);
    void open(int row);
    void exportTable();

    Workbench& m_workbench;
    SecondModel& m_second;
    FileChooser& m_chooser;
    std::shared_ptr<QueuedEngine> m_engine;
    BackgroundJob m_job;
    std::shared_ptr<const Dataset> m_dataset; ///< the diff's
    std::optional<ModelDiff> m_diff;
    DifferingModel* m_model;
    PathField *m_files, *m_annotations, *m_images;
    QPushButton *m_start, *m_cancel, *m_export, *m_open;
    JobBar* m_progress;
    QLabel *m_said, *m_summary;
    QTreeView* m_list;
};

/// An example as the window asks it: its pictures, its text with marked phrases, its choices.
PackExample exampleToAsk(const Example& example);

} // namespace vbs
