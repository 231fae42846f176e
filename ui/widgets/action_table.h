#pragma once

#include <QAction>
#include <QHash>
#include <QObject>
#include <QVector>

#include <functional>

class QMenuBar;

namespace vbs {

/// One thing that the user can do, by menu, key or button.
struct ActionSpec {
    QString id;
    const char* menu;  ///< the menu's name, translated
    const char* text;  ///< translated
    QString shortcuts; ///< portable, separated by spaces; the first is shown
    const char* icon = "";
    bool checkable = false;
    bool separatorBefore = false;
};

/// Actions made from one table, and menus of them.
class ActionTable : public QObject {
    Q_OBJECT
public:
    ActionTable(QVector<ActionSpec> specs, QWidget* window);

    static QString menuTitle(const char* menu);

    QAction* action(const QString& id) const;
    void on(const QString& id, QObject* context, std::function<void()> handler);
    void fillMenus(QMenuBar* bar);
    QMenu* menu(const QString& name) const;

private:
    QVector<ActionSpec> m_specs;
    QHash<QString, QAction*> m_actions;
    QHash<QString, QMenu*> m_menus;
};

} // namespace vbs
