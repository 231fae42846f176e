#include "ui/lesson/recorder/lesson_recorder.h"

#include "ui/inside/run_strip.h"
#include "ui/lesson/recorder/lesson_page.h"
#include "ui/lesson/recorder/recorder_actions.h"
#include "ui/lesson/recorder/step_editor.h"
#include "ui/lesson/recorder/step_list.h"
#include "ui/util/labels.h"
#include "ui/util/list_page.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/key_map.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kRecorderWidth = 1180, kRecorderHeight = 760, kStepsWidth = 290, kProblemsHeight = 150;

} // namespace

LessonRecorder::LessonRecorder(RecorderParts parts, QWidget* parent)
    : QMainWindow(parent), m_parts(std::move(parts)), m_recorder(m_draft, m_parts.workbench), m_files(m_draft),
      m_keeper(m_draft, m_parts.draftsFolder), m_shower(m_parts.workbench),
      m_actions(new ActionTable(recorderActions(), this)), m_model(new StepListModel(m_draft, m_pictures, this)),
      m_list(new QListView), m_about(new QToolButton), m_problemList(new QListWidget), m_problemTitle(headingLabel({})),
      m_stack(new QStackedWidget), m_lessonPage(new LessonPage(m_draft)),
      m_stepEditor(new StepEditor(m_draft, m_pictures)), m_strip(new RunStrip)
{
    setObjectName("lessonRecorder");
    m_actions->follow(m_parts.keys);
    build();
    buildActions();
    buildStepActions();
    connectDraft();
    connectFiles();
    resize(kRecorderWidth, kRecorderHeight);
    showDraft();
    choose(-1);
}

// The pages look at the draft and the pictures, which are members, and which tell of their end, too.
LessonRecorder::~LessonRecorder()
{
    for (QObject* part :
         std::initializer_list<QObject*>{&m_draft, &m_draft.undoStack(), &m_recorder, &m_files, &m_keeper, &m_taking})
        part->disconnect(this);
    delete takeCentralWidget();
}

void LessonRecorder::build()
{
    m_stack->addWidget(m_lessonPage);
    m_stack->addWidget(m_stepEditor);
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_stack, 1);
    column->addWidget(m_strip);
    auto* both = new QSplitter;
    both->setObjectName("recorderSplitter");
    both->setChildrenCollapsible(false);
    both->addWidget(buildSteps());
    both->addWidget(right);
    both->setStretchFactor(1, 1);
    both->setSizes({kStepsWidth, kRecorderWidth - kStepsWidth});
    setCentralWidget(both);
    m_actions->fillMenus(menuBar());
    const auto key = [this](const char* id) { return KeyMap::text(m_parts.keys.keysOf(id).value(0)); };
    m_lessonPage->setHints(
        {tr("1.  Show a picture and ask a question in the main window."),
         tr("2.  Press Add This View (%1): it becomes a step, and what the model says is recorded.")
             .arg(key("recorder.add-view")),
         tr("3.  Write a title and a text for each step, add a quiz, then press Save as Web Page (%1).")
             .arg(key("recorder.page"))});
}

QWidget* LessonRecorder::buildSteps()
{
    m_about->setObjectName("aboutLesson");
    m_about->setText(tr("About the Lesso&n"));
    m_about->setCheckable(true);
    m_about->setProperty("role", "segment");
    m_about->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_about, &QToolButton::clicked, this, [this] { choose(-1); });
    m_list->setObjectName("lessonSteps");
    m_list->setAccessibleName(tr("Steps of the lesson"));
    setUpList(m_list, *m_model, new StepDelegate(m_list));
    m_list->setDragDropMode(QAbstractItemView::DragDrop); // the model takes none but its own steps
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDropIndicatorShown(true);
    auto* add = new QPushButton(tr("Add This &View"));
    add->setObjectName("addView");
    add->setProperty("role", "primary");
    add->setToolTip(tr("What the main window shows becomes a step"));
    connect(add, &QPushButton::clicked, this, &LessonRecorder::addView);
    auto* text = new QPushButton(tr("Text Step"));
    text->setObjectName("addText");
    text->setToolTip(tr("A step without a picture, after the chosen one"));
    connect(text, &QPushButton::clicked, this, &LessonRecorder::addText);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add, 1);
    buttons->addWidget(text);
    m_problemTitle->setObjectName("problemTitle");
    m_problemList->setObjectName("lessonProblems");
    m_problemList->setAccessibleName(tr("What is still to be done"));
    m_problemList->setFrameShape(QFrame::NoFrame);
    m_problemList->setWordWrap(true);
    m_problemList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problemList->setMaximumHeight(kProblemsHeight);
    const auto go = [this](const QListWidgetItem* item) { chooseProblem(m_problemList->row(item)); };
    connect(m_problemList, &QListWidget::itemClicked, this, go);
    connect(m_problemList, &QListWidget::itemActivated, this, go);
    auto* left = new QWidget;
    left->setMinimumWidth(kStepsWidth - 50);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(12, 12, 4, 8);
    column->setSpacing(8);
    column->addWidget(m_about);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addWidget(m_problemTitle);
    column->addWidget(m_problemList);
    return left;
}

