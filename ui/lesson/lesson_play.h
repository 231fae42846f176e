#pragma once

#include "core/lesson/lesson_answers.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace vbs {

/// How the playing of a lesson stands: the step, what was revealed and what the student answered. Its windows look at
/// it and tell it what their user wishes.
class LessonPlay : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// From the beginning. @param step the first one to be shown. @param results of an earlier time.
    void begin(std::shared_ptr<const Lesson> lesson, int step, std::map<std::size_t, LessonResult> results);

    bool isPlaying() const { return m_lesson != nullptr; }
    const Lesson& lesson() const { return *m_lesson; } ///< isPlaying()
    const std::shared_ptr<const Lesson>& shared() const { return m_lesson; }

    int steps() const;              ///< of the lesson
    int pages() const;              ///< with the closing page, which lessons with quizzes have
    int at() const { return m_at; } ///< page, from 0
    bool isAtResults() const { return m_at >= steps(); }
    const LessonStep* step() const { return stepAt(m_at); } ///< null on the closing page
    const LessonStep* stepAt(int number) const;             ///< null: none has this number

    /// To a page; beyond the ends to the first and the last.
    void go(int page);
    void next() { go(m_at + 1); }
    void back() { go(m_at - 1); }

    /// Whether the step's answer is to be seen: it was never hidden, or was revealed.
    bool isShown() const;
    /// Whether the quiz's right answers are to be seen: they were revealed or given, or the model's answer tells.
    bool isSolved() const;
    bool canReveal() const; ///< there is something that is not to be seen yet
    void reveal();

    /// The student's answer to this step's quiz. Predict shows what the model said, whatever the answer was.
    void answer(const LessonResponse& response);
    const LessonResult* result(int step) const; ///< null: not answered
    const std::map<std::size_t, LessonResult>& results() const { return m_results; }
    void forgetResults();                                          ///< all answers, and what was revealed
    void takeResults(std::map<std::size_t, LessonResult> results); ///< of another student

    int quizzes() const;
    int right() const; ///< of the answers

Q_SIGNALS:
    void begun();
    void moved();    ///< to another page
    void revealed(); ///< the answer, or the quiz's right answers
    void answered();
    void resultsChanged(); ///< answered, forgotten or taken

private:
    std::shared_ptr<const Lesson> m_lesson;
    int m_at = 0;
    std::set<int> m_revealed, m_solved;
    std::map<std::size_t, LessonResult> m_results;
    QElapsedTimer m_since; ///< this page appeared
};

} // namespace vbs
