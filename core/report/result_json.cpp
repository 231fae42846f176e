#include "core/report/result_json.h"

#include "core/engine/explanation_methods.h"
#include "core/engine/precision_text.h"
#include "core/image/picture_digest.h"
#include "core/report/answer_json.h"
#include "core/report/task_report.h"

namespace vbs {

namespace {

OrderedJson explanationJson(const InferenceRequest& request, const Explanation& explanation)
{
    OrderedJson json = {{"method", nameOf(request.explanation.method)}};
    if (!explanation.of.empty())
        json["of"] = explanation.of;
    json["regions"] = explanation.regions;
    if (taskInfo(request.task).pair)
        json["right_regions"] = explanation.rightRegions;
    json["tokens"] = explanation.tokens;
    return json;
}

OrderedJson regionJson(const Region& region)
{
    const Box& box = region.box;
    OrderedJson json = {{"box", {box.x1, box.y1, box.x2, box.y2}}, {"label", region.label}, {"score", region.score}};
    if (!region.attribute.empty()) {
        json["attribute"] = region.attribute;
        json["attribute_score"] = region.attributeScore;
    }
    if (!region.givenLabel.empty())
        json["given_label"] = region.givenLabel;
    json["whole_picture"] = region.wholeImage;
    if (!region.givenLabel.empty())
        json["given_label"] = region.givenLabel;
    return json;
}

/// @param image null: not known.
OrderedJson pictureJson(const ImagePtr& image, const RegionSet& regions)
{
    OrderedJson json = {{"file", image ? image->path : ""},
                        {"name", image ? image->name : ""},
                        {"width", regions.imageWidth},
                        {"height", regions.imageHeight}};
    if (image && !image->empty()) {
        const std::string digest = pictureDigest(*image); // "640x480 " and the hash
        json["pixels_sha256"] = digest.substr(digest.find(' ') + 1);
    }
    json["regions"] = OrderedJson::array();
    for (const Region& region : regions.regions)
        json["regions"].push_back(regionJson(region));
    return json;
}

/// Only where the pack can tell.
void addStrangeness(OrderedJson& json, const Strangeness& strangeness)
{
    if (strangeness.picture < 0 && strangeness.rightPicture < 0 && strangeness.text < 0)
        return;
    json["unfamiliar"] = strangeness.any();
    const auto add = [&](const char* key, double value) {
        if (value >= 0)
            json["strangeness"][key] = value;
    };
    add("picture", strangeness.picture);
    add("right_picture", strangeness.rightPicture);
    add("text", strangeness.text);
}

void addOrigin(OrderedJson& json, const AnswerOrigin& origin)
{
    if (!origin.date.empty())
        json["date"] = origin.date;
    if (!origin.program.empty())
        json["program"] = {{"name", "VisualBERT Studio"}, {"version", origin.program}};
    if (origin.pack.empty())
        return;
    json["pack"] = {{"name", origin.pack}, {"title", origin.packTitle}};
    if (!origin.packManifest.empty())
        json["pack"]["manifest_sha256"] = origin.packManifest;
}

} // namespace

OrderedJson resultJson(const InferenceRequest& request, const InferenceResult& result, const AnswerOrigin& origin)
{
    OrderedJson json = {{"task", nameOf(request.task)}};
    const TaskReport& report = taskReport(request.task);
    json[report.text] = request.text;
    report.json(json, result);
    if (!result.blindAnswers.empty())
        json["without_picture"] = answersJson(result.blindAnswers, "answer");
    json["regions"] = result.regions.regions.size();
    if (taskInfo(request.task).pair)
        json["right_regions"] = result.rightRegions.regions.size();
    json["pictures"] = OrderedJson::array({pictureJson(request.image, result.regions)});
    if (taskInfo(request.task).pair)
        json["pictures"].push_back(pictureJson(request.rightImage, result.rightRegions));
    if (!result.unknownWords.empty())
        json["unknown_words"] = result.unknownWords;
    if (result.phraseSource != PhraseSource::Head)
        json["found_by"] = result.phraseSource == PhraseSource::Names ? "names" : "hiding";
    addStrangeness(json, result.strangeness);
    for (const Presence& presence : result.presences)
        if (presence.isAbsent())
            json["absent"].push_back(presence.phrase);
    if (request.explanation.method != ExplanationMethod::None)
        json["explanation"] = explanationJson(request, result.explanation);
    json["timing_ms"] = {{"extract", result.timing.extractMs}, {"infer", result.timing.inferMs}};
    json["device"] = result.device;
    json["precision"] = result.precision;
    if (!result.regionPrecision.empty())
        json["region_precision"] = result.regionPrecision;
    if (const std::string note = precisionNote(result.precision, result.regionPrecision); !note.empty())
        json["precision_note"] = note;
    addOrigin(json, origin);
    return json;
}

} // namespace vbs
