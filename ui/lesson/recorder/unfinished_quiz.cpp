#include "ui/lesson/recorder/unfinished_quiz.h"

#include "core/lesson/lesson_answers.h"
#include "core/lesson/lesson_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

constexpr const char* kUnfinished = "unfinished_quiz";

struct QuizText {
    Q_DECLARE_TR_FUNCTIONS(vbs::QuizText)
};

bool isBlankText(const std::string& text)
{
    return forgivingText(text).empty();
}

QString optionsTrouble(const LessonQuiz& quiz)
{
    if (quiz.options.size() < 2)
        return QuizText::tr("The quiz needs at least two options.");
    if (std::ranges::any_of(quiz.options, isBlankText))
        return QuizText::tr("One of the options has no text.");
    if (quiz.right.empty())
        return QuizText::tr("Mark which option is right.");
    if (quiz.kind == QuizKind::One && quiz.right.size() != 1)
        return QuizText::tr("Mark one option alone as right, or choose the kind with several right ones.");
    return {};
}

QString regionsTrouble(const LessonStep& step)
{
    if (!step.task)
        return QuizText::tr("The step asks the model nothing, so it has no regions to click on.");
    if (step.quiz.right.empty() && step.quiz.rightRegions.empty())
        return QuizText::tr("Click on the region in the picture that is right.");
    const auto beyond = [](const std::vector<std::size_t>& right, const RegionSet& found) {
        return !right.empty() && right.back() >= found.regions.size();
    };
    if (step.recorded && (beyond(step.quiz.right, step.recorded->regions) ||
                          beyond(step.quiz.rightRegions, step.recorded->rightRegions)))
        return QuizText::tr("A region that is right is not in this picture: click on the right ones again.");
    return {};
}

QString predictTrouble(const LessonStep& step)
{
    if (!step.task)
        return QuizText::tr("The step asks the model nothing, so there is no answer to predict.");
    if (step.task == Task::RegionToPhrase)
        return QuizText::tr("Finding phrases has no single answer to predict: choose another kind of quiz.");
    const std::vector<std::string>& options = step.quiz.options;
    if (options.size() == 1)
        return QuizText::tr("Give at least two options, or none: then the answer is typed.");
    if (std::ranges::any_of(options, isBlankText))
        return QuizText::tr("One of the options has no text.");
    const std::string said = forgivingText(recordedAnswer(step));
    if (!said.empty() && !options.empty() &&
        std::ranges::none_of(options, [&](const std::string& option) { return forgivingText(option) == said; }))
        return QuizText::tr("The model says “%1”, which is none of the options.")
            .arg(QString::fromStdString(recordedAnswer(step)));
    return {};
}

Json jsonOf(const LessonQuiz& quiz)
{
    return {{"kind", nameOf(quiz.kind)},    {"question", quiz.question},    {"options", quiz.options},
            {"right", quiz.right},          {"regions", quiz.rightRegions}, {"accepted", quiz.accepted},
            {"when_right", quiz.whenRight}, {"when_wrong", quiz.whenWrong}, {"more", quiz.more}};
}

template <typename Value> Value valueOf(const Json& json, const char* key)
{
    return json.contains(key) ? json.at(key).get<Value>() : Value();
}

LessonQuiz quizOf(const Json& json)
{
    LessonQuiz quiz;
    quiz.kind = quizKindNamed(valueOf<std::string>(json, "kind")).value_or(QuizKind::None);
    quiz.question = valueOf<std::string>(json, "question");
    quiz.options = valueOf<std::vector<std::string>>(json, "options");
    quiz.right = valueOf<std::vector<std::size_t>>(json, "right");
    quiz.rightRegions = valueOf<std::vector<std::size_t>>(json, "regions");
    quiz.accepted = valueOf<std::vector<std::string>>(json, "accepted");
    quiz.whenRight = valueOf<std::string>(json, "when_right");
    quiz.whenWrong = valueOf<std::string>(json, "when_wrong");
    quiz.options.resize(std::min(quiz.options.size(), LessonLimits::kOptions));
    for (std::vector<std::size_t>* right : {&quiz.right, &quiz.rightRegions}) {
        std::ranges::sort(*right);
        right->erase(std::ranges::unique(*right).begin(), right->end());
        std::erase_if(*right, [](std::size_t i) { return i >= LessonLimits::kRegions; });
    }
    if (json.contains("more") && json.at("more").is_object())
        quiz.more = json.at("more");
    return quiz;
}

} // namespace

QString quizTrouble(const LessonStep& step)
{
    switch (step.quiz.kind) {
    case QuizKind::None:
        return {};
    case QuizKind::One:
    case QuizKind::Several:
        return optionsTrouble(step.quiz);
    case QuizKind::Text:
        return std::ranges::all_of(step.quiz.accepted, isBlankText)
                   ? QuizText::tr("Write down at least one answer that is right.")
                   : QString();
    case QuizKind::Region:
        return regionsTrouble(step);
    case QuizKind::Predict:
        return predictTrouble(step);
    }
    return {};
}

void putUnfinishedAside(LessonStep& step)
{
    if (quizTrouble(step).isEmpty())
        return;
    step.more[kUnfinished] = jsonOf(step.quiz);
    step.quiz = {};
}

void takeUnfinishedBack(LessonStep& step)
{
    const auto found = step.more.find(kUnfinished);
    if (found == step.more.end())
        return;
    try {
        if (step.quiz.kind == QuizKind::None)
            step.quiz = quizOf(*found);
    } catch (const Json::exception&) {
        // Somebody else's key of the same name: the step has no quiz, as it says.
    }
    step.more.erase(kUnfinished);
}

} // namespace vbs
