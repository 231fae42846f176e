// MainWindow's part about the boxes of the picture in hand: editing, naming, saving.

#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/picture_view.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QDockWidget>

namespace vbs {

void MainWindow::connectEditing()
{
    QAction* editing = m_actions->action("edit-boxes");
    connect(editing, &QAction::toggled, this, [this](bool on) {
        m_canvas->setEditing(on);
        if (on) {
            m_actions->action("hide-regions")->setChecked(false);
            m_canvas->viewInHand().setFocus();
        }
        updateActions();
    });
    connect(m_canvas, &CanvasPanel::editingLeft, editing, [editing] { editing->setChecked(false); });
    m_actions->on("name-box", this, [this] { m_canvas->namePicked(); });
    m_actions->on("delete-box", this, [this] { regionsInHand().remove(m_workbench->state().inHand().picked); });
    m_actions->on("use-found", this, [this] { useFoundRegions(); });
    m_actions->on("use-annotations", this, [this] { regionsInHand().useAnnotated(); });
    m_actions->on("save-boxes", this, [this] { saveBoxes(); });
    m_actions->on("save-boxes-as", this, [this] { saveBoxesByDialog(); });
    QAction* annotations = m_actions->action("annotations");
    connect(annotations, &QAction::toggled, this, [this](bool on) { m_canvas->setAnnotationsShown(on); });
    connect(annotations, &QAction::triggered, this, [this](bool on) { m_settings.annotationsShown.set(on); });
    connectUndo();
}

void MainWindow::connectUndo()
{
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
}

RegionEditor& MainWindow::regionsInHand()
{
    return m_workbench->regions(m_workbench->state().sideInHand());
}

/// Of the side in hand, or of the other one when only that has the user's own: a message may be about it.
void MainWindow::useFoundRegions()
{
    const WorkbenchState& state = m_workbench->state();
    m_canvas->messages().hide();
    if (state.inHand().isOwn() || !state.twoPictures())
        regionsInHand().useFound();
    else
        m_workbench->regions(state.sideInHand() == Side::Left ? Side::Right : Side::Left).useFound();
}

/// Into the file where the picture's annotations are; else labelme's.
void MainWindow::saveBoxes()
{
    const SideState& side = m_workbench->state().inHand();
    if (!side.picture || side.picture->path.isEmpty())
        return;
    const auto& beside = side.annotations;
    const auto kind = beside && beside->found ? beside->found->kind : AnnotationKind::Labelme;
    const auto file = beside && beside->found ? beside->found->file : labelmeFileOf(toPath(side.picture->path));
    m_workbench->saveBoxes(m_workbench->state().sideInHand(), kind, fromPath(file));
}

void MainWindow::saveBoxesByDialog()
{
    const Side inHand = m_workbench->state().sideInHand();
    const auto picture = m_workbench->state().side(inHand).picture;
    if (!picture || picture->path.isEmpty())
        return;
    const auto chosen =
        m_chooser->chooseAnnotations(this, tr("Save the Boxes"), fromPath(labelmeFileOf(toPath(picture->path))),
                                     {tr("labelme JSON (*.json)"), tr("COCO JSON (*.json)")});
    const auto& now = m_workbench->state().side(inHand).picture;
    if (chosen.file.isEmpty() || !now || now->key != picture->key) // another one came while the dialog was open
        return;
    m_workbench->saveBoxes(inHand, chosen.filter == 1 ? AnnotationKind::Coco : AnnotationKind::Labelme, chosen.file);
}

} // namespace vbs
