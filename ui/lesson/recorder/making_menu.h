#pragma once

#include <QObject>
#include <QString>

class QMenu;
class QWidget;

namespace vbs {

class ActionTable;

/// Part of the main window's menu of lessons: copies of those that came with the program, to be edited.
class MakingMenu : public QObject {
    Q_OBJECT
public:
    /// @param actions with lessonMakingActions(), the menus filled.
    MakingMenu(ActionTable& actions, QWidget* window);

Q_SIGNALS:
    void copyWanted(const QString& path); ///< of this lesson

private:
    void fill();

    QMenu* m_shipped;
};

} // namespace vbs