void LessonRecorder::connectDraft()
{
    connect(&m_draft, &LessonDraft::changed, this, &LessonRecorder::showDraft);
    connect(&m_draft, &LessonDraft::rowWanted, this, &LessonRecorder::choose);
    connect(&m_draft, &LessonDraft::fileChanged, this, &LessonRecorder::showTitle);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            choose(now.row());
    });
    connect(&m_recorder, &StepRecorder::changed, this, [this] {
        if (!m_recorder.sentence().isEmpty())
            m_told.clear();
        showStrip();
    });
    connect(&m_recorder, &StepRecorder::checked, this, &LessonRecorder::showDifferences);
    connect(m_strip, &RunStrip::clicked, &m_recorder, &StepRecorder::cancel);
    connect(m_stepEditor, &StepEditor::takeWanted, this, &LessonRecorder::take);
    connect(m_stepEditor, &StepEditor::showWanted, this, &LessonRecorder::showInWindow);
    connect(m_stepEditor, &StepEditor::recordWanted, &m_recorder, &StepRecorder::record);
    connect(&m_taking, &BackgroundJob::failed, this, [this](const QString& sentence) {
        m_wanted.pop_front();
        tell(sentence);
        takeNext();
    });
}

int LessonRecorder::row() const
{
    return m_stack->currentWidget() == m_stepEditor ? m_stepEditor->row() : -1;
}

void LessonRecorder::choose(int row)
{
    m_about->setChecked(row < 0);
    m_stack->setCurrentWidget(row < 0 ? static_cast<QWidget*>(m_lessonPage) : m_stepEditor);
    if (row >= 0) {
        if (m_stepEditor->row() != row)
            m_stepEditor->showRow(row);
        if (m_list->currentIndex().row() != row)
            m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    } else {
        m_list->clearSelection();
        m_list->selectionModel()->clearCurrentIndex();
    }
    updateActions();
}

void LessonRecorder::chooseProblem(int problem)
{
    if (problem < 0 || std::size_t(problem) >= m_problems.size())
        return;
    const DraftProblem wanted = m_problems[std::size_t(problem)];
    choose(wanted.row);
    if (wanted.row < 0)
        m_lessonPage->focusTitle();
    else
        m_stepEditor->goTo(wanted.place);
}

void LessonRecorder::showDraft()
{
    showProblems();
    showTitle();
    updateActions();
}

void LessonRecorder::showProblems()
{
    m_problems = problemsOf(m_draft);
    m_problemTitle->setText(tr("%n thing(s) still to do", nullptr, int(m_problems.size())));
    m_problemTitle->setVisible(!m_problems.empty() && m_draft.count() > 0);
    m_problemList->setVisible(!m_problems.empty() && m_draft.count() > 0);
    QStringList lines;
    for (const DraftProblem& problem : m_problems)
        lines << tr("%1: %2").arg(placeName(m_draft, problem.row), problem.sentence);
    QStringList before;
    for (int i = 0; i < m_problemList->count(); ++i)
        before << m_problemList->item(i)->text();
    if (before == lines)
        return;
    m_problemList->clear();
    m_problemList->addItems(lines);
}

void LessonRecorder::showTitle()
{
    QString name = toQString(m_draft.head().title).simplified();
    if (name.isEmpty() && !m_draft.path().isEmpty())
        name = QFileInfo(m_draft.path()).completeBaseName();
    if (name.isEmpty())
        name = tr("New Lesson");
    setWindowTitle(tr("%1[*] – Lesson Recorder").arg(name.replace("[*]", "[*][*]")));
    setWindowModified(m_draft.isDirty());
}

void LessonRecorder::tell(const QString& sentence)
{
    m_told = sentence;
    showStrip();
}

void LessonRecorder::showStrip()
{
    if (m_recorder.isRunning())
        return m_strip->tell(m_recorder.sentence(), tr("Cancel"), m_recorder.fraction());
    if (m_files.isSaving())
        return m_strip->tell(tr("Saving…"), {}, -1);
    const QString sentence = m_told.isEmpty() ? m_recorder.sentence() : m_told;
    m_strip->tell(sentence, {});
    m_strip->setVisible(!sentence.isEmpty());
}

void LessonRecorder::toFront()
{
    show();
    raise();
    activateWindow();
}

void LessonRecorder::closeEvent(QCloseEvent* event)
{
    if (m_leaving || !m_draft.isDirty()) {
        m_leaving = false;
        return event->accept();
    }
    event->ignore();
    leaveThen([this] {
        m_leaving = true;
        close();
    });
}

} // namespace vbs
