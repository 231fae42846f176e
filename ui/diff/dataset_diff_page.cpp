#include "ui/diff/dataset_diff_page.h"

#include "core/base/file_io.h"
#include "core/datasets/dataset_formats.h"
#include "ui/diff/differing_model.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/job_bar.h"
#include "ui/widgets/path_field.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace vbs {
namespace {

QPushButton* pageButton(const QString& text, const char* name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    return button;
}

QString intervalText(const Figure& figure)
{
    const QLocale locale;
    const QString value = locale.toString(100 * figure.value, 'f', 1);
    return figure.interval ? DatasetDiffPage::tr("%1 % (95 % interval: %2 to %3)")
                                 .arg(value, locale.toString(100 * figure.interval->low, 'f', 1),
                                      locale.toString(100 * figure.interval->high, 'f', 1))
                           : DatasetDiffPage::tr("%1 %").arg(value);
}

QString summaryOf(const ModelDiff& diff)
{
    QStringList lines{
        DatasetDiffPage::tr("Both models answer %n example(s); they say the same to %1 of them (%2).", nullptr,
                            int(diff.examples))
            .arg(QLocale().toString(qulonglong(diff.same)), percentText(double(diff.same) / double(diff.examples)))};
    const std::vector<Figure>& figures = diff.accuracies.figures;
    if (diff.right.count() > 0 && figures.size() == 3) {
        lines << DatasetDiffPage::tr("Accuracy of the first: %1; of the second: %2; the second is better by %3.")
                     .arg(intervalText(figures[0]), intervalText(figures[1]), intervalText(figures[2]));
        lines << DatasetDiffPage::tr(
                     "Both are right: %1. Only the first: %2. Only the second: %3. Neither: %4. If both "
                     "were equally good, a division as uneven as this would come about by chance with "
                     "a probability of %5 (McNemar’s exact test).")
                     .arg(diff.right.both)
                     .arg(diff.right.onlyA)
                     .arg(diff.right.onlyB)
                     .arg(diff.right.neither)
                     .arg(QLocale().toString(diff.right.chance, 'g', 2));
    }
    if (!diff.failures.empty())
        lines << DatasetDiffPage::tr("%n example(s) could not be asked; the first: %1", nullptr,
                                     int(diff.failures.size()))
                     .arg(toQString(diff.failures.front().reason));
    return lines.join('\n');
}

} // namespace

PackExample exampleToAsk(const Example& example)
{
    PackExample asked;
    asked.task = example.task.value_or(Task::VisualQuestionAnswering);
    if (!example.pictures.empty())
        asked.picture = example.pictures.front();
    if (example.pictures.size() > 1)
        asked.rightPicture = example.pictures[1];
    asked.choices = example.choices;
    std::size_t at = 0;
    for (const TextSpan& phrase : example.phrases) { // in their order; one inside another stays unmarked
        if (phrase.begin < at || phrase.end > example.text.size() || phrase.end <= phrase.begin)
            continue;
        asked.text += example.text.substr(at, phrase.begin - at) + "[" +
                      example.text.substr(phrase.begin, phrase.end - phrase.begin) + "]";
        at = phrase.end;
    }
    asked.text += example.text.substr(at);
    return asked;
}

