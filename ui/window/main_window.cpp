#include "ui/window/main_window.h"

#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/picture_view.h"
#include "ui/diff/two_models_window.h"
#include "ui/help/help_window.h"
#include "ui/history/history_panel.h"
#include "ui/inside/inside_panel.h"
#include "ui/lesson/lesson_player.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/lesson/recorder/recorder_actions.h"
#include "ui/review/review_actions.h"
#include "ui/services/export_service.h"
#include "ui/tasks/task_panel.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_dock.h"
#include "ui/window/about_page.h"
#include "ui/window/model_desk.h"
#include "ui/window/pack_chooser.h"
#include "ui/window/pictures_panel.h"
#include "ui/window/presentation_banner.h"
#include "ui/window/regions_panel.h"
#include "ui/window/status_panel.h"
#include "ui/window/window_actions.h"
#include "ui/workbench/explanation_text.h"

#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QScreen>
#include <QSlider>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr QSize kStandardSize(1360, 840);
constexpr QSize kFrame(16, 48);         ///< room for the window system's own frame and title
constexpr int kRoomForToolTexts = 1260; ///< pixels across
constexpr int kRoomForAllPanels = 1000; ///< pixels across; on smaller screens picture and task come first

} // namespace

MainWindow::MainWindow(WindowParts parts, QWidget* parent)
    : QMainWindow(parent), m_settings(parts.settingsPath), m_chooser(std::move(parts.chooser)),
      m_theme(new Theme(this)), m_recent(new RecentFiles(m_settings, this)),
      m_workbench(new Workbench(std::move(parts.backend), parts.folders, this)),
      m_keys(new KeyMap(m_settings.keys, this)), m_actions(new ActionTable(windowActions(), this)),
      m_export(new ExportService(this)),
      m_models(new ModelDesk({*this, *m_workbench, *m_actions, m_settings, *m_chooser}, std::move(parts.models),
                             std::move(parts.bench))),
      m_sample{std::move(parts.sample), parts.folders.reviews}, m_lessonResults(parts.folders.lessons)
{
    setObjectName("mainWindow");
    setAcceptDrops(true);
    m_keys->add({tr("Main Window"), windowActions() + panelActions()});
    m_keys->add({tr("Review"), reviewActions() + reviewPanelActions()});
    m_keys->add({tr("Lesson Recorder"), recorderActions()});
    m_actions->follow(*m_keys);
    m_theme->setMode(m_settings.theme());
    m_theme->setTextSize(m_settings.textSize());
    restoreTask();
    buildPanels();
    buildToolBar();
    buildMenus();
    connectActions();
    connectWorkbench();
    restore();
    showTitle();
    updateActions();
}

// The panels look at the workbench, so they go first.
MainWindow::~MainWindow()
{
    m_review.reset();
    m_twoModels.reset();
    m_recorder.reset();
    m_lessons.reset();
    qDeleteAll(findChildren<QDockWidget*>());
    delete m_canvas;
    delete m_presentation;
    delete m_status;
}

void MainWindow::start(const StartOptions& options)
{
    const QStringList recent = m_recent->files();
    const auto known =
        std::find_if(recent.begin(), recent.end(), [](const QString& p) { return QFileInfo::exists(p); });
    if (!options.paths.isEmpty())
        openPaths(options.paths);
    else if (known != recent.end())
        goOn(*known);
    else
        m_sampleWanted = true;
    offerLeftDrafts();
    m_models->setShipped(options.shippedPack);
    m_workbench->loadPack(options.pack, options.packProblem);
    triggerLater(options.action);
    if (!options.notice.isEmpty())
        m_canvas->messages().show({Message::Kind::Warning, options.notice, "model.choose"},
                                  m_actions->action("model.choose")->text().remove('&'));
}

/// With the picture and the question of the last time.
void MainWindow::goOn(const QString& picture)
{
    m_workbench->setInput({m_settings.question(), {}});
    m_workbench->open({picture});
}

