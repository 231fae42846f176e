#include "ui/widgets/action_table.h"

#include "ui/util/icons.h"
#include "ui/widgets/key_map.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

namespace vbs {

QList<QKeySequence> ActionSpec::standardKeys() const
{
    QList<QKeySequence> keys;
    for (const QString& key : shortcuts.split(' ', Qt::SkipEmptyParts))
        keys << QKeySequence(key, QKeySequence::PortableText);
    return keys;
}

QString ActionTable::plainText(const ActionSpec& spec)
{
    return tr(spec.text).remove('&').remove(QStringLiteral("…"));
}

QString ActionTable::menuTitle(const char* menu)
{
    // The menus' names for the translators.
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&File"),    QT_TRANSLATE_NOOP("vbs::ActionTable", "&Edit"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&View"),    QT_TRANSLATE_NOOP("vbs::ActionTable", "&Go"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Task"),    QT_TRANSLATE_NOOP("vbs::ActionTable", "&Model"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Review"),  QT_TRANSLATE_NOOP("vbs::ActionTable", "&Item"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Decide"),  QT_TRANSLATE_NOOP("vbs::ActionTable", "&Suggestions"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Help"),    QT_TRANSLATE_NOOP("vbs::ActionTable", "&Panels"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "&Lessons"), QT_TRANSLATE_NOOP("vbs::ActionTable", "&Lesson"),
        QT_TRANSLATE_NOOP("vbs::ActionTable", "Ste&p")};
    static_cast<void>(names);
    return tr(menu);
}

ActionTable::ActionTable(QVector<ActionSpec> specs, QWidget* window) : QObject(window), m_specs(std::move(specs))
{
    for (const ActionSpec& spec : m_specs) {
        auto* action = new QAction(tr(spec.text), window);
        action->setCheckable(spec.checkable);
        if (*spec.icon)
            action->setIcon(lineIcon(spec.icon));
        window->addAction(action); // works in full screen too, when the menus are hidden
        lookAfter(spec, action);
    }
}

void ActionTable::lookAfter(const ActionSpec& spec, QAction* action)
{
    action->setObjectName(spec.id);
    m_actions.insert(spec.id, action);
    m_standardKeys.insert(spec.id, spec.standardKeys());
    setKeys(spec.id, spec.standardKeys());
}

void ActionTable::adopt(const ActionSpec& spec, QAction* action)
{
    lookAfter(spec, action);
    if (m_keys)
        setKeys(spec.id, m_keys->keysOf(spec.id));
}

void ActionTable::follow(const KeyMap& keys)
{
    m_keys = &keys;
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it)
        setKeys(it.key(), keys.keysOf(it.key()));
    connect(&keys, &KeyMap::keysChanged, this, [this, &keys](const QString& id) { setKeys(id, keys.keysOf(id)); });
}

void ActionTable::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    QAction* action = m_actions.value(id);
    if (!action)
        return; // of another window
    action->setShortcuts(keys);
    QString tip = action->text().remove('&').remove(QStringLiteral("…"));
    if (!keys.isEmpty())
        tip = tr("%1 (%2)").arg(tip, KeyMap::text(keys.first()));
    action->setToolTip(tip);
}

QList<QKeySequence> ActionTable::keysOf(const QString& id) const
{
    const QAction* action = m_actions.value(id);
    return action ? action->shortcuts() : QList<QKeySequence>();
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
