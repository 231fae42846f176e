// LessonPlayer's part that takes the keys, and keeps what students answered.

#include "core/base/file_io.h"
#include "ui/lesson/lesson_player.h"
#include "ui/lesson/lesson_results.h"
#include "ui/lesson/presenter_view.h"
#include "ui/lesson/step_page.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>

namespace vbs {
namespace {

const QString kResultsSuffix = QStringLiteral("-results.csv");
constexpr const char* kByteOrderMark = "\xef\xbb\xbf"; // else spreadsheets take it for another encoding

bool isInText()
{
    return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr;
}

} // namespace

/// What no other widget wanted: a text that is being written, or what was reached by Tab, comes first.
void LessonPlayer::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

void LessonPlayer::mousePressEvent(QMouseEvent* event)
{
    setFocus();
    QWidget::mousePressEvent(event);
}

bool LessonPlayer::takeKey(QKeyEvent& event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_PageDown:
        return m_play.next(), true;
    case Qt::Key_PageUp:
        return m_play.back(), true;
    case Qt::Key_F11:
        return toggleFullScreen(), true;
    case Qt::Key_Escape:
        if (isInText())
            setFocus();
        else if (isFullScreen())
            leaveFullScreen();
        else
            close();
        return true;
    default:
        return !isInText() && takeLetter(event.key());
    }
}

bool LessonPlayer::takeLetter(int key)
{
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Space:
        return m_play.next(), true;
    case Qt::Key_Left:
    case Qt::Key_Backspace:
        return m_play.back(), true;
    case Qt::Key_Home:
        return m_play.go(0), true;
    case Qt::Key_End:
        return m_play.go(m_play.pages() - 1), true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (m_page)
            m_page->scroll(key == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_R:
        return m_play.reveal(), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_page)
            m_page->enter();
        return true;
    case Qt::Key_N:
        return setNotesShown(!m_notesShown), true;
    case Qt::Key_L:
        return setListShown(!m_list->isVisible()), true;
    case Qt::Key_P:
        return setPresenterShown(!m_presenter), true;
    default:
        return key >= Qt::Key_1 && key <= Qt::Key_9 && m_page && m_page->chooseOption(key - Qt::Key_0);
    }
}

void LessonPlayer::leaveFullScreen()
{
    setWindowState(windowState() & ~Qt::WindowFullScreen);
}

void LessonPlayer::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

/// What this student answered at earlier times. What cannot be read is told, and begun anew.
LessonResults LessonPlayer::known(const QString& student)
{
    if (m_keep == Keep::Nothing || m_parts.resultsFolder.isEmpty())
        return {};
    try {
        return readLessonResults(m_parts.resultsFolder, m_play.lesson(), student);
    } catch (const Error& e) {
        m_trouble = problemText(infoOf(e));
        return {};
    }
}

void LessonPlayer::keep()
{
    if (m_keep == Keep::Nothing || m_parts.resultsFolder.isEmpty())
        return;
    m_files.start(m_parts.resultsFolder,
                  [folder = m_parts.resultsFolder, lesson = m_play.shared(), student = m_parts.settings.student(),
                   results = m_play.results()] { keepLessonResults(folder, *lesson, student, results); });
}

/// Answers that nobody's name stood at become this student's; another student has their own.
void LessonPlayer::nameStudent(const QString& name)
{
    const QString before = m_parts.settings.student();
    if (name == before)
        return;
    LessonResults results = known(name);
    if (before.isEmpty()) {
        LessonResults own = m_play.results();
        own.merge(results);
        results = std::move(own);
        if (m_keep == Keep::Results && !m_parts.resultsFolder.isEmpty())
            m_files.start(m_parts.resultsFolder, [folder = m_parts.resultsFolder, lesson = m_play.shared()] {
                keepLessonResults(folder, *lesson, {}, {});
            });
    }
    m_parts.settings.student.set(name);
    m_play.takeResults(std::move(results));
}

void LessonPlayer::saveResults()
{
    const Lesson& lesson = m_play.lesson();
    const QString name = (lesson.id.empty() ? QStringLiteral("lesson") : toQString(lesson.id)) + kResultsSuffix;
    const QString path = m_parts.chooser.chooseTarget(this, tr("Save the Results"),
                                                      QFileInfo(m_parts.settings.lastFolder(), name).filePath(),
                                                      {tr("CSV table (*.csv)")});
    if (path.isEmpty())
        return;
    m_parts.settings.lastFolder.set(QFileInfo(path).absolutePath());
    std::vector<LessonResult> results;
    for (const auto& [step, result] : m_play.results())
        results.push_back(result);
    const std::string table =
        kByteOrderMark + lessonResultsCsv(lesson, results, m_parts.settings.student().toStdString());
    m_files.start(path, [path, table] { writeFileAtomically(toPath(path), table); });
}

void LessonPlayer::resetResults()
{
    m_play.forgetResults();
}

} // namespace vbs