DatasetDiffPage::DatasetDiffPage(Workbench& workbench, SecondModel& second, FileChooser& chooser, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_second(second), m_chooser(chooser),
      m_engine(sharedEngine(workbench.service())), m_model(new DifferingModel(this)),
      m_files(new PathField("diffDataset", tr("Data set"))),
      m_annotations(new PathField("diffAnnotations", tr("Annotations"))),
      m_images(new PathField("diffImages", tr("Pictures"))),
      m_start(pageButton(tr("Compare on the Data Set"), "diffStart")), m_cancel(pageButton(tr("Cancel"), "diffCancel")),
      m_export(pageButton(tr("Export as CSV…"), "diffExport")), m_open(pageButton(tr("Ask Both"), "diffOpen")),
      m_progress(new JobBar(m_job)), m_said(selectableLabel({}, "diffSaid")),
      m_summary(selectableLabel({}, "diffSummary")), m_list(new QTreeView)
{
    build();
    connect(&m_job, &BackgroundJob::failed, this, [this](const QString& sentence) { say(sentence, true); });
    connect(&m_job, &BackgroundJob::cancelled, this, [this] { say(tr("Cancelled."), false); });
    connect(&second, &SecondModel::changed, this, &DatasetDiffPage::showState);
    watch(workbench, Change::Pack, this, [this] { showState(); });
    showState();
}

DatasetDiffPage::~DatasetDiffPage() = default;

void DatasetDiffPage::build()
{
    m_start->setProperty("role", "primary");
    m_list->setObjectName("diffList");
    m_list->setAccessibleName(tr("Examples on which the models differ"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(DifferingModel::Text, QHeaderView::Stretch);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(form());
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_said);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    connect(m_start, &QPushButton::clicked, this, &DatasetDiffPage::start);
    connect(m_cancel, &QPushButton::clicked, &m_job, &BackgroundJob::cancel);
    connect(m_export, &QPushButton::clicked, this, &DatasetDiffPage::exportTable);
    connect(m_open, &QPushButton::clicked, this, [this] { open(m_list->currentIndex().row()); });
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex& index) { open(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DatasetDiffPage::showState);
}

QLayout* DatasetDiffPage::form()
{
    auto* grid = new QGridLayout;
    const auto addRow = [grid](const QString& text, PathField* field) {
        auto* label = plainLabel(text);
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    m_files->edit()->setPlaceholderText(tr("Questions, statements or sentences with what is right: a file or folder"));
    m_annotations->edit()->setPlaceholderText(tr("Where they are kept apart from the questions"));
    addRow(tr("Data &set:"), m_files);
    addRow(tr("&Annotations:"), m_annotations);
    addRow(tr("&Pictures:"), m_images);
    m_files->addButton(tr("File…"), "diffDatasetFile",
                       [this] { return m_chooser.chooseDataset(this, tr("Choose a Data Set"), {}); });
    m_files->addButton(tr("Folder…"), "diffDatasetFolder", [this] { return m_chooser.chooseFolder(this, {}); });
    m_annotations->addButton(tr("File…"), "diffAnnotationsFile", [this] {
        return m_chooser.chooseDataset(this, tr("Choose the Data Set’s Annotations"), {});
    });
    m_images->addButton(tr("Folder…"), "diffImagesFolder", [this] { return m_chooser.chooseFolder(this, {}); });
    for (PathField* field : {m_files, m_annotations, m_images}) {
        connect(field, &PathField::typed, this, &DatasetDiffPage::showState);
        connect(field, &PathField::chosen, this, &DatasetDiffPage::showState);
    }
    return grid;
}

void DatasetDiffPage::showState()
{
    const bool two = m_workbench.state().pack && m_second.state().pack;
    const bool running = m_job.isRunning();
    m_start->setEnabled(two && !running && !m_files->path().isEmpty() && !m_images->path().isEmpty());
    m_start->setToolTip(two ? QString() : tr("Choose a second model first, on the page of the question."));
    m_cancel->setVisible(running);
    m_export->setEnabled(m_diff && !running);
    m_open->setEnabled(m_diff && m_list->currentIndex().isValid());
    m_list->setVisible(m_diff.has_value());
    m_summary->setVisible(m_diff.has_value());
    if (!running)
        m_progress->end();
}

void DatasetDiffPage::say(const QString& sentence, bool problem)
{
    m_said->setText(sentence);
    m_said->setProperty("role", problem ? "warning" : "");
    m_said->setVisible(!sentence.isEmpty());
    showState();
}

void DatasetDiffPage::start()
{
    const DatasetFiles files{toPath(m_files->path()), toPath(m_annotations->path()), toPath(m_images->path())};
    const ModelPair models{m_workbench.service().pack(), m_second.state().id};
    const PhraseSource findBy = m_workbench.state().findBy;
    say({}, false);
    m_progress->begin(tr("Asking both models"));
    m_job.start([this, files, models, findBy, engine = m_engine](const JobControl& control) -> BackgroundJob::Reply {
        const std::shared_ptr<const Dataset> dataset = formatOf(files).open(files, {});
        auto diff = std::make_shared<ModelDiff>(diffOnDataset(*engine, models, *dataset, findBy, {}, control));
        return [this, dataset, diff] { show(dataset, std::move(*diff)); };
    });
    showState();
}

void DatasetDiffPage::show(std::shared_ptr<const Dataset> dataset, ModelDiff diff)
{
    m_dataset = std::move(dataset);
    m_diff = std::move(diff);
    m_model->set(m_diff->differing);
    for (int column = 1; column < int(DifferingModel::kColumns); ++column)
        m_list->resizeColumnToContents(column);
    m_summary->setText(summaryOf(*m_diff));
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    say({}, false);
    Q_EMIT measured();
}

void DatasetDiffPage::open(int row)
{
    if (!m_dataset || row < 0 || row >= m_model->rowCount())
        return;
    Q_EMIT exampleWanted(exampleToAsk(m_dataset->at(m_model->at(row).number)));
}

void DatasetDiffPage::exportTable()
{
    const QString target =
        m_chooser.chooseTarget(this, tr("Export the Differences"), "differences.csv", {tr("CSV table (*.csv)")});
    if (target.isEmpty() || !m_diff)
        return;
    m_job.start([this, target, table = diffCsv(*m_diff)](const JobControl&) -> BackgroundJob::Reply {
        writeFileAtomically(toPath(target), table);
        return [this, target] { say(tr("Written to %1.").arg(target), false); };
    });
    showState();
}

} // namespace vbs
