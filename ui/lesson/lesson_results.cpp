#include "ui/lesson/lesson_results.h"

#include "core/base/file_presence.h"
#include "core/base/json.h"
#include "ui/util/qt_bridge.h"

namespace vbs {
namespace {

constexpr std::uintmax_t kMostResultBytes = 8u << 20;

/// A lesson's id is safe in a name, but may be empty.
std::filesystem::path resultsFile(const QString& folder, const Lesson& lesson)
{
    return toPath(folder) / ((lesson.id.empty() ? std::string("lesson") : lesson.id) + ".json");
}

Json readAll(const std::filesystem::path& file)
{
    if (!isThere(file))
        return Json::object();
    Json all = readJsonFile(file, kMostResultBytes);
    if (!all.is_object())
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 does not hold the answers to a lesson: remove it.", file.string()));
    return all;
}

OrderedJson jsonOf(const LessonStep& step, const LessonResult& result)
{
    OrderedJson json;
    json["step"] = result.step + 1;
    json["kind"] = nameOf(step.quiz.kind);
    json["question"] = step.quiz.question;
    json["options"] = result.response.options;
    json["text"] = result.response.text;
    json["region"] = result.response.region;
    json["right_picture"] = result.response.ofRightPicture;
    json["tries"] = result.tries;
    json["seconds"] = result.seconds;
    return json;
}

/// Whether this is an answer to the step's quiz as it is now.
bool isOf(const LessonStep& step, const Json& json)
{
    return step.quiz.kind != QuizKind::None && json.value("kind", "") == nameOf(step.quiz.kind) &&
           json.value("question", "") == step.quiz.question;
}

LessonResult resultOf(const Json& json, std::size_t step)
{
    LessonResult result{step, {}, std::max(1, json.value("tries", 1)), std::max(0., json.value("seconds", 0.))};
    result.response.options = json.value("options", std::vector<std::size_t>());
    result.response.text = json.value("text", "");
    result.response.region = json.value("region", -1);
    result.response.ofRightPicture = json.value("right_picture", false);
    return result;
}

} // namespace

LessonResults readLessonResults(const QString& folder, const Lesson& lesson, const QString& student)
{
    const std::filesystem::path file = resultsFile(folder, lesson);
    const Json all = readAll(file);
    LessonResults results;
    try {
        for (const Json& json : all.value("students", Json::object()).value(student.toStdString(), Json::array())) {
            const auto number = json.value("step", std::size_t(0));
            if (number >= 1 && number <= lesson.steps.size() && isOf(lesson.steps[number - 1], json))
                results[number - 1] = resultOf(json, number - 1);
        }
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 does not hold the answers to a lesson: remove it.", file.string()));
    }
    return results;
}

void keepLessonResults(const QString& folder, const Lesson& lesson, const QString& student,
                       const LessonResults& results)
{
    const std::filesystem::path file = resultsFile(folder, lesson);
    Json before = Json::object();
    try {
        before = readAll(file);
    } catch (const Error&) { // what cannot be read is written anew
    }
    OrderedJson students = OrderedJson::object();
    if (const Json known = before.value("students", Json::object()); known.is_object())
        for (const auto& [name, answers] : known.items())
            students[name] = answers;
    const std::string own = student.toStdString();
    students.erase(own);
    for (const auto& [step, result] : results)
        students[own].push_back(jsonOf(lesson.steps.at(step), result));
    if (students.empty() && !isThere(file))
        return;
    OrderedJson all;
    all["format"] = 1;
    all["lesson"] = lesson.id;
    all["students"] = std::move(students);
    writeJsonFile(file, all);
}

} // namespace vbs
