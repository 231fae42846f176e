#include "ui/lesson/lesson_play.h"

#include <algorithm>

namespace vbs {

void LessonPlay::begin(std::shared_ptr<const Lesson> lesson, int step, std::map<std::size_t, LessonResult> results)
{
    m_lesson = std::move(lesson);
    m_results = std::move(results);
    m_revealed.clear();
    m_solved.clear();
    m_at = std::clamp(step, 0, std::max(0, pages() - 1));
    m_since.start();
    Q_EMIT begun();
    Q_EMIT moved();
}

int LessonPlay::steps() const
{
    return m_lesson ? int(m_lesson->steps.size()) : 0;
}

int LessonPlay::pages() const
{
    return steps() + (quizzes() > 0 ? 1 : 0);
}

const LessonStep* LessonPlay::stepAt(int number) const
{
    return number >= 0 && number < steps() ? &m_lesson->steps[std::size_t(number)] : nullptr;
}

void LessonPlay::go(int page)
{
    const int to = std::clamp(page, 0, std::max(0, pages() - 1));
    if (to == m_at)
        return;
    m_at = to;
    m_since.start();
    Q_EMIT moved();
}

bool LessonPlay::isShown() const
{
    const bool predicted = step() && step()->quiz.kind == QuizKind::Predict && result(m_at);
    return !step() || !hidesAnswer(*step()) || predicted || m_revealed.contains(m_at);
}

bool LessonPlay::isSolved() const
{
    const LessonResult* given = result(m_at);
    return m_solved.contains(m_at) ||
           (step() && given && (step()->quiz.kind == QuizKind::Predict || isRight(*step(), given->response)));
}

bool LessonPlay::canReveal() const
{
    return step() && (!isShown() || (step()->quiz.kind != QuizKind::None && !isSolved()));
}

void LessonPlay::reveal()
{
    if (!canReveal())
        return;
    m_revealed.insert(m_at);
    m_solved.insert(m_at);
    Q_EMIT revealed();
}

void LessonPlay::answer(const LessonResponse& response)
{
    if (!step() || step()->quiz.kind == QuizKind::None)
        return;
    const bool wasShown = isShown();
    const auto number = std::size_t(m_at);
    const auto before = m_results.find(number);
    const int tries = before == m_results.end() ? 1 : before->second.tries + 1;
    m_results[number] = {number, response, tries, double(m_since.elapsed()) / 1000};
    if (step()->quiz.kind == QuizKind::Predict)
        m_revealed.insert(m_at);
    Q_EMIT answered();
    Q_EMIT resultsChanged();
    if (isShown() != wasShown)
        Q_EMIT revealed();
}

const LessonResult* LessonPlay::result(int step) const
{
    const auto found = step < 0 ? m_results.end() : m_results.find(std::size_t(step));
    return found == m_results.end() ? nullptr : &found->second;
}

void LessonPlay::forgetResults()
{
    m_revealed.clear();
    m_solved.clear();
    takeResults({});
}

void LessonPlay::takeResults(std::map<std::size_t, LessonResult> results)
{
    m_results = std::move(results);
    Q_EMIT resultsChanged();
}

int LessonPlay::quizzes() const
{
    return m_lesson ? int(std::ranges::count_if(m_lesson->steps,
                                                [](const LessonStep& s) { return s.quiz.kind != QuizKind::None; }))
                    : 0;
}

int LessonPlay::right() const
{
    return int(std::ranges::count_if(
        m_results, [this](const auto& item) { return isRight(m_lesson->steps[item.first], item.second.response); }));
}

} // namespace vbs
