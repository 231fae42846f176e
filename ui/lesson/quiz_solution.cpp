#include "ui/lesson/quiz_solution.h"

#include "core/engine/region_name.h"
#include "core/lesson/lesson_answers.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QStringList>

namespace vbs {
namespace {

struct QuizSolution {
    Q_DECLARE_TR_FUNCTIONS(vbs::QuizSolution)
};

} // namespace

QString solutionText(const LessonStep& step)
{
    const LessonQuiz& quiz = step.quiz;
    QStringList right;
    if (quiz.kind == QuizKind::Region && step.recorded) {
        for (const std::size_t i : quiz.right)
            right << toQString(nameOf(step.recorded->regions.regions.at(i)));
        for (const std::size_t i : quiz.rightRegions)
            right << toQString(nameOf(step.recorded->rightRegions.regions.at(i)));
    } else if (quiz.kind == QuizKind::Predict) {
        right << toQString(recordedAnswer(step));
    } else if (quiz.kind == QuizKind::Text) {
        right << toQString(quiz.accepted.empty() ? std::string() : quiz.accepted.front());
    } else {
        for (const std::size_t i : quiz.right)
            right << toQString(quiz.options.at(i));
    }
    return QuizSolution::tr("Right is: %1").arg(right.join(QuizSolution::tr("; ")));
}

} // namespace vbs
