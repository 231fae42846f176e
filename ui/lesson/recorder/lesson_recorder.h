#pragma once

#include "ui/lesson/recorder/draft_files.h"
#include "ui/lesson/recorder/draft_keeper.h"
#include "ui/lesson/recorder/draft_pictures.h"
#include "ui/lesson/recorder/draft_problems.h"
#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/lesson/recorder/step_recorder.h"
#include "ui/lesson/recorder/view_showing.h"
#include "ui/lesson/recorder/view_taking.h"

#include <QMainWindow>

#include <deque>
#include <functional>

class QListView;
class QListWidget;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace vbs {

class ActionTable;
class AppSettings;
class FileChooser;
class KeyMap;
class LessonPage;
class RunStrip;
class StepListModel;
class StepEditor;

struct RecorderParts {
    Workbench& workbench; ///< what it shows becomes steps
    AppSettings& settings;
    FileChooser& chooser;
    const KeyMap& keys;
    QString draftsFolder;                       ///< of automatic copies; empty: none are kept
    std::function<ViewInSight()> sight;         ///< of the main window
    std::function<void(Lesson, int)> preview;   ///< plays it from a step
    std::function<void()> toMainWindow = [] {}; ///< brings it to the front
};

/// The author's window: the steps of a lesson, and an editor for the one that is chosen.
class LessonRecorder : public QMainWindow {
    Q_OBJECT
public:
    /// @param parts outlive the window.
    explicit LessonRecorder(RecorderParts parts, QWidget* parent = nullptr);
    ~LessonRecorder() override;

    LessonDraft& draft() { return m_draft; }
    DraftKeeper& keeper() { return m_keeper; }
    StepRecorder& recorder() { return m_recorder; }

    void toFront();
    void startNew();                    ///< asks first where something would be lost
    void openToEdit();                  ///< by a dialog, likewise
    void editCopy(const QString& path); ///< of a lesson that is not the user's own, likewise
    void recover(const QString& leftDraft);
    void addView(); ///< what is on screen in the main window, after the chosen step
    /// Does it once nothing can be lost any more: asks where there are unsaved changes.
    void leaveThen(std::function<void()> then);

Q_SIGNALS:
    void viewAdded(int row);
    void viewRefused(const QString& sentence); ///< there is nothing to add

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    QWidget* buildSteps();
    void buildActions();
    void buildStepActions();
    void connectDraft();
    void connectFiles();
    void choose(int row);
    int row() const; ///< -1: the lesson's own page
    void chooseProblem(int problem);
    void showDraft();
    void showProblems();
    void showTitle();
    void showStrip();
    void updateActions();
    void tell(const QString& sentence);

    // Files
    void save(std::function<void()> then = {});
    void saveAs(std::function<void()> then = {});
    void saveAsFolder();
    void savePage();
    QString proposedPath(const QString& suffix) const;
    void whenToldOfProblems(const QString& doIt, const std::function<void()>& then);
    void showDifferences(const QStringList& differences);

    // Steps
    void takeNext();
    void useView(ReadView view, int replacedId);
    void take(int id);
    void showInWindow(int id);
    void addText();
    void preview();

    RecorderParts m_parts;
    LessonDraft m_draft;
    DraftPictures m_pictures;
    StepRecorder m_recorder;
    DraftFiles m_files;
    DraftKeeper m_keeper;
    ViewShower m_shower;
    BackgroundJob m_taking;
    struct Wanted {
        TakenView view;
        int replacedId; ///< 0: a step of its own
    };
    std::deque<Wanted> m_wanted; ///< the first is being read
    ActionTable* m_actions;
    StepListModel* m_model;
    QListView* m_list;
    QToolButton* m_about;
    QListWidget* m_problemList;
    QLabel* m_problemTitle;
    QStackedWidget* m_stack;
    LessonPage* m_lessonPage;
    StepEditor* m_stepEditor;
    RunStrip* m_strip;
    std::vector<DraftProblem> m_problems;
    QString m_told, m_toldProblems;
    std::function<void()> m_afterSaving;
    bool m_leaving = false; ///< nothing is lost any more
};

} // namespace vbs
