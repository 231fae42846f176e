#pragma once

#include "ui/lesson/recorder/step_recording.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <map>
#include <vector>

namespace vbs {

/// How it stands with what the model says in a step.
enum class StepState {
    AsksNothing, ///< there is nothing to record
    Missing,     ///< the model was never asked
    Old,         ///< it was asked something else than what the step asks now
    Recorded
};

/// A lesson that is being edited. Every change is one step to undo; what is typed without a pause in one field is one.
/// Contents are kept whole and share what did not change, so that the way back costs next to nothing.
///
/// What models said is no change: it is kept beside, for everything that was asked, and belongs to every step that asks
/// just that. So an edited question has no answer, and undoing the edit brings it back.
class LessonDraft : public QObject {
    Q_OBJECT
public:
    /// The field that an edit is typed in; edits of One are never merged.
    enum Field { One, Title, Text, Notes, Description, Author, QuizQuestion, WhenRight, WhenWrong, Accepted, Options };

    struct Step {
        int id = 0; ///< stays the same while it is moved and edited
        LessonStep step;
    };
    /// Never changes once it is shared.
    struct Content {
        Lesson head; ///< without steps; pictures, also those that only the way back needs
        std::vector<std::shared_ptr<const Step>> steps;
    };
    using ContentPtr = std::shared_ptr<const Content>;

    /// A state of everything that is saved.
    struct Saved {
        ContentPtr content;
        int recordings = 0;

        friend bool operator==(const Saved&, const Saved&) = default;
    };

    explicit LessonDraft(QObject* parent = nullptr);

    const Lesson& head() const { return m_content->head; }
    std::size_t count() const { return m_content->steps.size(); }
    const LessonStep& step(std::size_t row) const { return m_content->steps.at(row)->step; }
    int idOf(std::size_t row) const { return m_content->steps.at(row)->id; }
    int rowOf(int id) const; ///< -1: no such step
    StepState stateOf(std::size_t row) const;
    RecordingPtr recordingFor(std::size_t row) const; ///< null: none that holds
    LessonStep recordedStep(std::size_t row) const;   ///< with the answer that was recorded, where that holds
    QUndoStack& undoStack() { return m_undo; }

    /// The lesson as it stands; what no longer holds is not in it. Pictures that nothing names are left out.
    Lesson lesson() const;
    /// The same as it is written: quizzes that cannot be answered yet are put aside.
    Lesson lessonToWrite() const;

    // Each is a step to undo. @param text what it is called in the menu, after "Undo".
    void editHead(const QString& text, Field field, const std::function<void(Lesson&)>& edit);
    void editStep(std::size_t row, const QString& text, Field field, const std::function<void(LessonStep&)>& edit);
    /// @param pictures those that the steps name, with the draft's.
    void insert(std::size_t row, std::vector<LessonStep> steps, const QString& text,
                std::map<std::string, LessonPicture> pictures);
    void replace(std::size_t row, LessonStep step, const QString& text, std::map<std::string, LessonPicture> pictures);
    void duplicate(std::size_t row);
    void remove(std::size_t row);
    void move(std::size_t from, std::size_t to); ///< to: its row afterwards
    void endTyping();                            ///< what is typed from now on is undone apart

    void keepRecording(RecordingPtr recording); ///< no step to undo

    // Where it is kept
    const QString& path() const { return m_path; } ///< empty: nowhere yet
    bool isDirty() const { return now() != m_saved; }
    Saved now() const { return {m_content, m_recordingCount}; }
    void start();                                               ///< an empty lesson
    void start(Lesson lesson, const QString& path, bool dirty); ///< one that was read
    void markSaved(const Saved& saved, const QString& path);

Q_SIGNALS:
    void changed();
    void rowWanted(int row); ///< where something was done or undone; -1: the lesson's own fields
    void fileChanged();      ///< the path, or whether it is dirty

private:
    class Command;
    friend class Command;

    void push(const QString& text, Content content, int row, int step = -1, Field field = One);
    void set(ContentPtr content, int row);
    void begin(ContentPtr content, const QString& path);
    void tellDirty();
    void forgetUnused();

    ContentPtr m_content;
    QUndoStack m_undo;
    std::vector<RecordingPtr> m_recordings; ///< the last one of what was asked last
    std::map<int, bool> m_wasRecorded;      ///< by id
    std::vector<std::string> m_ownPictures; ///< of the file, that no step names: they stay
    QString m_path;
    Saved m_saved;
    int m_recordingCount = 0;
    int m_lastId = 0;
    int m_typing = 0; ///< counts the pauses
    bool m_wasDirty = false;
};

} // namespace vbs
