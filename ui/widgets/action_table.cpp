#include "ui/widgets/action_table.h"

#include "ui/util/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace vbs {

const QVector<ActionSpec>& ActionTable::specs()
{
    static const QVector<ActionSpec> table = {
        {"open", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Open…"), "Ctrl+O", "open"},
        {"open-folder", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open &Folder…"), "Ctrl+Shift+O", "folder"},
        {"open-right", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open the &Right Picture…"), "Ctrl+R", "compare"},
        {"open-sample", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open the &Sample Picture"), ""},
        {"export-picture", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Export the &Picture with the Answer…"),
         "Ctrl+S", "", false, true},
        {"export-result", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Export the &Answer…"), "Ctrl+Shift+S"},
        {"export-history", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "Export the &History…"), "Ctrl+Shift+H"},
        {"clear-history", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Clear the History…"), ""},
        {"quit", "&File", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Quit"), "Ctrl+Q", "", false, true},
        {"undo", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Undo"), "Ctrl+Z"},
        {"redo", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Redo"), "Ctrl+Shift+Z Ctrl+Y"},
        {"paste", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Paste Picture"), "Ctrl+V", "paste", false, true},
        {"edit-boxes", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Draw and Edit Boxes"), "D", "draw", true, true},
        {"delete-box", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "De&lete the Picked Box"), "Del"},
        {"hide-regions", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Hide Regions by Clicking"), "X", "hide", true,
         true},
        {"hide-picked", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "Hide or Bring Back the Picked Re&gion"),
         "Shift+X"},
        {"bring-back", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Bring Back Hidden Regions"), "R"},
        {"swap", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "S&wap Left and Right"), "Ctrl+Shift+X", "swap", false,
         true},
        {"focus-question", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "Go to the &Text"), "Ctrl+L", "", false,
         true},
        {"zoom-in", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Zoom &In"), "Ctrl++ Ctrl+=", "zoom-in"},
        {"zoom-out", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Zoom &Out"), "Ctrl+-", "zoom-out"},
        {"actual-size", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&100 %"), "Ctrl+0", "actual"},
        {"fit", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Fit the Window"), "F", "fit"},
        {"full-screen", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "F&ull Screen"), "F11", "", true},
        {"boxes", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Region &Boxes"), "B", "boxes", true, true},
        {"heatmap", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Heatmap"), "H", "heatmap", true},
        {"reset-layout", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Reset Layout"), "", "", false, true},
        {"next", "&Go", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Next Picture"), "PgDown", "down"},
        {"previous", "&Go", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Previous Picture"), "PgUp", "up"},
        {"task-ask", "&Task", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Ask"), "Ctrl+1", "ask", true},
        {"task-compare", "&Task", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Compare"), "Ctrl+2", "compare", true},
        {"task-choose", "&Task", QT_TRANSLATE_NOOP("vbs::ActionTable", "C&hoose"), "Ctrl+3", "choose", true},
        {"task-find", "&Task", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Find"), "Ctrl+4", "find", true},
        {"task-fill", "&Task", QT_TRANSLATE_NOOP("vbs::ActionTable", "Fill &In"), "Ctrl+5", "fill", true},
        {"find-regions", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Find &Regions"), "F5"},
        {"use-found", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Use the Found Regions Again"), ""},
        {"layer-previous", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Previous &Layer"), "[", "", false, true},
        {"layer-next", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Next L&ayer"), "]"},
        {"head-previous", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Previous &Head"), ","},
        {"head-next", "&Model", QT_TRANSLATE_NOOP("vbs::ActionTable", "Next H&ead"), "."},
        {"shortcuts", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Keyboard and Mouse"), "F1"},
        {"about", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&About VisualBERT Studio"), ""}};
    return table;
}

QString ActionTable::menuTitle(const char* menu)
{
    // The menus' names for the translators.
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&File"), QT_TRANSLATE_NOOP("vbs::ActionTable", "&Edit"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&View"), QT_TRANSLATE_NOOP("vbs::ActionTable", "&Go"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Task"), QT_TRANSLATE_NOOP("vbs::ActionTable", "&Model"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Help")};
    static_cast<void>(names);
    return tr(menu);
}

ActionTable::ActionTable(QWidget* window) : QObject(window)
{
    for (const ActionSpec& spec : specs()) {
        auto* action = new QAction(tr(spec.text), window);
        action->setObjectName(spec.id);
        action->setCheckable(spec.checkable);
        if (*spec.icon)
            action->setIcon(lineIcon(spec.icon));
        QList<QKeySequence> keys;
        for (const QString& key : QString::fromLatin1(spec.shortcuts).split(' ', Qt::SkipEmptyParts))
            keys << QKeySequence(key, QKeySequence::PortableText);
        action->setShortcuts(keys);
        QString tip = action->text().remove('&').remove(QStringLiteral("…"));
        if (!keys.isEmpty())
            tip = tr("%1 (%2)").arg(tip, keys.first().toString(QKeySequence::NativeText));
        action->setToolTip(tip);
        window->addAction(action); // works in full screen too, when the menus are hidden
        m_actions.insert(spec.id, action);
    }
}

QAction* ActionTable::action(const QString& id) const
{
    return m_actions.value(id);
}

void ActionTable::on(const QString& id, QObject* context, std::function<void()> handler)
{
    connect(m_actions.value(id), &QAction::triggered, context, [handler = std::move(handler)] { handler(); });
}

void ActionTable::fillMenus(QMenuBar* bar)
{
    for (const ActionSpec& spec : specs()) {
        QMenu*& menu = m_menus[spec.menu];
        if (!menu)
            menu = bar->addMenu(menuTitle(spec.menu));
        if (spec.separatorBefore)
            menu->addSeparator();
        menu->addAction(m_actions.value(spec.id));
    }
}

QMenu* ActionTable::menu(const QString& name) const
{
    return m_menus.value(name);
}

} // namespace vbs
