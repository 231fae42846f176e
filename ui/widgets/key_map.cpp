#include "ui/widgets/key_map.h"

#include <algorithm>

namespace vbs {
namespace {

bool clash(const QKeySequence& one, const QKeySequence& other)
{
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

bool clashesWithAny(const QKeySequence& key, const QList<QKeySequence>& keys)
{
    return std::ranges::any_of(keys, [&](const QKeySequence& other) { return clash(key, other); });
}

/// Keys that lists, buttons, texts and the picture live on: as a shortcut they would reach none of them.
bool isNeededEverywhere(QKeyCombination key)
{
    switch (key.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Backspace:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Insert:
        return !(key.keyboardModifiers() & ~Qt::ShiftModifier);
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return !(key.keyboardModifiers() & ~(Qt::ShiftModifier | Qt::ControlModifier));
    default:
        return false;
    }
}

} // namespace

KeyMap::KeyMap(Setting<KeyChanges>& changes, QObject* parent) : QObject(parent), m_changes(changes)
{
    connect(&changes, &SettingItem::changed, this, &KeyMap::refresh);
}

void KeyMap::add(const Window& window)
{
    m_windows << window;
    refresh();
}

const KeyMap::Window* KeyMap::windowOf(const QString& id) const
{
    const auto has = [&](const ActionSpec& spec) { return spec.id == id; };
    const auto found =
        std::ranges::find_if(m_windows, [&](const Window& window) { return std::ranges::any_of(window.actions, has); });
    return found == m_windows.end() ? nullptr : &*found;
}

const ActionSpec* KeyMap::specOf(const QString& id) const
{
    const Window* window = windowOf(id);
    return window ? &*std::ranges::find(window->actions, id, &ActionSpec::id) : nullptr;
}

QList<QKeySequence> KeyMap::standardKeysOf(const QString& id) const
{
    const ActionSpec* spec = specOf(id);
    return spec ? spec->standardKeys() : QList<QKeySequence>();
}

QString KeyMap::textOf(const QString& id) const
{
    const ActionSpec* spec = specOf(id);
    return spec ? ActionTable::plainText(*spec) : QString();
}

bool KeyMap::anyChanged() const
{
    return std::ranges::any_of(m_windows, [this](const Window& window) {
        return std::ranges::any_of(window.actions, [this](const ActionSpec& spec) { return isChanged(spec.id); });
    });
}

QString KeyMap::text(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << text(key);
    return texts.join(tr(" or "));
}

QStringList KeyMap::conflictsOf(const QString& id, const QKeySequence& key) const
{
    QStringList found;
    if (const Window* window = windowOf(id))
        for (const ActionSpec& spec : window->actions)
            if (spec.id != id && clashesWithAny(key, keysOf(spec.id)))
                found << spec.id;
    return found;
}

QString KeyMap::refusal(const QString& id, const QKeySequence& key) const
{
    if (key.count() == 1 && isNeededEverywhere(key[0]))
        return tr("%1 cannot be given to an action, since lists, buttons and texts need it.").arg(text(key));
    if (const Window* window = windowOf(id))
        for (const ActionSpec& spec : window->actions) {
            const QString menu = ActionTable::menuTitle(spec.menu);
            if (!spec.inSubmenu && key == QKeySequence::mnemonic(menu))
                return tr("%1 opens the menu “%2”, so that no action can have it.")
                    .arg(text(key), QString(menu).remove('&'));
        }
    return {};
}

void KeyMap::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    const Window* window = windowOf(id);
    if (!window)
        return;
    // Where the others have their standard keys, refresh() sees to it: they have them back as soon as the key is free.
    KeyChanges changes = m_changes();
    for (const ActionSpec& spec : window->actions) {
        const auto other = changes.find(spec.id);
        if (other == changes.end() || spec.id == id)
            continue;
        if (other->removeIf([&](const QKeySequence& key) { return clashesWithAny(key, keys); }) > 0 &&
            *other == spec.standardKeys())
            changes.erase(other);
    }
    if (keys == standardKeysOf(id))
        changes.remove(id);
    else
        changes.insert(id, keys);
    store(changes);
}

void KeyMap::restoreAll()
{
    KeyChanges changes = m_changes();
    for (const Window& window : m_windows)
        for (const ActionSpec& spec : window.actions)
            changes.remove(spec.id);
    store(changes);
}

void KeyMap::store(const KeyChanges& changes)
{
    if (changes.isEmpty())
        m_changes.reset();
    else
        m_changes.set(changes);
}

void KeyMap::refresh()
{
    const KeyChanges changes = m_changes();
    QStringList told;
    for (const Window& window : m_windows) {
        QList<QKeySequence> taken;
        for (const bool changed : {true, false})
            for (const ActionSpec& spec : window.actions) {
                if (changes.contains(spec.id) != changed)
                    continue;
                QList<QKeySequence> keys = changed ? changes.value(spec.id) : spec.standardKeys();
                keys.removeIf([&](const QKeySequence& key) { return clashesWithAny(key, taken); });
                taken += keys;
                if (std::exchange(m_keys[spec.id], keys) != keys)
                    told << spec.id;
            }
    }
    for (const QString& id : told)
        Q_EMIT keysChanged(id);
}

} // namespace vbs
