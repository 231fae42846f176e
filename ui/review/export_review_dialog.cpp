#include "ui/review/export_review_dialog.h"

#include "ui/review/optional_target.h"
#include "ui/review/review_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/job_bar.h"
#include "ui/widgets/path_field.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kExportReviewWidth = 640;

QPushButton* exportButton(const QString& text, const char* name)
{
    auto* result = new QPushButton(text);
    result->setObjectName(name);
    result->setAutoDefault(false);
    return result;
}

} // namespace

ExportReviewDialog::ExportReviewDialog(const QString& where, const ReviewProject& project, FileChooser& chooser,
                                       QWidget* parent)
    : QDialog(parent), m_where(where), m_project(project), m_chooser(chooser), m_scope(new QButtonGroup(this)),
      m_dataset(new PathField("exportDataset", tr("Data set"))),
      m_annotations(new PathField("exportAnnotations", tr("Annotations"))),
      m_changes(new OptionalTarget("Changes", tr("&List of changes:"),
                                   tr("What was changed, rejected or left open, for other programs"), this)),
      m_report(new OptionalTarget("Report", tr("&Report:"),
                                  tr("A page for people: figures, and every change with its picture"), this)),
      m_predictions(new OptionalTarget("Predictions", tr("&Model's answers:"),
                                       tr("As the challenge takes and measures them"), this)),
      m_fields(new QWidget), m_problem(selectableLabel({}, "exportProblem")), m_done(selectableLabel({}, "exportDone")),
      m_show(exportButton(tr("Show in &Folder"), "exportShow")), m_cancel(exportButton(tr("Cancel"), "exportCancel")),
      m_export(exportButton(tr("&Export"), "exportWrite")), m_progress(new JobBar(m_job))
{
    setObjectName("exportReview");
    setWindowTitle(tr("Export the Reviewed Data Set"));
    build();
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) {
        showState();
        say(sentence);
    });
    connect(&m_job, &BackgroundJob::cancelled, this, &ExportReviewDialog::showCancelled);
    showState();
}

ExportReviewDialog::~ExportReviewDialog() = default;

void ExportReviewDialog::build()
{
    auto* grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    QLabel* items = plainLabel(tr("Items:"));
    items->setContentsMargins(0, 3, 0, 0);
    grid->addWidget(items, 0, 0, Qt::AlignTop);
    grid->addWidget(scopes(), 0, 1);
    addTarget(grid, m_dataset, tr("&Data set:"), m_project.files.dataset);
    addTarget(grid, m_annotations, tr("&Annotations:"), m_project.files.annotations);
    addExtras(grid);
    auto* note = mutedLabel("exportNote");
    note->setText(tr("The data set is written in its own format, and only what was corrected differs. The files under "
                     "review are never written to."));
    m_problem->setProperty("role", "warning");
    m_export->setProperty("role", "primary");
    m_export->setDefault(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_show);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(note);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    layout->addWidget(m_problem);
    layout->addWidget(m_done);
    layout->addWidget(m_progress);
    layout->addLayout(row);
    resize(kExportReviewWidth, sizeHint().height());
    for (const PathField* field : {m_dataset, m_annotations}) {
        connect(field, &PathField::typed, this, &ExportReviewDialog::showState);
        connect(field, &PathField::chosen, this, &ExportReviewDialog::showState);
    }
    connect(m_cancel, &QPushButton::clicked, this, &ExportReviewDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportReviewDialog::look);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const ExportTargets to = targets();
        m_chooser.showInFolder(fromPath(to.files.dataset.empty() ? to.files.annotations : to.files.dataset));
    });
}

QWidget* ExportReviewDialog::scopes()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const ExportScope each : {ExportScope::All, ExportScope::WithoutRejected, ExportScope::AcceptedOnly}) {
        auto* button = new QRadioButton(plainButtonText(reviewText(each)));
        const std::string_view name = nameOf(each);
        button->setObjectName("exportScope-" + QString::fromUtf8(name.data(), qsizetype(name.size())));
        button->setChecked(each == ExportScope::All);
        m_scope->addButton(button, int(each));
        layout->addWidget(button);
        connect(button, &QRadioButton::clicked, this, &ExportReviewDialog::showState);
    }
    return column;
}

void ExportReviewDialog::addTarget(QGridLayout* grid, PathField* field, const QString& label,
                                   const std::filesystem::path& source)
{
    field->propose(fromPath(proposedTarget(source)));
    field->setParent(m_fields);
    field->setVisible(!source.empty());
    if (source.empty())
        return;
    QLabel* name = plainLabel(label);
    name->setBuddy(field->edit());
    grid->addWidget(name, grid->rowCount(), 0);
    grid->addWidget(field, grid->rowCount() - 1, 1);
    field->addButton(tr("Choose…"), field->edit()->objectName() + "Choose", [this, field, source] {
        std::error_code code;
        if (std::filesystem::is_directory(source, code))
            return m_chooser.chooseFolder(this, QFileInfo(field->path()).path());
        const QString suffix = QFileInfo(fromPath(source)).suffix();
        return chooseFile(
            field, {suffix.isEmpty() ? tr("All files (*)") : tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix)});
    });
}

