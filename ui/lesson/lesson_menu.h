#pragma once

#include "ui/util/file_chooser.h"
#include "ui/widgets/action_table.h"

class QMenu;

namespace vbs {

class AppSettings;

/// The actions of the main window's menu of lessons.
QVector<ActionSpec> lessonActions();

/// The menu of lessons: plays those that came with the program, and others from their files.
class LessonMenu : public QObject {
    Q_OBJECT
public:
    /// @param actions with lessonActions(), the menus filled.
    LessonMenu(ActionTable& actions, AppSettings& settings, FileChooser& chooser, QWidget* window);

Q_SIGNALS:
    void playWanted(const QString& path); ///< a lesson's file or folder

private:
    void fillShipped();
    void playByDialog();

    AppSettings& m_settings;
    FileChooser& m_chooser;
    QWidget* m_window;
    QMenu* m_shipped;
};

} // namespace vbs
