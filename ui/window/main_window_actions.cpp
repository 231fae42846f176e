// MainWindow's part that says what the actions do and when they can.

#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/picture_view.h"
#include "ui/tasks/task_panel.h"
#include "ui/widgets/action_table.h"
#include "ui/window/main_window.h"
#include "ui/window/shortcuts_page.h"

#include <QDockWidget>
#include <QLabel>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

constexpr double kZoomStep = 1.25;

} // namespace

void MainWindow::connectActions()
{
    m_actions->on("open", this, [this] { openByDialog(); });
    m_actions->on("open-folder", this, [this] { openFolderByDialog(); });
    m_actions->on("open-sample", this, [this] { m_workbench->openSample(); });
    m_actions->on("paste", this, [this] { paste(); });
    m_actions->on("quit", this, [this] { close(); });
    m_actions->on("focus-question", this, [this] {
        findChild<QDockWidget*>("askDock")->show();
        m_task->focusText();
    });
    m_actions->on("full-screen", this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_actions->on("reset-layout", this, [this] { resetLayout(); });
    m_actions->on("next", this, [this] { m_workbench->step(1); });
    m_actions->on("previous", this, [this] { m_workbench->step(-1); });
    m_actions->on("find-regions", this, [this] { m_workbench->findRegions(); });
    m_actions->on("layer-previous", this, [this] { m_workbench->stepLayer(-1); });
    m_actions->on("layer-next", this, [this] { m_workbench->stepLayer(1); });
    m_actions->on("head-previous", this, [this] { m_workbench->stepHead(-1); });
    m_actions->on("head-next", this, [this] { m_workbench->stepHead(1); });
    m_actions->on("shortcuts", this, [this] {
        auto* page = new ShortcutsPage(this);
        page->setAttribute(Qt::WA_DeleteOnClose);
        page->open();
    });
    m_actions->on("about", this, [this] { showAbout(); });

    connectCanvas();
    connectEditing();
    connectTasks();
    connectExport();
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
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_canvas->setHeatmapOpacity(percent / 100.0);
        m_settings.heatmapOpacity.set(percent);
    });
    // Only what the user does is remembered.
    connect(m_actions->action("boxes"), &QAction::triggered, this, [this](bool on) { m_settings.boxesShown.set(on); });
    connect(m_actions->action("heatmap"), &QAction::triggered, this,
            [this](bool on) { m_settings.heatmapShown.set(on); });
    connect(view, &PictureView::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1 %").arg(std::lround(zoom * 100))); });
}

void MainWindow::connectEditing()
{
    QAction* editing = m_actions->action("edit-boxes");
    connect(editing, &QAction::toggled, this, [this](bool on) {
        m_canvas->setEditing(on);
        if (on) {
            m_actions->action("hide-regions")->setChecked(false);
            m_canvas->view().setFocus();
        }
        updateActions();
    });
    connect(m_canvas, &CanvasPanel::editingLeft, editing, [editing] { editing->setChecked(false); });
    m_actions->on("delete-box", this, [this] { m_workbench->removeRegion(m_workbench->state().pickedRegion); });
    m_actions->on("use-found", this, [this] { m_workbench->useFoundRegions(); });
    m_actions->on("undo", this, [this] { m_workbench->undoGroup().undo(); });
    m_actions->on("redo", this, [this] { m_workbench->undoGroup().redo(); });
    const auto follow = [this](const char* id, const QString& none, const QString& one, auto textChanged) {
        QAction* action = m_actions->action(id);
        connect(&m_workbench->undoGroup(), textChanged, action,
                [action, none, one](const QString& text) { action->setText(text.isEmpty() ? none : one.arg(text)); });
    };
    follow("undo", tr("&Undo"), tr("&Undo %1"), &QUndoGroup::undoTextChanged);
    follow("redo", tr("&Redo"), tr("&Redo %1"), &QUndoGroup::redoTextChanged);
    for (const auto signal : {&QUndoGroup::canUndoChanged, &QUndoGroup::canRedoChanged})
        connect(&m_workbench->undoGroup(), signal, this, &MainWindow::updateActions);
    for (const auto signal : {&Workbench::pickedRegionChanged, &Workbench::regionsChanged})
        connect(m_workbench, signal, this, &MainWindow::updateActions);
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
    m_actions->on("hide-picked", this,
                  [this] { m_workbench->toggleRegion(Side::Left, m_workbench->state().pickedRegion); });
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
    for (const char* id : {"zoom-in", "zoom-out", "actual-size", "fit"})
        m_actions->action(id)->setEnabled(state.picture.has_value());
    m_actions->action("find-regions")->setEnabled(state.picture && state.pack);
    m_actions->action("edit-boxes")->setEnabled(state.picture.has_value());
    m_actions->action("delete-box")
        ->setEnabled(state.pickedRegion >= 0 && m_actions->action("edit-boxes")->isChecked());
    m_actions->action("use-found")->setEnabled(state.choice.own.has_value());
    m_actions->action("undo")->setEnabled(m_workbench->undoGroup().canUndo());
    m_actions->action("redo")->setEnabled(m_workbench->undoGroup().canRedo());
    m_actions->action("open-sample")->setEnabled(state.pack && !state.pack->samplePicture.empty());
    m_actions->action("next")->setEnabled(state.currentFile + 1 < state.files.size());
    m_actions->action("previous")->setEnabled(state.currentFile > 0);
    const TaskSpec& task = taskSpec(state.task);
    for (const TaskSpec& spec : taskTable()) {
        QAction* action = m_actions->action(QStringLiteral("task-") + spec.id());
        action->setChecked(spec.task == state.task);
        action->setEnabled(!state.pack || canDo(*state.pack, spec.task));
    }
    const auto any = [](const std::vector<bool>& marks) {
        return std::find(marks.begin(), marks.end(), true) != marks.end();
    };
    m_actions->action("export-picture")->setEnabled(state.answered && state.picture);
    m_actions->action("export-result")->setEnabled(state.answered.has_value());
    for (const char* id : {"export-history", "clear-history"})
        m_actions->action(id)->setEnabled(!state.history.empty());
    m_actions->action("open-right")->setEnabled(!state.pack || canDo(*state.pack, twoPictureTask().task));
    m_actions->action("swap")->setEnabled(task.twoPictures() && state.picture && state.rightPicture);
    m_actions->action("hide-regions")->setEnabled(task.whatIf && state.picture.has_value());
    if (!task.whatIf)
        m_actions->action("hide-regions")->setChecked(false);
    m_actions->action("hide-picked")->setEnabled(task.whatIf && state.pickedRegion >= 0);
    m_actions->action("bring-back")->setEnabled(any(state.removed) || any(state.rightRemoved));
    const bool explained = state.answered && task.explained && state.answered->result.explanation.layers > 0 &&
                           methodInfo(state.why.method).layered;
    for (const char* id : {"layer-previous", "layer-next", "head-previous", "head-next"})
        m_actions->action(id)->setEnabled(explained);
    m_zoom->setVisible(true);
    if (!state.picture)
        m_zoom->clear();
}

} // namespace vbs
