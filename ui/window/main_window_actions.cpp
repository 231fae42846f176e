// MainWindow's part that says what the actions do and when they can.

#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/empty_page.h"
#include "ui/canvas/picture_view.h"
#include "ui/diff/two_models_window.h"
#include "ui/history/history_panel.h"
#include "ui/review/review_actions.h"
#include "ui/tasks/task_panel.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/presentation_banner.h"
#include "ui/window/shortcuts_page.h"
#include "ui/workbench/explanation_text.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QSlider>

#include <cmath>

namespace vbs {
namespace {

constexpr double kZoomStep = 1.25;

} // namespace

ReviewWindow& MainWindow::reviewWindow()
{
    if (!m_review) {
        m_review = std::make_unique<ReviewWindow>(ReviewParts{*m_workbench, m_settings, *m_chooser, *m_keys, m_sample});
        connect(m_review.get(), &ReviewWindow::keysWanted, this, [this] { showKeys(m_review.get()); });
        connect(m_review.get(), &ReviewWindow::manualWanted, this, [this] { showManual(QApplication::focusWidget()); });
    }
    return *m_review;
}

void MainWindow::showKeys(QWidget* over)
{
    auto* page = new ShortcutsPage(*m_keys, over);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->open();
    if (over == m_review.get())
        page->beginAt(reviewActions().front().id);
}

void MainWindow::showReview()
{
    ReviewWindow& window = reviewWindow();
    window.show();
    window.raise();
    window.activateWindow();
}

TwoModelsWindow& MainWindow::twoModels()
{
    if (!m_twoModels) {
        m_twoModels = std::make_unique<TwoModelsWindow>(*m_workbench, *m_chooser);
        m_twoModels->setHeatLook(m_settings.heatLook());
    }
    return *m_twoModels;
}

void MainWindow::showTwoModels()
{
    TwoModelsWindow& window = twoModels();
    window.show();
    window.raise();
    window.activateWindow();
}

void MainWindow::connectActions()
{
    m_actions->on("model.two", this, [this] { showTwoModels(); });
    m_actions->on("open", this, [this] { openByDialog(); });
    m_actions->on("open-folder", this, [this] { openFolderByDialog(); });
    m_actions->on("review", this, [this] { showReview(); });
    m_actions->on("review-sample", this, [this] {
        showReview();
        reviewWindow().openSample();
    });
    m_actions->action("review-sample")->setVisible(bool(m_sample.make));
    m_canvas->left().emptyPage().setReviewOffered(bool(m_sample.make));
    m_actions->on("open-sample", this, [this] { openSample(); });
    m_actions->on("locate-picture", this, [this] { locateByDialog(); });
    connect(m_workbench, &Workbench::locatedAnother, this, &MainWindow::askAboutAnother);
    m_actions->on("paste", this, [this] { paste(); });
    m_actions->on("quit", this, [this] { close(); });
    m_actions->on("focus-question", this, [this] {
        if (m_presenting)
            return m_presentation->focusText();
        findChild<QDockWidget*>("askDock")->show();
        m_task->focusText();
    });
    m_actions->on("search-history", this, [this] {
        findChild<QDockWidget*>("historyDock")->show();
        m_history->focusSearch();
    });
    m_actions->on("full-screen", this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(m_actions->action("present"), &QAction::triggered, this, &MainWindow::setPresenting);
    m_actions->on("reset-layout", this, [this] { resetLayout(); });
    m_actions->on("next", this, [this] { m_workbench->showFile(m_workbench->state().currentFile + 1); });
    m_actions->on("previous", this, [this] { m_workbench->showFile(m_workbench->state().currentFile - 1); });
    m_actions->on("find-regions", this, [this] { m_workbench->findRegions(); });
    m_actions->on("find-all-regions", this, [this] {
        findChild<QDockWidget*>("picturesDock")->show(); // it tells how that goes on
        m_workbench->regionRun().start(m_workbench->state().paths());
    });
    const auto stepped = [this](int layers, int heads) {
        if (const auto& answered = m_workbench->state().answered)
            m_workbench->setWhy(steppedWhy(m_workbench->state().why, answered->result.explanation, layers, heads));
    };
    m_actions->on("layer-previous", this, [stepped] { stepped(-1, 0); });
    m_actions->on("layer-next", this, [stepped] { stepped(1, 0); });
    m_actions->on("head-previous", this, [stepped] { stepped(0, -1); });
    m_actions->on("head-next", this, [stepped] { stepped(0, 1); });
    m_actions->on("shortcuts", this, [this] { showKeys(this); });
    m_actions->on("manual", this, [this] { showManual(QApplication::focusWidget()); });
    m_actions->on("about", this, [this] { showAbout(); });

    connectKeys();
    connectCanvas();
    connectEditing();
    connectTasks();
    connectExport();
    connectLessons();
    connectRecorder();
    connectManual();
}

/// Texts that name keys name those in force.
void MainWindow::connectKeys()
{
    const auto show = [this] {
        const KeyText keyOf = [this](const QString& id) { return KeyMap::text(m_keys->keysOf(id).value(0)); };
        m_task->setKeys(keyOf);
        m_canvas->setKeys(keyOf);
    };
    connect(m_keys, &KeyMap::keysChanged, this, show);
    show();
}

void MainWindow::connectCanvas()
{
    PictureView* view = &m_canvas->view();
    m_actions->on("zoom-in", view, [view] { view->zoomBy(kZoomStep); });
    m_actions->on("zoom-out", view, [view] { view->zoomBy(1 / kZoomStep); });
    m_actions->on("actual-size", view, [view] { view->setZoom(1); });
    m_actions->on("fit", view, [view] { view->setFit(); });
    connect(m_actions->action("boxes"), &QAction::toggled, this,
            [this](bool shown) { m_canvas->setBoxesShown(shown); });
    connect(m_actions->action("heatmap"), &QAction::toggled, this, [this](bool shown) {
        m_canvas->setHeatmapShown(shown);
        m_opacity->setEnabled(shown);
    });
    connect(m_actions->action("word-pieces"), &QAction::toggled, this, [this](bool shown) {
        m_task->setWordPieces(shown);
        m_settings.wordPiecesShown.set(shown);
    });
    connect(m_history, &HistoryPanel::groupedChanged, this,
            [this](bool grouped) { m_settings.historyGrouped.set(grouped); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_settings.heatmapOpacity.set(percent);
        showHeatLook();
    });
    // Only what the user does is remembered.
    connect(m_actions->action("boxes"), &QAction::triggered, this, [this](bool on) { m_settings.boxesShown.set(on); });
    connect(m_actions->action("heatmap"), &QAction::triggered, this,
            [this](bool on) { m_settings.heatmapShown.set(on); });
    connect(view, &PictureView::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1 %").arg(std::lround(zoom * 100))); });
}

void MainWindow::connectTasks()
{
    for (const TaskSpec& spec : taskTable())
        m_actions->on(QStringLiteral("task-") + spec.id(), this, [this, task = spec.task] {
            m_workbench->setTask(task);
            updateActions(); // the one in hand stays checked
        });
    m_actions->on("open-right", this, [this] { openRightByDialog(); });
    m_actions->on("swap", this, [this] { m_workbench->swapPictures(); });
    m_actions->on("bring-back", this, [this] { m_workbench->bringBackRegions(); });
    m_actions->on("hide-picked", this, [this] { regionsInHand().toggle(m_workbench->state().inHand().picked); });
    QAction* hiding = m_actions->action("hide-regions");
    connect(hiding, &QAction::toggled, this, [this](bool on) {
        if (on)
            m_actions->action("edit-boxes")->setChecked(false);
        m_canvas->setHiding(on);
    });
}

void MainWindow::updateActions()
{
    const WorkbenchState& state = m_workbench->state();
    const SideState& side = state.inHand();
    const bool anyPicture = state.left.picture || side.picture;
    for (const char* id : {"zoom-in", "zoom-out", "actual-size", "fit", "edit-boxes"})
        m_actions->action(id)->setEnabled(anyPicture);
    m_actions->action("find-regions")->setEnabled(state.left.picture && state.pack);
    m_actions->action("find-all-regions")->setEnabled(!state.paths().isEmpty() && state.pack);
    m_actions->action("delete-box")->setEnabled(side.picked >= 0 && m_actions->action("edit-boxes")->isChecked());
    m_actions->action("name-box")->setEnabled(side.picked >= 0);
    const bool hasFile = side.picture && !side.picture->path.isEmpty();
    for (const char* id : {"save-boxes", "save-boxes-as"})
        m_actions->action(id)->setEnabled(hasFile && side.regions && side.annotations); // the file beside is known
    m_actions->action("use-annotations")->setEnabled(side.annotations && side.annotations->found);
    m_actions->action("use-found")->setEnabled(state.left.isOwn() || (state.twoPictures() && state.right.isOwn()));
    m_actions->action("undo")->setEnabled(m_workbench->undoGroup().canUndo());
    m_actions->action("redo")->setEnabled(m_workbench->undoGroup().canRedo());
    m_actions->action("open-sample")->setEnabled(state.pack && !state.pack->samplePicture.empty());
    m_actions->action("locate-picture")->setEnabled(lostSide(state).has_value());
    m_actions->action("next")->setEnabled(state.currentFile + 1 < state.files.size());
    m_actions->action("previous")->setEnabled(state.currentFile > 0);
    const TaskSpec& task = taskSpec(state.task);
    for (const TaskSpec& spec : taskTable()) {
        QAction* action = m_actions->action(QStringLiteral("task-") + spec.id());
        action->setChecked(spec.task == state.task);
        action->setEnabled(!state.pack || canDo(*state.pack, spec.task));
    }
    m_actions->action("export-picture")->setEnabled(state.answered && state.left.picture);
    m_actions->action("export-result")->setEnabled(state.answered.has_value());
    m_actions->action("show-exported")->setEnabled(!m_exported.isEmpty());
    m_actions->action("copy-answer")->setEnabled(state.answered.has_value());
    m_actions->action("copy-picture")->setEnabled(anyPicture);
    m_actions->action("restore-card")->setEnabled(m_workbench->history().canRestore());
    for (const char* id : {"export-history", "clear-history"})
        m_actions->action(id)->setEnabled(!state.history.empty());
    m_actions->action("open-right")->setEnabled(!state.pack || canDo(*state.pack, twoPictureTask().task));
    m_actions->action("swap")->setEnabled(task.twoPictures() && state.left.picture && state.right.picture);
    m_actions->action("hide-regions")->setEnabled(task.whatIf && anyPicture);
    if (!task.whatIf)
        m_actions->action("hide-regions")->setChecked(false);
    m_actions->action("hide-picked")->setEnabled(task.whatIf && side.picked >= 0);
    m_actions->action("bring-back")->setEnabled(anyMarked(state.left.removed) || anyMarked(state.right.removed));
    const bool explained = state.answered && task.explained && state.answered->result.explanation.layers > 0 &&
                           methodInfo(state.why.method).layered;
    for (const char* id : {"layer-previous", "layer-next", "head-previous", "head-next"})
        m_actions->action(id)->setEnabled(explained);
    m_zoom->setVisible(true);
    if (!anyPicture)
        m_zoom->clear();
}

} // namespace vbs
