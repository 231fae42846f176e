#pragma once

#include "ui/services/background_job.h"
#include "ui/store/review_project_file.h"
#include "ui/util/file_chooser.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vbs {

class JobBar;
class PathField;

/// Makes a new project of a data set that has changed, with all that was decided in the old one, and tells what became
/// of the items.
class CarryOverDialog : public QDialog {
    Q_OBJECT
public:
    /// @param where the old project, see openReviewProject. @param reviewer who marks what has changed.
    CarryOverDialog(const QString& where, const QString& reviewer, FileChooser& chooser, QWidget* parent = nullptr);
    ~CarryOverDialog() override;

    void reject() override; ///< while it carries over: cancels that

Q_SIGNALS:
    void carried(const QString& where); ///< the new project is there; the dialog stays until it is closed

private:
    void build();
    QString target() const;
    void carry();
    void showReport(const CarryReport& report);
    void say(const QString& problem);
    void showState();

    QString m_where, m_reviewer;
    FileChooser& m_chooser;
    PathField* m_to;
    QWidget* m_fields;
    QLabel *m_problem, *m_report;
    QPlainTextEdit* m_items;
    QPushButton *m_cancel, *m_carry;
    BackgroundJob m_job;
    JobBar* m_progress;
};

} // namespace vbs
