#include "core/lesson/lesson_answers.h"

#include "core/engine/region_name.h"
#include "core/look/single_answer.h"
#include "core/report/result_csv.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <cstdio>

namespace vbs {
namespace {

std::string recordedMatch(const LessonStep& step, const std::string& answer)
{
    const std::string said = recordedAnswer(step);
    return !said.empty() && forgivingText(said) == forgivingText(answer) ? said : std::string();
}

bool contains(const std::vector<std::size_t>& regions, int region)
{
    return region >= 0 && std::ranges::find(regions, std::size_t(region)) != regions.end();
}

std::vector<std::size_t> sorted(std::vector<std::size_t> options)
{
    std::ranges::sort(options);
    return options;
}

std::string seconds(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

} // namespace

std::string forgivingText(std::string_view text)
{
    std::vector<unicode::Character> kept;
    bool space = false;
    for (const unicode::Character& c : unicode::toNfd(unicode::toLower(unicode::decodeUtf8(text)))) {
        if (unicode::isSpace(c.value) || unicode::isLineSeparator(c.value)) {
            space = !kept.empty();
        } else if (!unicode::isNonspacingMark(c.value) && !unicode::isControl(c.value)) {
            if (space)
                kept.push_back({U' ', 0, 0});
            kept.push_back(c);
            space = false;
        }
    }
    while (!kept.empty() && (unicode::isPunctuation(kept.back().value) || kept.back().value == U' '))
        kept.pop_back();
    return unicode::toUtf8(kept.data(), kept.data() + kept.size());
}

bool isAccepted(std::string_view answer, const std::vector<std::string>& accepted)
{
    const std::string given = forgivingText(answer);
    return !given.empty() &&
           std::ranges::any_of(accepted, [&](const std::string& text) { return forgivingText(text) == given; });
}

std::string recordedAnswer(const LessonStep& step)
{
    if (!step.recorded || step.recorded->task == Task::RegionToPhrase)
        return {};
    try {
        return singleAnswerOf(*step.recorded).text;
    } catch (const Error&) {
        return {}; // a result without answers
    }
}

bool isRight(const LessonStep& step, const LessonResponse& response)
{
    const LessonQuiz& quiz = step.quiz;
    switch (quiz.kind) {
    case QuizKind::None:
        return false;
    case QuizKind::One:
    case QuizKind::Several:
        return sorted(response.options) == quiz.right;
    case QuizKind::Text:
        return isAccepted(response.text, quiz.accepted);
    case QuizKind::Region:
        return contains(response.ofRightPicture ? quiz.rightRegions : quiz.right, response.region);
    case QuizKind::Predict:
        if (quiz.options.empty())
            return !recordedMatch(step, response.text).empty();
        return response.options.size() == 1 && response.options.front() < quiz.options.size() &&
               !recordedMatch(step, quiz.options[response.options.front()]).empty();
    }
    return false;
}

int regionAt(const RegionSet& regions, float x, float y)
{
    int best = -1;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const Region& region = regions.regions[i];
        if (region.wholeImage || !region.box.contains(x, y))
            continue;
        if (best < 0 || region.box.area() < regions.regions[std::size_t(best)].box.area())
            best = int(i);
    }
    return best;
}

std::string responseText(const LessonStep& step, const LessonResponse& response)
{
    const bool regions = step.quiz.kind == QuizKind::Region;
    if (regions) {
        if (!step.recorded || response.region < 0)
            return {};
        const RegionSet& set = response.ofRightPicture ? step.recorded->rightRegions : step.recorded->regions;
        return std::size_t(response.region) < set.regions.size() ? nameOf(set.regions[std::size_t(response.region)])
                                                                 : std::string();
    }
    if (step.quiz.options.empty())
        return response.text;
    std::string text;
    for (const std::size_t option : sorted(response.options))
        if (option < step.quiz.options.size())
            text += (text.empty() ? "" : "; ") + step.quiz.options[option];
    return text;
}

std::string lessonResultsCsv(const Lesson& lesson, const std::vector<LessonResult>& results, const std::string& student)
{
    std::string csv = "lesson,title,student,step,step_title,kind,question,answer,right,tries,seconds\r\n";
    for (const LessonResult& result : results) {
        const LessonStep& step = lesson.steps.at(result.step);
        const std::string fields[] = {lesson.id,
                                      lesson.title,
                                      student,
                                      std::to_string(result.step + 1),
                                      step.title,
                                      std::string(nameOf(step.quiz.kind)),
                                      step.quiz.question,
                                      responseText(step, result.response),
                                      isRight(step, result.response) ? "1" : "0",
                                      std::to_string(result.tries),
                                      seconds(result.seconds)};
        for (std::size_t i = 0; i < std::size(fields); ++i)
            csv += (i == 0 ? "" : ",") + csvText(fields[i]);
        csv += "\r\n";
    }
    return csv;
}

} // namespace vbs