void MainWindow::buildPanels()
{
    m_canvas = new CanvasPanel(*m_workbench);
    m_pictures = new PicturesPanel(*m_workbench);
    m_regions = new RegionsPanel(*m_workbench);
    m_task = new TaskPanel(*m_workbench);
    m_history = new HistoryPanel(*m_workbench);
    m_inside = new InsidePanel({*m_workbench, *m_canvas, m_settings, *m_chooser, *m_export});
    m_status = new StatusPanel(*m_workbench);
    m_presentation = new PresentationBanner(*m_workbench);
    m_presentation->hide();
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_presentation);
    setCentralWidget(middle);
    connect(m_presentation, &PresentationBanner::left, this, [this] { setPresenting(false); });
    setStatusBar(m_status);
    const auto trigger = [this](const QString& id) {
        if (QAction* action = m_actions->action(id))
            action->trigger();
    };
    connect(m_canvas, &CanvasPanel::actionRequested, this, trigger);
    connect(m_task, &TaskPanel::actionRequested, this, trigger);
    connect(m_task, &TaskPanel::textLeft, this, [this] { m_canvas->viewInHand().setFocus(); });
    connect(m_regions, &RegionsPanel::actionRequested, this, trigger);
    for (CanvasPane* pane : {&m_canvas->left(), &m_canvas->right()})
        connect(&pane->view(), &PictureView::pixelHovered, m_status, &StatusPanel::showPixel);

    setDockNestingEnabled(true);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    const QVector<ActionSpec> panels = panelActions();
    auto* pictures = panelDock(this, *m_actions, panels[0], "picturesDock", m_pictures);
    auto* regions = panelDock(this, *m_actions, panels[1], "regionsDock", m_regions);
    auto* ask = panelDock(this, *m_actions, panels[2], "askDock", m_task);
    auto* history = panelDock(this, *m_actions, panels[3], "historyDock", m_history);
    auto* inside = panelDock(this, *m_actions, panels[4], "insideDock", m_inside);
    addDockWidget(Qt::BottomDockWidgetArea, inside);
    inside->hide(); // it computes while it is in sight
    connect(inside, &QDockWidget::visibilityChanged, m_inside, &InsidePanel::setWatched);
    addDockWidget(Qt::LeftDockWidgetArea, pictures);
    addDockWidget(Qt::LeftDockWidgetArea, regions);
    addDockWidget(Qt::RightDockWidgetArea, ask);
    addDockWidget(Qt::RightDockWidgetArea, history);
    resizeDocks({pictures, ask}, {216, 344}, Qt::Horizontal);
    resizeDocks({pictures, regions}, {380, 420}, Qt::Vertical);
    resizeDocks({ask, history}, {580, 220}, Qt::Vertical);
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = m_toolBar = addToolBar(tr("Tools"));
    bar->setObjectName("toolBar");
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto add = [&](const char* id, const QString& text) {
        QAction* action = m_actions->action(id);
        action->setIconText(text);
        bar->addAction(action);
    };
    add("open", tr("Open"));
    add("open-folder", tr("Folder"));
    add("paste", tr("Paste"));
    bar->addSeparator();
    bar->addWidget(m_models->chooser());
    bar->addSeparator();
    add("edit-boxes", tr("Draw"));
    add("hide-regions", tr("Hide"));
    add("boxes", tr("Boxes"));
    add("heatmap", tr("Heatmap"));
    m_opacity = new QSlider(Qt::Horizontal);
    m_opacity->setObjectName("opacity");
    m_opacity->setAccessibleName(tr("Opacity of the heatmap"));
    m_opacity->setToolTip(tr("Opacity of the heatmap"));
    m_opacity->setRange(0, 100);
    m_opacity->setFixedWidth(96);
    bar->addWidget(m_opacity);
    bar->addSeparator();
    bar->addAction(m_actions->action("zoom-out"));
    m_zoom = plainLabel();
    m_zoom->setObjectName("zoom");
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(56);
    m_zoom->setAccessibleName(tr("Zoom"));
    bar->addWidget(m_zoom);
    bar->addAction(m_actions->action("zoom-in"));
    bar->addAction(m_actions->action("fit"));
    bar->addAction(m_actions->action("actual-size"));
    showToolTexts();
    bar->toggleViewAction()->setVisible(false);
}

/// Texts beside the icons where there is room for all tools; how much that takes depends on the language.
void MainWindow::showToolTexts()
{
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (width() < kRoomForToolTexts || width() < m_toolBar->sizeHint().width())
        m_toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    for (const char* id : {"zoom-out", "zoom-in", "fit", "actual-size"}) {
        if (auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(m_actions->action(id))))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    showToolTexts();
}

