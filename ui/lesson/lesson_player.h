#pragma once

#include "core/lesson/lesson.h"
#include "ui/lesson/lesson_pictures.h"
#include "ui/lesson/lesson_play.h"
#include "ui/services/export_service.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/workbench/workbench.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace vbs {

class PresenterView;
class ResultsPage;
class StepPage;

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
    ~LessonPlayer() override;

    /// Comes to the front and shows this step. What was played before is over.
    void play(Lesson lesson, int fromStep = 0, Keep keep = Keep::Results);

    LessonPlay& now() { return m_play; }
    StepPage* stepPage() const { return m_page; } ///< null on the closing page
    PresenterView* presenter() const;             ///< null: it is not shown
    void setPresenterShown(bool shown);
    void setHeatLook(const HeatLook& look);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QWidget* header();
    QWidget* footer();
    QWidget* button(const QString& text, const char* objectName, QPushButton** made);
    bool takeKey(QKeyEvent& event);
    bool takeLetter(int key);
    void leaveFullScreen();
    void toggleFullScreen();
    void placeWindows();
    void showPage();
    void showPlace();
    void fillList();
    void setListShown(bool shown);
    void setNotesShown(bool shown);
    void keep();
    void nameStudent(const QString& name);
    void saveResults();
    void resetResults();
    std::map<std::size_t, LessonResult> known(const QString& student);

    LessonParts m_parts;
    LessonPlay m_play;
    LessonPictures m_pictures;
    ExportService m_files;
    Keep m_keep = Keep::Results;
    QString m_trouble; ///< with keeping answers; a sentence
    bool m_notesShown = false;
    StepPage* m_page = nullptr;
    ResultsPage* m_results = nullptr;
    QLabel *m_title, *m_place, *m_hint;
    QListWidget* m_list;
    QVBoxLayout* m_middle;
    QPushButton *m_back = nullptr, *m_next = nullptr, *m_steps = nullptr, *m_notes = nullptr, *m_present = nullptr;
    QPointer<PresenterView> m_presenter;
};

} // namespace vbs
