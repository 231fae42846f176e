#include "ui/lesson/recorder/making_menu.h"

#include "core/lesson/lesson_catalog.h"
#include "ui/util/labels.h"
#include "ui/util/language.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"

#include <QMenu>

namespace vbs {

MakingMenu::MakingMenu(ActionTable& actions, QWidget* window)
    : QObject(window), m_shipped(new QMenu(tr("&Edit a Copy of a Shipped Lesson"), window))
{
    m_shipped->setObjectName("shippedCopies");
    actions.menu("&Lessons")->insertMenu(actions.action("lesson.add-view"), m_shipped);
    connect(m_shipped, &QMenu::aboutToShow, this, &MakingMenu::fill);
}

/// Those of the window's language come first.
void MakingMenu::fill()
{
    m_shipped->clear();
    const auto own = lessonLanguageNamed(spokenLanguage().toStdString()).value_or(LessonLanguage::English);
    const auto other = own == LessonLanguage::English ? LessonLanguage::German : LessonLanguage::English;
    for (const LessonLanguage language : {own, other}) {
        if (!m_shipped->isEmpty())
            m_shipped->addSeparator();
        for (const FoundLesson& lesson : listLessons(language)) {
            QAction* action = m_shipped->addAction(plainButtonText(toQString(lesson.title)));
            connect(action, &QAction::triggered, this,
                    [this, path = fromPath(lesson.path)] { Q_EMIT copyWanted(path); });
        }
    }
    if (m_shipped->isEmpty())
        m_shipped->addAction(tr("There are none."))->setEnabled(false);
}

} // namespace vbs
