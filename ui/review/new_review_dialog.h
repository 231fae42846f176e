#pragma once

#include "ui/review/dataset_look.h"
#include "ui/services/background_job.h"
#include "ui/util/file_chooser.h"

#include <QDialog>
#include <QTimer>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vbs {

class DatasetPreview;
class JobBar;
class PathField;

/// Makes a review project of a data set, which is looked at as soon as it is named.
class NewReviewDialog : public QDialog {
    Q_OBJECT
public:
    /// @param startFolder where file dialogs begin.
    NewReviewDialog(FileChooser& chooser, const QString& startFolder, QWidget* parent = nullptr);
    ~NewReviewDialog() override;

    void reject() override; ///< while the project is made: cancels that

Q_SIGNALS:
    void created(const QString& where); ///< see openReviewProject

private:
    void build();
    QGridLayout* form();
    void addChoosers();
    QString start(const PathField* field) const;
    void pathsChanged(bool atOnce);
    void look();
    void showLook(const DatasetLook& look);
    void proposeNames();
    void make();
    void say(const QString& problem);
    void showState();

    FileChooser& m_chooser;
    QString m_startFolder;
    PathField *m_dataset, *m_annotations, *m_images, *m_where;
    QLineEdit* m_name;
    QSpinBox* m_reviewers;
    QWidget* m_fields;
    QLabel* m_problem;
    DatasetPreview* m_preview;
    QPushButton *m_cancel, *m_create;
    QTimer m_typing;                       ///< a look waits for a pause in it
    std::shared_ptr<ProjectDraft> m_draft; ///< null: no data set that could be reviewed
    BackgroundJob m_look, m_make;
    JobBar* m_progress;
    bool m_isNamed = false; ///< by the user
};

} // namespace vbs
