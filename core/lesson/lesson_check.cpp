#include "core/lesson/lesson_recording.h"
#include "core/lesson/recorded_look.h"
#include "core/report/result_record.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace vbs {
namespace {

constexpr double kBoxTolerance = 0.01; ///< pixels

/// What two trees differ by.
class Comparison {
public:
    explicit Comparison(double tolerance) : m_tolerance(tolerance) {}

    void compare(const Json& before, const Json& now, double tolerance)
    {
        if (before.is_number() && now.is_number()) {
            const double a = before, b = now, difference = std::abs(a - b);
            if (!(difference <= tolerance * std::max(1., std::abs(a)))) {
                m_differs = true;
                m_largest = std::max(m_largest, difference);
            }
        } else if (before.type() != now.type() || before.size() != now.size()) {
            m_differs = true;
        } else if (before.is_array()) {
            for (std::size_t i = 0; i < before.size(); ++i)
                compare(before[i], now[i], tolerance);
        } else if (before.is_object()) {
            compareObjects(before, now, tolerance);
        } else {
            m_differs = m_differs || before != now;
        }
    }

    bool differs() const { return m_differs; }
    double largest() const { return m_largest; }

private:
    void compareObjects(const Json& before, const Json& now, double tolerance)
    {
        for (const auto& [key, value] : before.items()) {
            const auto found = now.find(key);
            if (found == now.end())
                m_differs = true;
            else
                compare(value, *found, key == "box" ? std::max(kBoxTolerance, m_tolerance) : tolerance);
        }
    }

    double m_tolerance, m_largest = 0;
    bool m_differs = false;
};

/// Everything that was recorded, but for how and how fast it was computed.
Json allOf(const LessonStep& step)
{
    if (!step.recorded)
        return Json::object();
    Json json = recordOf(*step.recorded);
    for (const char* key : {"timing", "device", "precision", "regionPrecision"})
        json.erase(key);
    if (!step.look)
        return json;
    RecordedLook look = *step.look;
    look.more = Json::object();
    const Json view = lookJsonOf(look, *step.recorded);
    for (const auto& [key, value] : view.items())
        json["view: " + key] = value;
    if (!look.inspection.attention.empty())
        json["view: attention of all heads"] = look.inspection.attention;
    return json;
}

Sentence sentenceOf(std::size_t number, const LessonStep& step, const std::string& what, double largest)
{
    const Sentence name =
        step.title.empty() ? sentence("Step %1", number + 1) : sentence("Step %1 (%2)", number + 1, step.title);
    if (largest <= 0)
        return sentence("%1: the engine gives other values for \"%2\".", name, what);
    char by[32];
    std::snprintf(by, sizeof by, "%.3g", largest);
    return sentence("%1: the engine gives other values for \"%2\", by up to %3.", name, what, by);
}

void compareSteps(std::size_t number, const LessonStep& before, const LessonStep& now, double tolerance,
                  std::vector<LessonDifference>& differences)
{
    if (now.recorded && !before.recorded) {
        differences.push_back(
            {number, "recorded", 0, sentence("Step %1 was never recorded: record the lesson.", number + 1)});
        return;
    }
    const Json old = allOf(before), fresh = allOf(now);
    std::set<std::string> keys;
    for (const Json* json : {&old, &fresh})
        for (const auto& [key, value] : json->items())
            keys.insert(key);
    for (const std::string& key : keys) {
        Comparison comparison(tolerance);
        comparison.compare(old.value(key, Json()), fresh.value(key, Json()), tolerance);
        if (comparison.differs())
            differences.push_back(
                {number, key, comparison.largest(), sentenceOf(number, before, key, comparison.largest())});
    }
}

} // namespace

std::vector<LessonDifference> checkLesson(InferenceBackend& engine, const Lesson& lesson, const JobControl& control,
                                          double tolerance)
{
    std::vector<LessonDifference> differences;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        LessonStep step = lesson.steps[i];
        recordStep(engine, lesson, step, control);
        compareSteps(i, lesson.steps[i], step, tolerance, differences);
    }
    return differences;
}

} // namespace vbs