/// The system's dialog asks before a file is replaced.
QString ExportReviewDialog::chooseFile(const PathField* field, const QStringList& filters)
{
    const QString title = tr("Export: %1").arg(field->edit()->accessibleName());
    m_mayReplace << m_chooser.chooseTarget(this, title, field->path(), filters);
    return m_mayReplace.last();
}

void ExportReviewDialog::addExtras(QGridLayout* grid)
{
    const auto add = [&](OptionalTarget* extra, const std::filesystem::path& proposal, const QStringList& filters) {
        extra->addTo(grid, proposal, [this, extra, filters] { return chooseFile(extra->field(), filters); });
        connect(extra, &OptionalTarget::changed, this, &ExportReviewDialog::showState);
    };
    const QString table = tr("Table (*.csv)"), json = tr("JSON document (*.json)");
    add(m_changes, proposedChanges(m_project.files), {table, json});
    add(m_report, proposedReport(m_project.files), {tr("Web page (*.html)")});
    const auto predictions = proposedPredictions(m_project);
    add(m_predictions, predictions, {predictions.extension() == ".csv" ? table : json});
    if (m_project.model.empty())
        m_predictions->refuse(tr("No model was asked about the items yet."));
}

ExportTargets ExportReviewDialog::targets() const
{
    // A name without a folder is meant beside the data set.
    const DatasetFiles& files = m_project.files;
    const auto folder = (files.dataset.empty() ? files.annotations : files.dataset).parent_path();
    const auto absolute = [&](const QString& path) {
        return path.isEmpty() ? std::filesystem::path() : folder / toPath(path);
    };
    ExportTargets to;
    if (!m_project.files.dataset.empty())
        to.files.dataset = absolute(m_dataset->path());
    if (!m_project.files.annotations.empty())
        to.files.annotations = absolute(m_annotations->path());
    to.changes = absolute(m_changes->path());
    to.report = absolute(m_report->path());
    to.predictions = absolute(m_predictions->path());
    return to;
}

ExportScope ExportReviewDialog::scope() const
{
    return ExportScope(m_scope->checkedId());
}

/// Before anything is written: what would be replaced is asked about.
void ExportReviewDialog::look()
{
    m_isCancelled = false;
    m_job.start([this, to = targets(), project = m_project, where = m_where,
                 mayReplace = m_mayReplace](const JobControl&) -> BackgroundJob::Reply {
        requireSafe(to, project, where.toStdString());
        QStringList taken;
        for (const std::filesystem::path& path : takenTargets(to))
            if (!mayReplace.contains(fromPath(path)))
                taken << fromPath(path);
        return [this, taken] {
            if (m_isCancelled)
                return showCancelled();
            taken.isEmpty() ? write() : askToReplace(taken);
        };
    });
    showState();
    m_progress->begin(tr("Looking at what is there"));
}

void ExportReviewDialog::askToReplace(const QStringList& taken)
{
    showState();
    QStringList names;
    for (const QString& path : taken)
        names << tr("“%1”").arg(QFileInfo(path).fileName());
    const QString text =
        tr("%1 exist(s) already. Replace?", "%n is the number of files; it is not named", int(names.size()))
            .arg(names.join(", "));
    auto* question = new QMessageBox(QMessageBox::NoIcon, windowTitle(), text, QMessageBox::Cancel, this);
    question->setObjectName("exportReplaceQuestion");
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* replace = question->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    replace->setObjectName("exportReplace");
    question->setDefaultButton(QMessageBox::Cancel);
    connect(replace, &QPushButton::clicked, this, &ExportReviewDialog::write);
    question->open();
}

void ExportReviewDialog::write()
{
    m_job.start(
        [this, to = targets(), where = m_where, scope = scope()](const JobControl& control) -> BackgroundJob::Reply {
            const ExportDone done = exportReview(where.toStdString(), scope, to, control);
            return [this, done, to] { showDone(exportedText(done, to)); };
        });
    showState();
    m_progress->begin(tr("Opening the project"));
}

void ExportReviewDialog::showDone(const QString& text)
{
    showState();
    m_done->setText(text);
    m_done->show();
    m_show->show();
    m_show->setFocus();
    m_cancel->setText(tr("Close"));
}

void ExportReviewDialog::reject()
{
    if (!m_job.isRunning())
        return QDialog::reject();
    m_isCancelled = true;
    m_job.cancel();
    m_cancel->setEnabled(false);
}

void ExportReviewDialog::showCancelled()
{
    showState();
    say(tr("Cancelled before the export was complete."));
}

void ExportReviewDialog::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

/// As it is before an export: what was said of an earlier one goes.
void ExportReviewDialog::showState()
{
    const bool writing = m_job.isRunning();
    if (!writing)
        m_progress->end();
    say({});
    m_done->hide();
    m_show->hide();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    m_fields->setEnabled(!writing);
    const auto isNamed = [](const PathField* field, bool wanted) { return !wanted || !field->path().isEmpty(); };
    m_export->setEnabled(!writing && isNamed(m_dataset, !m_project.files.dataset.empty()) &&
                         isNamed(m_annotations, !m_project.files.annotations.empty()) && m_changes->isComplete() &&
                         m_report->isComplete() && m_predictions->isComplete());
}

} // namespace vbs
