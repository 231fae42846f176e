#include "ui/lesson/lesson_menu.h"

#include "core/lesson/lesson_catalog.h"
#include "ui/settings/app_settings.h"
#include "ui/util/labels.h"
#include "ui/util/language.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>
#include <QMenu>

namespace vbs {
namespace {

/// In the window's language; where there are none in English.
std::vector<FoundLesson> shippedLessons()
{
    const auto language = lessonLanguageNamed(spokenLanguage().toStdString()).value_or(LessonLanguage::English);
    std::vector<FoundLesson> lessons = listLessons(language);
    return lessons.empty() ? listLessons(LessonLanguage::English) : lessons;
}

} // namespace

QVector<ActionSpec> lessonActions()
{
    return {
        {"lesson.play", "&Lessons", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Play a Lesson…"), "Ctrl+Shift+L"},
        {"lesson.web", "&Lessons", QT_TRANSLATE_NOOP("vbs::ActionTable", "Save as &Web Page…"), "", "", false, true}};
}

LessonMenu::LessonMenu(ActionTable& actions, AppSettings& settings, FileChooser& chooser, QWidget* window)
    : QObject(window), m_settings(settings), m_chooser(chooser), m_window(window),
      m_shipped(new QMenu(tr("&Shipped Lessons"), window))
{
    m_shipped->setObjectName("shippedLessons");
    QMenu* menu = actions.menu("&Lessons");
    menu->insertMenu(menu->actions().value(1), m_shipped); // after the first, which plays one
    connect(m_shipped, &QMenu::aboutToShow, this, &LessonMenu::fillShipped);
    actions.on("lesson.play", this, [this] { playByDialog(); });
}

void LessonMenu::fillShipped()
{
    m_shipped->clear();
    int number = 0;
    for (const FoundLesson& lesson : shippedLessons()) {
        const QString key = ++number < 10 ? QStringLiteral("&%1  ").arg(number) : QString();
        QAction* action = m_shipped->addAction(key + plainButtonText(toQString(lesson.title)));
        connect(action, &QAction::triggered, this, [this, path = fromPath(lesson.path)] { Q_EMIT playWanted(path); });
    }
    if (m_shipped->isEmpty())
        m_shipped->addAction(tr("There are none."))->setEnabled(false);
}

void LessonMenu::playByDialog()
{
    const QString path = m_chooser.chooseLesson(m_window, tr("Play a Lesson"), m_settings.lastFolder());
    if (path.isEmpty())
        return;
    m_settings.lastFolder.set(QFileInfo(path).absolutePath());
    Q_EMIT playWanted(path);
}

} // namespace vbs
