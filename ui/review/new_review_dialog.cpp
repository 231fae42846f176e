#include "ui/review/new_review_dialog.h"

#include "ui/review/dataset_preview.h"
#include "ui/store/review_project_file.h"
#include "ui/store/server_address.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/job_bar.h"
#include "ui/widgets/path_field.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kNewReviewWidth = 780, kNewReviewHeight = 660;
constexpr int kTypingPause = 400; ///< milliseconds after which a typed path is looked at

} // namespace

NewReviewDialog::NewReviewDialog(FileChooser& chooser, const QString& startFolder, QWidget* parent)
    : QDialog(parent), m_chooser(chooser), m_startFolder(startFolder),
      m_dataset(new PathField("reviewDataset", tr("Data set"))),
      m_annotations(new PathField("reviewAnnotations", tr("Annotations"))),
      m_images(new PathField("reviewImages", tr("Pictures"))), m_where(new PathField("reviewWhere", tr("Project"))),
      m_name(new QLineEdit), m_reviewers(new QSpinBox), m_fields(new QWidget),
      m_problem(selectableLabel({}, "newReviewProblem")), m_preview(new DatasetPreview),
      m_cancel(new QPushButton(tr("Cancel"))), m_create(new QPushButton(tr("Create"))), m_progress(new JobBar(m_make))
{
    setObjectName("newReview");
    setWindowTitle(tr("New Review Project"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &NewReviewDialog::look);
    connect(&m_look, &BackgroundJob::progressed, this, [this](const QString& stage, double fraction) {
        m_preview->showSentence(fraction <= 0 ? stage + QChar(0x2026) : tr("%1: %2").arg(stage, percentText(fraction)));
    });
    connect(&m_look, &BackgroundJob::failed, m_preview, &DatasetPreview::showSentence);
    connect(&m_make, &BackgroundJob::failed, this, [this](const QString& sentence) {
        showState();
        say(sentence);
    });
    connect(&m_make, &BackgroundJob::cancelled, this, &NewReviewDialog::showState);
    pathsChanged(true);
}

NewReviewDialog::~NewReviewDialog() = default;

void NewReviewDialog::build()
{
    m_fields->setLayout(form());
    m_problem->setProperty("role", "warning");
    m_problem->hide();
    m_create->setObjectName("newReviewCreate");
    m_create->setProperty("role", "primary");
    m_create->setDefault(true);
    m_cancel->setObjectName("newReviewCancel");
    m_cancel->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_create);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_fields);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addLayout(row);
    resize(kNewReviewWidth, kNewReviewHeight);
    connect(m_cancel, &QPushButton::clicked, this, &NewReviewDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &NewReviewDialog::make);
}

QGridLayout* NewReviewDialog::form()
{
    m_name->setObjectName("reviewName");
    m_name->setAccessibleName(tr("Name"));
    m_name->setProperty("role", "text");
    m_reviewers->setObjectName("reviewReviewers");
    m_reviewers->setRange(1, kMostReviewersWanted);
    m_reviewers->setAccessibleName(tr("Reviewers of each item"));
    m_reviewers->setToolTip(tr("How many people have to decide each item; where they differ, it is in conflict"));
    m_dataset->edit()->setPlaceholderText(tr("A file or folder; it is never written to"));
    m_images->edit()->setPlaceholderText(tr("The folder of the pictures"));
    m_where->edit()->setPlaceholderText(tr("A file, or postgresql://USER@HOST/DATABASE/PROJECT"));
    m_where->setToolTip(tr("A project on a PostgreSQL server can be reviewed by several people at once."));
    auto* name = new QHBoxLayout;
    name->addWidget(m_name, 1);
    auto* reviewers = plainLabel(tr("&Reviewers of each item:"));
    reviewers->setBuddy(m_reviewers);
    name->addSpacing(12);
    name->addWidget(reviewers);
    name->addWidget(m_reviewers);
    auto* grid = new QGridLayout; // in a form, labels would stand too high
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    const auto addRow = [&](const QString& text, QWidget* buddy) {
        QLabel* label = plainLabel(text);
        label->setBuddy(buddy);
        grid->addWidget(label, grid->rowCount(), 0);
        return grid->rowCount() - 1;
    };
    for (const auto& [text, field] :
         {std::pair(tr("&Data set:"), m_dataset), {tr("&Annotations:"), m_annotations}, {tr("&Pictures:"), m_images}})
        grid->addWidget(field, addRow(text, field), 1);
    grid->addLayout(name, addRow(tr("&Name:"), m_name), 1);
    grid->addWidget(m_where, addRow(tr("Pro&ject:"), m_where), 1);
    addChoosers();
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isNamed = !m_name->text().trimmed().isEmpty();
        proposeNames();
        showState();
    });
    connect(m_where, &PathField::typed, this, &NewReviewDialog::showState);
    connect(m_where, &PathField::chosen, this, &NewReviewDialog::showState);
    return grid;
}

