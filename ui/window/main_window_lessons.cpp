// MainWindow's part that opens lessons.

#include "core/base/file_io.h"
#include "core/lesson/lesson_catalog.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_html.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/lesson/lesson_menu.h"
#include "ui/lesson/lesson_player.h"
#include "ui/services/export_service.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace vbs {

void MainWindow::connectLessons()
{
    auto* menu = new LessonMenu(*m_actions, m_settings, *m_chooser, this);
    connect(menu, &LessonMenu::playWanted, this, &MainWindow::playLesson);
    m_actions->on("lesson.web", this, [this] { saveLessonPage(); });
    // While a pack is loaded its messages take the place of others.
    const auto tell = [this] {
        if (m_lessonProblem.isEmpty() || !m_workbench->state().packOnItsWay.empty())
            return;
        m_canvas->messages().show({Message::Kind::Error, std::exchange(m_lessonProblem, {}), {}}, {});
    };
    connect(&m_lessonReading, &BackgroundJob::failed, this, [this, tell](const QString& sentence) {
        m_lessonProblem = sentence;
        tell();
    });
    watch(*m_workbench, Change::Pack, this, tell);
}

LessonPlayer& MainWindow::lessonPlayer()
{
    if (!m_lessons) {
        m_lessons = std::make_unique<LessonPlayer>(LessonParts{*m_workbench, m_settings, *m_chooser, m_lessonResults});
        connect(m_lessons.get(), &LessonPlayer::closed, this, [this] {
            raise();
            activateWindow();
        });
    }
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

/// The lesson that was played last; where none was, the user chooses one.
void MainWindow::saveLessonPage()
{
    const std::shared_ptr<const Lesson> played = m_lessons ? m_lessons->now().shared() : nullptr;
    QString source;
    if (!played)
        source = m_chooser->chooseLesson(this, tr("Save a Lesson as Web Page"), m_settings.lastFolder());
    if (!played && source.isEmpty())
        return;
    const QString name = played ? toQString(played->id.empty() ? std::string("lesson") : played->id)
                                : QFileInfo(fromPath(lessonPath(toPath(source)))).completeBaseName();
    const QString target =
        m_chooser->chooseTarget(this, tr("Save the Lesson as Web Page"),
                                QDir(m_settings.lastFolder()).filePath(name + ".html"), {tr("Web page (*.html)")});
    if (target.isEmpty())
        return;
    m_settings.lastFolder.set(QFileInfo(target).absolutePath());
    m_export->start(target, [played, source, target] {
        const std::string page = lessonHtml(played ? *played : readLesson(lessonPath(toPath(source))));
        writeFileAtomically(toPath(target), page);
    });
}

} // namespace vbs
