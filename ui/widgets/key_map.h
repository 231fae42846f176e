#pragma once

#include "ui/settings/key_changes.h"
#include "ui/widgets/action_table.h"

#include <QObject>
#include <QStringList>

namespace vbs {

/// Which keys the actions of all windows have: the standard ones of the tables, and what the user changed. A key means
/// one thing in a window and may mean another in the next.
class KeyMap : public QObject {
    Q_OBJECT
public:
    struct Window {
        QString title; ///< translated
        QVector<ActionSpec> actions;
    };

    /// @param changes kept as long as the map; several maps may share it. Ids of no window that is known stay in it.
    explicit KeyMap(Setting<KeyChanges>& changes, QObject* parent = nullptr);

    /// Ids differ over all windows.
    void add(const Window& window);
    const QVector<Window>& windows() const { return m_windows; }

    /// What is in force; empty: no key, or no such action. Of two actions of a window that want the same key, as a file
    /// or a later version may have it, the one that was changed has it, then the first.
    QList<QKeySequence> keysOf(const QString& id) const { return m_keys.value(id); }
    QList<QKeySequence> standardKeysOf(const QString& id) const;
    bool isChanged(const QString& id) const { return keysOf(id) != standardKeysOf(id); }
    bool anyChanged() const;
    QString textOf(const QString& id) const; ///< what it does, in a menu's words

    /// The other actions of its window that have this key, or one that begins or goes on like it.
    QStringList conflictsOf(const QString& id, const QKeySequence& key) const;
    /// Why no action of its window can have this key, as a sentence; empty: it can.
    QString refusal(const QString& id, const QKeySequence& key) const;

    /// Other actions of the window lose these keys.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    void restore(const QString& id) { setKeys(id, standardKeysOf(id)); }
    void restoreAll(); ///< of the windows that are known

    static QString text(const QKeySequence& key) { return key.toString(QKeySequence::NativeText); }
    static QString text(const QList<QKeySequence>& keys); ///< empty where there is none

Q_SIGNALS:
    void keysChanged(const QString& id);

private:
    const Window* windowOf(const QString& id) const;
    const ActionSpec* specOf(const QString& id) const;
    void refresh();
    void store(const KeyChanges& changes);

    Setting<KeyChanges>& m_changes;
    QVector<Window> m_windows;
    QHash<QString, QList<QKeySequence>> m_keys;
};

} // namespace vbs
