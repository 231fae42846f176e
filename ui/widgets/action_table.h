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
    const char* id;
    const char* menu;      ///< the menu's name, translated
    const char* text;      ///< translated
    const char* shortcuts; ///< portable, separated by spaces; the first is shown
    const char* icon = "";
    bool checkable = false;
    bool separatorBefore = false;
};

/// Every action of the window, made from one table: the menus and the shortcuts page come from it too.
class ActionTable : public QObject {
    Q_OBJECT
public:
    explicit ActionTable(QWidget* window);

    static const QVector<ActionSpec>& specs();
    static QString menuTitle(const char* menu);

    QAction* action(const QString& id) const;
    void on(const QString& id, QObject* context, std::function<void()> handler);
    void fillMenus(QMenuBar* bar);
    QMenu* menu(const QString& name) const;

private:
    QHash<QString, QAction*> m_actions;
    QHash<QString, QMenu*> m_menus;
};

} // namespace vbs
