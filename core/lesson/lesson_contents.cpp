#include "core/image/image_io.h"
#include "core/lesson/lesson_document.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_members.h"
#include "core/lesson/lesson_record.h"
#include "core/lesson/recorded_look.h"
#include "core/report/result_record.h"

#include <cmath>

namespace vbs {
namespace {

/// "recorded/03"
std::string recordedStem(std::size_t step)
{
    const std::string number = std::to_string(step + 1);
    return std::string(kLessonRecorded) + (number.size() < 2 ? "0" : "") + number;
}

bool isSound(const RegionSet& set)
{
    bool sound = set.imageWidth >= 0 && set.imageHeight >= 0 &&
                 std::int64_t(set.imageWidth) * set.imageHeight <= kMaxPixels &&
                 set.regions.size() <= LessonLimits::kRegions;
    for (const Region& region : set.regions)
        for (const float number : {region.box.x1, region.box.y1, region.box.x2, region.box.y2})
            sound = sound && std::isfinite(number);
    return sound;
}

void readRecorded(LessonStep& step, const std::string& name, const LessonMembers& members)
try {
    const auto found = members.find(name);
    if (found == members.end())
        throw Error(ErrorCode::CorruptData, sentence("it is missing; record the lesson anew."));
    const Json json = parseLessonJson(found->second, name);
    LessonRecord record(json, name);
    const Json* result = record.find("result");
    if (!result)
        record.fail("result", sentence("is missing"));
    step.recorded = resultOfRecord(*result);
    if (!isSound(step.recorded->regions) || !isSound(step.recorded->rightRegions))
        record.fail("result", sentence("has regions of no picture"));
    if (const Json* look = record.find("look")) {
        const auto attention = members.find(record.text("attention"));
        step.look =
            recordedLookOf(*look, attention == members.end() ? std::string() : attention->second, *step.recorded);
    }
} catch (const Error& e) {
    throw e.withContext(name);
}

} // namespace

Lesson lessonOfMembers(LessonMembers members)
{
    const auto document = members.find(std::string(kLessonDocument));
    if (document == members.end())
        throw Error(ErrorCode::CorruptData, sentence("it is no lesson: it has no lesson.json."));
    std::vector<std::string> recorded;
    Lesson lesson = lessonOfDocument(parseLessonJson(document->second, std::string(kLessonDocument)), recorded);
    for (auto& [name, bytes] : members)
        if (name.starts_with(kLessonPictures))
            lesson.pictures.emplace(name, lessonPictureOf(std::move(bytes), name));
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        if (!recorded[i].empty())
            readRecorded(lesson.steps[i], recorded[i], members);
        requireSound(lesson, i);
    }
    return lesson;
}

LessonMembers membersOf(const Lesson& lesson)
{
    LessonMembers members;
    for (const auto& [name, picture] : lesson.pictures)
        members.emplace(name, *picture.bytes);
    std::vector<std::string> recorded;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        const LessonStep& step = lesson.steps[i];
        recorded.emplace_back();
        if (!step.recorded)
            continue;
        recorded.back() = recordedStem(i) + ".json";
        OrderedJson json = {{"result", OrderedJson(recordOf(*step.recorded))}};
        if (step.look) {
            json["look"] = lookJsonOf(*step.look, *step.recorded);
            if (!step.look->inspection.attention.empty()) {
                const std::string name = recordedStem(i) + ".attention";
                json["attention"] = name;
                members.emplace(name, attentionBytes(step.look->inspection.attention));
            }
        }
        members.emplace(recorded.back(), jsonText(json, 1) + "\n");
    }
    members.emplace(kLessonDocument, jsonText(documentOf(lesson, recorded)) + "\n");
    return members;
}

} // namespace vbs
