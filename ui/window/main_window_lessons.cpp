// MainWindow's part that opens lessons.

#include "core/lesson/lesson_catalog.h"
#include "core/lesson/lesson_file.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/lesson/lesson_menu.h"
#include "ui/lesson/lesson_player.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

namespace vbs {

void MainWindow::connectLessons()
{
    auto* menu = new LessonMenu(*m_actions, m_settings, *m_chooser, this);
    connect(menu, &LessonMenu::playWanted, this, &MainWindow::playLesson);
    connect(&m_lessonReading, &BackgroundJob::failed, this, [this](const QString& sentence) {
        m_canvas->messages().show({Message::Kind::Error, sentence, {}}, {});
    });
}

LessonPlayer& MainWindow::lessonPlayer()
{
    if (!m_lessons)
        m_lessons = std::make_unique<LessonPlayer>(LessonParts{*m_workbench, m_settings, *m_chooser, m_lessonResults});
    return *m_lessons;
}

/// Reading a lesson with large pictures takes a moment.
void MainWindow::playLesson(const QString& path)
{
    m_lessonReading.start([this, path](const JobControl&) -> BackgroundJob::Reply {
        auto lesson = std::make_shared<Lesson>(readLesson(lessonPath(toPath(path))));
        return [this, lesson] { lessonPlayer().play(std::move(*lesson)); };
    });
}

} // namespace vbs
