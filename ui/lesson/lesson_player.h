#pragma once

#include "core/lesson/lesson.h"
#include "ui/lesson/lesson_play.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

class QLabel;

namespace vbs {

struct LessonParts {
    Workbench& workbench; ///< whose model answers "Try it yourself"
    AppSettings& settings;
    FileChooser& chooser;
    QString resultsFolder; ///< what students answered; empty: nothing is kept
};

/// Plays a lesson to a class, or to a student who sits before it, with no model at all: full screen, in large letters,
/// a step at a time.
class LessonPlayer : public QWidget {
    Q_OBJECT
public:
    enum class Keep { Results, Nothing }; ///< a preview keeps nothing

    /// @param parts outlive the player.
    explicit LessonPlayer(const LessonParts& parts, QWidget* parent = nullptr);

    /// Comes to the front and shows this step. What was played before is over.
    void play(Lesson lesson, int fromStep = 0, Keep keep = Keep::Results);

    LessonPlay& now() { return m_play; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showPage();

    LessonParts m_parts;
    LessonPlay m_play;
    Keep m_keep = Keep::Results;
    QLabel* m_title;
};

} // namespace vbs