void NewReviewDialog::addChoosers()
{
    m_dataset->addButton(tr("File…"), "reviewDatasetFile",
                         [this] { return m_chooser.chooseDataset(this, tr("Choose a Data Set"), start(m_dataset)); });
    m_dataset->addButton(tr("Folder…"), "reviewDatasetFolder",
                         [this] { return m_chooser.chooseFolder(this, start(m_dataset)); });
    m_annotations->addButton(tr("File…"), "reviewAnnotationsFile", [this] {
        return m_chooser.chooseDataset(this, tr("Choose the Data Set's Annotations"), start(m_annotations));
    });
    m_annotations->addButton(tr("Folder…"), "reviewAnnotationsFolder",
                             [this] { return m_chooser.chooseFolder(this, start(m_annotations)); });
    m_images->addButton(tr("Folder…"), "reviewImagesFolder",
                        [this] { return m_chooser.chooseFolder(this, start(m_images)); });
    m_where->addButton(tr("File…"), "reviewWhereFile", [this] {
        const QString proposed = m_where->path().isEmpty() || namesServer(m_where->path().toStdString())
                                     ? proposedProjectPath(start(m_dataset) + "/x", m_name->text())
                                     : m_where->path();
        return m_chooser.chooseTarget(this, tr("Make a Review Project"), proposed,
                                      {tr("Review projects (*%1)").arg(kReviewSuffix)});
    });
    for (PathField* field : {m_dataset, m_annotations, m_images}) {
        connect(field, &PathField::typed, this, [this] { pathsChanged(false); });
        connect(field, &PathField::chosen, this, [this] { pathsChanged(true); });
    }
}

/// Where a dialog for a field begins.
QString NewReviewDialog::start(const PathField* field) const
{
    for (const QString& path : {field->path(), m_dataset->path()})
        if (!path.isEmpty())
            return QFileInfo(path).path();
    return m_startFolder;
}

void NewReviewDialog::pathsChanged(bool atOnce)
{
    m_typing.stop();
    m_look.forget();
    m_draft.reset();
    if (m_dataset->path().isEmpty()) {
        m_preview->showSentence(
            tr("Name a data set: VQA v2, LXMERT's questions, NLVR2, VCR, Flickr30k Entities, or boxes of COCO and "
               "labelme. What it holds is shown here before anything is made."));
    } else if (atOnce) {
        look();
    } else {
        m_typing.start();
    }
    proposeNames();
    showState();
}

void NewReviewDialog::look()
{
    DatasetWish wish;
    wish.files.dataset = toPath(m_dataset->path());
    wish.guessAnnotations = !m_annotations->isByHand();
    wish.guessImages = !m_images->isByHand();
    if (!wish.guessAnnotations)
        wish.files.annotations = toPath(m_annotations->path());
    if (!wish.guessImages)
        wish.files.images = toPath(m_images->path());
    m_preview->showSentence(tr("Looking at the data set…"));
    m_look.start([this, wish](const JobControl& control) -> BackgroundJob::Reply {
        const auto found = std::make_shared<const DatasetLook>(lookAtDataset(wish, control));
        return [this, found] { showLook(*found); };
    });
}

void NewReviewDialog::showLook(const DatasetLook& look)
{
    m_draft = look.draft;
    const DatasetFiles& files = m_draft->project.files;
    m_annotations->propose(fromPath(files.annotations));
    m_images->propose(fromPath(files.images));
    m_annotations->edit()->setPlaceholderText(look.wantsAnnotations
                                                  ? tr("Where the annotations are kept apart")
                                                  : tr("Not needed: the data set holds its annotations"));
    m_preview->showLook(look);
    showState();
}

void NewReviewDialog::proposeNames()
{
    if (!m_isNamed)
        m_name->setText(proposedProjectName(m_dataset->path()));
    m_where->propose(proposedProjectPath(m_dataset->path(), m_name->text()));
}

void NewReviewDialog::make()
{
    QString where = m_where->path();
    if (!namesServer(where.toStdString())) {
        where = QFileInfo(QDir(start(m_dataset)), where).absoluteFilePath();
        if (!where.endsWith(kReviewSuffix))
            where += kReviewSuffix;
    }
    m_draft->project.name = m_name->text().trimmed().toStdString();
    m_draft->project.reviewersWanted = m_reviewers->value();
    m_make.start([this, where, draft = m_draft](const JobControl& control) -> BackgroundJob::Reply {
        makeReviewProject(where.toStdString(), *draft, control);
        return [this, where] {
            accept();
            Q_EMIT created(where);
        };
    });
    m_progress->begin(tr("Making the project"));
    showState();
}

void NewReviewDialog::reject()
{
    if (!m_make.isRunning())
        return QDialog::reject();
    m_make.cancel();
    m_cancel->setEnabled(false);
}

void NewReviewDialog::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void NewReviewDialog::showState()
{
    const bool making = m_make.isRunning();
    if (!making)
        m_progress->end();
    say({});
    m_fields->setEnabled(!making);
    m_cancel->setEnabled(true);
    m_create->setEnabled(!making && m_draft && !m_name->text().trimmed().isEmpty() && !m_where->path().isEmpty());
}

} // namespace vbs