void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::messageChanged, this, [this](const std::optional<Message>& message) {
        if (!message)
            return m_canvas->messages().hide();
        const QAction* action = m_actions->action(message->actionId);
        m_canvas->messages().show(*message, action ? action->text().remove('&') : QString());
    });
    connect(m_models, &ModelDesk::told, m_workbench, &Workbench::messageChanged);
    for (const Side side : kSides)
        watch(*m_workbench, changesOf(side, SideChange::Picture), this, [this, side] { remember(side); });
    watch(*m_workbench, Change::Pack, this, [this] {
        if (m_sampleWanted && m_workbench->state().pack && !m_workbench->state().left.picture)
            openSample();
        m_sampleWanted = false;
    });
    watch(*m_workbench, Change::Pack, this, [this] { showToolTexts(); }); // its name takes room among the tools
    watch(*m_workbench, Change::Why, this, [this] {
        const ExplanationRequest& why = m_workbench->state().why;
        m_settings.method.set(methodId(why.method));
        m_settings.layer.set(why.layer);
        m_settings.head.set(why.head);
        m_settings.findByHiding.set(m_workbench->state().findBy == PhraseSource::Hiding);
    });
    watch(*m_workbench, Change::Task, this, [this] { m_settings.task.set(taskSpec(m_workbench->state().task).id()); });
    watch(*m_workbench, Change::LeftPicture, this, [this] { showTitle(); });
    connect(m_workbench, &Workbench::stateChanged, this, &MainWindow::updateActions);
}

/// The picture at this side is among the recent ones from now on.
void MainWindow::remember(Side side)
{
    const auto& picture = m_workbench->state().side(side).picture;
    if (picture && !picture->path.isEmpty() && !picture->smallCopy && !isOfPack(picture->path) &&
        !m_workbench->history().owns(picture->path))
        m_recent->add(picture->path);
}

/// Samples and examples are not the user's own.
bool MainWindow::isOfPack(const QString& path) const
{
    const auto& pack = m_workbench->state().pack;
    if (!pack)
        return false;
    const auto is = [&](const std::filesystem::path& own) {
        return QFileInfo(fromPath(own)).absoluteFilePath() == path;
    };
    return is(pack->samplePicture) ||
           std::any_of(pack->examples.begin(), pack->examples.end(),
                       [&](const PackExample& e) { return is(e.picture) || is(e.rightPicture); });
}

void MainWindow::restoreTask()
{
    ExplanationRequest why = m_workbench->state().why;
    why.method = explanationMethodNamed(m_settings.method().toStdString()).value_or(why.method);
    why.layer = m_settings.layer();
    why.head = m_settings.head();
    m_workbench->setWhy(why);
    m_workbench->setFindBy(m_settings.findByHiding() ? PhraseSource::Hiding : PhraseSource::Best);
    for (const TaskSpec& spec : taskTable()) {
        if (m_settings.task() == spec.id())
            m_workbench->setTask(spec.task);
    }
}

void MainWindow::restore()
{
    m_actions->action("boxes")->setChecked(m_settings.boxesShown());
    m_actions->action("heatmap")->setChecked(m_settings.heatmapShown());
    m_canvas->setBoxesShown(m_settings.boxesShown());
    m_canvas->setHeatmapShown(m_settings.heatmapShown());
    m_actions->action("annotations")->setChecked(m_settings.annotationsShown());
    m_canvas->setAnnotationsShown(m_settings.annotationsShown());
    m_actions->action("word-pieces")->setChecked(m_settings.wordPiecesShown());
    m_history->setGrouped(m_settings.historyGrouped());
    m_opacity->setEnabled(m_settings.heatmapShown());
    m_opacity->setValue(m_settings.heatmapOpacity());
    showHeatLook();
    m_standardLayout = saveState();
    const QSize room = screen() ? screen()->availableSize() : kStandardSize;
    if (!restoreGeometry(m_settings.windowGeometry()))
        resize(kStandardSize.boundedTo(room - kFrame));
    if (!restoreState(m_settings.windowLayout()) && room.width() < kRoomForAllPanels)
        for (const char* id : {"picturesDock", "regionsDock"})
            findChild<QDockWidget*>(id)->hide();
}

void MainWindow::resetLayout()
{
    m_settings.forgetWindow();
    setPresenting(false);
    setWindowState(windowState() & ~(Qt::WindowFullScreen | Qt::WindowMaximized));
    restoreState(m_standardLayout);
    resize(kStandardSize.boundedTo(screen()->availableSize() - kFrame));
}

void MainWindow::showTitle()
{
    const auto& picture = m_workbench->state().left.picture;
    const QString program = QStringLiteral("VisualBERT Studio");
    setWindowTitle(picture ? tr("%1 – %2").arg(picture->name, program) : program);
    setWindowFilePath(picture ? picture->path : QString());
}

void MainWindow::showAbout()
{
    auto* page = new AboutPage(m_workbench->state(), this);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->open();
}

} // namespace vbs
