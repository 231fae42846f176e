#pragma once

#include <QAction>
#include <QHash>
#include <QObject>
#include <QVector>

#include <functional>

class QMenuBar;

namespace vbs {

class KeyMap;

/// One thing that the user can do, by menu, key or button.
struct ActionSpec {
    QString id;
    const char* menu;  ///< the menu's name, translated
    const char* text;  ///< translated
    QString shortcuts; ///< portable, separated by spaces; the first is shown
    const char* icon = "";
    bool checkable = false;
    bool separatorBefore = false;
    bool inSubmenu = false; ///< its menu is none of the menu bar

    QList<QKeySequence> standardKeys() const;
};

/// Actions made from one table, and menus of them.
class ActionTable : public QObject {
    Q_OBJECT
public:
    ActionTable(QVector<ActionSpec> specs, QWidget* window);

    static QString menuTitle(const char* menu);
    static QString plainText(const ActionSpec& spec); ///< without the marks for menus

    QAction* action(const QString& id) const;
    void on(const QString& id, QObject* context, std::function<void()> handler);
    void fillMenus(QMenuBar* bar);
    QMenu* menu(const QString& name) const;

    /// Looks after the keys of an action that was made elsewhere. It is in no menu of the table's.
    void adopt(const ActionSpec& spec, QAction* action);
    /// From now on the actions have the keys that the map says.
    void follow(const KeyMap& keys);

    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    QList<QKeySequence> keysOf(const QString& id) const;
    QList<QKeySequence> standardKeysOf(const QString& id) const { return m_standardKeys.value(id); }

private:
    void lookAfter(const ActionSpec& spec, QAction* action);

    const KeyMap* m_keys = nullptr; ///< none is followed
    QVector<ActionSpec> m_specs;
    QHash<QString, QAction*> m_actions;
    QHash<QString, QMenu*> m_menus;
    QHash<QString, QList<QKeySequence>> m_standardKeys;
};

} // namespace vbs
