#include "ui/review/carry_over_dialog.h"

#include "ui/review/carry_text.h"
#include "ui/store/server_address.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/job_bar.h"
#include "ui/widgets/path_field.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kCarryOverWidth = 640, kItemsHeight = 200;

} // namespace

CarryOverDialog::CarryOverDialog(const QString& where, const QString& reviewer, FileChooser& chooser, QWidget* parent)
    : QDialog(parent), m_where(where), m_reviewer(reviewer), m_chooser(chooser),
      m_to(new PathField("carryTo", tr("New project"))), m_fields(new QWidget),
      m_problem(selectableLabel({}, "carryProblem")), m_report(selectableLabel({}, "carryReport")),
      m_items(new QPlainTextEdit), m_cancel(new QPushButton), m_carry(new QPushButton(tr("Carry &Over"))),
      m_progress(new JobBar(m_job))
{
    setObjectName("carryOver");
    setWindowTitle(tr("Carry the Review Over"));
    build();
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) {
        showState();
        say(sentence);
    });
    connect(&m_job, &BackgroundJob::cancelled, this, [this] {
        showState();
        say(tr("Cancelled: no new project was made."));
    });
    showState();
}

CarryOverDialog::~CarryOverDialog() = default;

void CarryOverDialog::build()
{
    auto* note = mutedLabel("carryNote");
    note->setText(
        tr("A new project is made of the data set as it is now. Items are matched by their names. Where the question, "
           "the pictures or the annotation changed, an item is undecided again; everything else keeps its decisions, "
           "tags, flags and comments. The project that is open stays as it is."));
    auto* label = plainLabel(tr("New &project:"));
    label->setBuddy(m_to->edit());
    m_to->propose(proposedCarryPath(m_where));
    m_to->addButton(tr("File…"), "carryToFile", [this] {
        return m_chooser.chooseTarget(this, windowTitle(), m_to->path(),
                                      {tr("Review projects (*%1)").arg(kReviewSuffix)});
    });
    connect(m_to, &PathField::typed, this, &CarryOverDialog::showState);
    connect(m_to, &PathField::chosen, this, &CarryOverDialog::showState);
    auto* row = new QHBoxLayout(m_fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_to, 1);
    m_problem->setProperty("role", "warning");
    m_items->setObjectName("carryItems");
    m_items->setAccessibleName(tr("The items concerned"));
    m_items->setReadOnly(true);
    m_items->setTabChangesFocus(true);
    m_items->setMinimumHeight(kItemsHeight);
    m_cancel->setObjectName("carryCancel");
    m_cancel->setAutoDefault(false);
    m_carry->setObjectName("carryStart");
    m_carry->setProperty("role", "primary");
    m_carry->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_carry);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(note);
    layout->addWidget(m_fields);
    layout->addWidget(m_report);
    layout->addWidget(m_items, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    m_items->hide();
    m_report->hide();
    resize(kCarryOverWidth, sizeHint().height());
    connect(m_cancel, &QPushButton::clicked, this, &CarryOverDialog::reject);
    connect(m_carry, &QPushButton::clicked, this, &CarryOverDialog::carry);
}

/// A name without a folder is meant beside the old project.
QString CarryOverDialog::target() const
{
    const QString to = m_to->path();
    if (namesServer(to.toStdString()))
        return to;
    const QString folder = namesServer(m_where.toStdString()) ? QDir::homePath() : QFileInfo(m_where).path();
    const QString file = QFileInfo(QDir(folder), to).absoluteFilePath();
    return file.endsWith(kReviewSuffix) ? file : file + kReviewSuffix;
}

void CarryOverDialog::carry()
{
    m_job.start([this, from = m_where.toStdString(), to = target(),
                 reviewer = m_reviewer.toStdString()](const JobControl& control) -> BackgroundJob::Reply {
        control.report("Reading the data set");
        const ReviewProject old = openReviewProject(from)->project();
        const auto report = std::make_shared<const CarryReport>(
            carryReviewProject(from, to.toStdString(), draftOf(old.files, old.format), reviewer, control));
        return [this, report, to] {
            showReport(*report);
            Q_EMIT carried(to);
        };
    });
    showState();
    m_progress->begin(tr("Opening the project"));
}

void CarryOverDialog::showReport(const CarryReport& report)
{
    showState();
    m_fields->setEnabled(false);
    m_report->setText(carriedText(report));
    m_report->show();
    m_items->setPlainText(carriedItemsText(report));
    m_items->setVisible(!m_items->document()->isEmpty());
    m_carry->hide();
    layout()->activate();
    resize(width(), std::max(height(), sizeHint().height()));
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void CarryOverDialog::reject()
{
    if (!m_job.isRunning())
        return QDialog::reject();
    m_job.cancel();
    m_cancel->setEnabled(false);
}

void CarryOverDialog::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void CarryOverDialog::showState()
{
    const bool running = m_job.isRunning();
    if (!running)
        m_progress->end();
    say({});
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    m_fields->setEnabled(!running);
    m_carry->setEnabled(!running && !m_to->path().isEmpty());
}

} // namespace vbs
