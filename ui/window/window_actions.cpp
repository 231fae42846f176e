#include "ui/window/window_actions.h"

#include "ui/lesson/lesson_menu.h"
#include "ui/lesson/recorder/recorder_actions.h"
#include "ui/widgets/panel_dock.h"
#include "ui/workbench/task_table.h"

namespace vbs {
namespace {

QVector<ActionSpec> taskActions()
{
    QVector<ActionSpec> actions;
    for (const TaskSpec& spec : taskTable())
        actions.push_back({QStringLiteral("task-") + spec.id(), "&Task", spec.menuText,
                           QStringLiteral("Ctrl+%1").arg(taskRow(spec.task) + 1), spec.icon, true});
    return actions;
}

QVector<ActionSpec> modelActions()
{
    return {
        {"find-regions", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Find &Regions"), "F5"},
        {"find-all-regions", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Find Regions in All Pict&ures"),
         "Shift+F5"},
        {"use-found", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Back to the Detected Regions"), ""},
        {"use-annotations", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Use the Boxes of the &Annotations"), ""},
        {"model.choose", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Choose a Model Pack…"), "Ctrl+M", "", false,
         true},
        {"model.open", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Open Pack Folder…"), ""},
        {"model.get", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Get Models…"), "Ctrl+G"},
        {"model.two", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "T&wo Models Side by Side…"), "Ctrl+Shift+M"},
        {"model.device", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Device…"), ""},
        {"model.page", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "About &This Model…"), ""},
        {"layer-previous", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Previous &Layer"), "[", "", false, true},
        {"layer-next", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Next La&yer"), "]"},
        {"head-previous", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Previous &Head"), ","},
        {"head-next", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Next H&ead"), "."}};
}

} // namespace

QVector<ActionSpec> windowActions()
{
    QVector<ActionSpec> table = {
        {"open", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Open…"), "Ctrl+O", "open"},
        {"open-folder", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open &Folder…"), "Ctrl+Shift+O", "folder"},
        {"open-right", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open a &Second Picture…"), "Ctrl+R", "compare"},
        {"locate-picture", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Locate the Picture…"), ""},
        {"open-sample", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open the Sa&mple Picture"), ""},
        {"review", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Re&view Annotations…"), "Ctrl+Shift+R", "review",
         false, true},
        {"review-sample", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Try a Review"), ""},
        {"save-boxes", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Save the &Boxes"), "Ctrl+B", "", false, true},
        {"save-boxes-as", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Save the Bo&xes As…"), "Ctrl+Shift+B"},
        {"export-picture", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Export the &Picture with the Answer…"),
         "Ctrl+S", "", false, true},
        {"export-result", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Export the &Answer…"), "Ctrl+Shift+S"},
        {"export-history", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Export the &History…"), "Ctrl+Shift+H"},
        {"show-exported", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Sho&w the Exported File in Its Folder"), ""},
        {"clear-history", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Clear the History…"), ""},
        {"quit", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Quit"), "Ctrl+Q", "", false, true},
        {"undo", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Undo"), "Ctrl+Z"},
        {"redo", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Redo"), "Ctrl+Shift+Z Ctrl+Y"},
        {"restore-card", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "Restore the Remo&ved Card"), ""},
        {"copy-answer", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Copy Answer"), "Ctrl+C", "", false, true},
        {"copy-picture", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "Copy P&icture"), "Ctrl+Shift+C"},
        {"paste", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Paste Picture"), "Ctrl+V", "paste"},
        {"edit-boxes", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Draw and Edit Boxes"), "D", "draw", true, true},
        {"name-box", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Name the Picked Box"), "F2"},
        {"delete-box", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "De&lete the Picked Box"), "Del"},
        {"hide-regions", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Hide Regions by Clicking"), "X", "hide", true,
         true},
        {"hide-picked", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "Hide or Show the Picked Regi&on"), "Shift+X"},
        {"bring-back", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Show Hidden Regions"), "R"},
        {"swap", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "S&wap Left and Right"), "Ctrl+Shift+X", "swap", false,
         true},
        {"focus-question", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Go to the Question Box"), "Ctrl+L", "",
         false, true},
        {"search-history", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "S&earch the History"), "Ctrl+F"},
        {"zoom-in", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Zoom &In"), "Ctrl++ Ctrl+=", "zoom-in"},
        {"zoom-out", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Zoom &Out"), "Ctrl+-", "zoom-out"},
        {"actual-size", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&100 %"), "Ctrl+0", "actual"},
        {"fit", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Fit the Window"), "F", "fit"},
        {"full-screen", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "F&ull Screen"), "F11", "", true},
        {"present", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Pr&esent to a Room"), "Shift+F11", "", true},
        {"boxes", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Region &Boxes"), "B", "boxes", true, true},
        {"annotations", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Boxes of the &Annotations"), "A", "", true},
        {"heatmap", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Heatmap"), "H", "heatmap", true},
        {"word-pieces", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Word Pieces"), "", "", true},
        {"reset-layout", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Reset Layout"), "", "", false, true},
        {"next", "&Go", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Next Picture"), "PgDown", "down"},
        {"previous", "&Go", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Previous Picture"), "PgUp", "up"}};
    table += taskActions();
    table += modelActions();
    table += lessonActions();
    table += lessonMakingActions();
    table += QVector<ActionSpec>{
        {"manual", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Manual"), "F1"},
        {"shortcuts", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Keyboard and Mouse"), "Ctrl+F1"},
        {"about", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&About VisualBERT Studio"), ""}};
    return table;
}

QVector<ActionSpec> panelActions()
{
    return {panelSpec("panel.pictures", QT_TRANSLATE_NOOP("vbs::ActionTable", "Pictures"), "Alt+1"),
            panelSpec("panel.regions", QT_TRANSLATE_NOOP("vbs::ActionTable", "Regions"), "Alt+2"),
            panelSpec("panel.task", QT_TRANSLATE_NOOP("vbs::ActionTable", "Task"), "Alt+3"),
            panelSpec("panel.history", QT_TRANSLATE_NOOP("vbs::ActionTable", "History"), "Alt+4"),
            panelSpec("panel.inside", QT_TRANSLATE_NOOP("vbs::ActionTable", "Inside the Model"), "F8")};
}

} // namespace vbs
