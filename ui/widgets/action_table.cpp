#include "ui/widgets/action_table.h"

#include "ui/util/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace vbs {

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

ActionTable::ActionTable(QVector<ActionSpec> specs, QWidget* window) : QObject(window), m_specs(std::move(specs))
{
    for (const ActionSpec& spec : m_specs) {
        auto* action = new QAction(tr(spec.text), window);
        action->setObjectName(spec.id);
        action->setCheckable(spec.checkable);
        if (*spec.icon)
            action->setIcon(lineIcon(spec.icon));
        QList<QKeySequence> keys;
        for (const QString& key : spec.shortcuts.split(' ', Qt::SkipEmptyParts))
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
    for (const ActionSpec& spec : m_specs) {
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
