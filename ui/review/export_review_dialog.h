#pragma once

#include "ui/review/export_targets.h"
#include "ui/services/background_job.h"
#include "ui/util/file_chooser.h"

#include <QDialog>
#include <QStringList>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace vbs {

class JobBar;
class OptionalTarget;
class PathField;

/// Writes the data set as its reviewers left it, beside the one that was reviewed; on request also a list of changes, a
/// report for people, and what the model answered.
class ExportReviewDialog : public QDialog {
    Q_OBJECT
public:
    /// @param where see openReviewProject.
    ExportReviewDialog(const QString& where, const ReviewProject& project, FileChooser& chooser,
                       QWidget* parent = nullptr);
    ~ExportReviewDialog() override;

    void reject() override; ///< while it writes: cancels that

private:
    void build();
    QWidget* scopes();
    void addTarget(QGridLayout* grid, PathField* field, const QString& label, const std::filesystem::path& source);
    void addExtras(QGridLayout* grid);
    QString chooseFile(const PathField* field, const QStringList& filters);
    ExportTargets targets() const;
    ExportScope scope() const;
    void look();
    void askToReplace(const QStringList& taken);
    void write();
    void showDone(const QString& text);
    void showCancelled();
    void say(const QString& problem);
    void showState();

    QString m_where;
    ReviewProject m_project;
    FileChooser& m_chooser;
    QButtonGroup* m_scope;
    PathField *m_dataset, *m_annotations;
    OptionalTarget *m_changes, *m_report, *m_predictions;
    QWidget* m_fields;
    QLabel *m_problem, *m_done;
    QPushButton *m_show, *m_cancel, *m_export;
    QStringList m_mayReplace; ///< files about which the system's dialog has asked
    BackgroundJob m_job;
    JobBar* m_progress;
    bool m_isCancelled = false; ///< by the user, while it was looked at what is there
};

} // namespace vbs
