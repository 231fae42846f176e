#include "core/report/result_record.h"

#include "core/engine/explanation_methods.h"
#include "core/engine/task_table.h"

namespace vbs {

// Found by the library through the types' namespace. Records outlive the version that wrote them: a key that is missing
// keeps its default, one that is unknown is passed over. Only what makes no sense in parts is needed whole.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Box, x1, y1, x2, y2)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Region, box, label, score, attribute, attributeScore, wholeImage,
                                                givenLabel, annotation)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RegionSet, imageWidth, imageHeight, regions)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TextSpan, begin, end)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TextToken, text, begin, end, special, ofChoice)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Answer, text, probability)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Timing, extractMs, inferMs, regionsCached)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ChoiceScore, text, score, probability)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PhraseRegions, span, text, regions)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MaskedWord, span, words)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Presence, span, phrase, noun, probability)

constexpr int kMostLayers = 256; ///< and heads: no model has as many, and choosers list them all

/// The library takes any number that fits an int, also a fraction or a NaN.
int countOf(const Json& json, const char* key, int least, int otherwise)
{
    const auto found = json.find(key);
    if (found == json.end())
        return otherwise;
    const double count = found->is_number() ? found->get<double>() : least - 1;
    if (!(count >= least && count <= kMostLayers))
        throw Error(ErrorCode::CorruptData,
                    sentence("The record of a result has %1 under \"%2\".", found->dump(), key));
    return static_cast<int>(count);
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Strangeness, picture, rightPicture, text)
NLOHMANN_JSON_SERIALIZE_ENUM(PhraseSource, {{PhraseSource::Head, "head"},
                                            {PhraseSource::Best, "best"},
                                            {PhraseSource::Names, "names"},
                                            {PhraseSource::Hiding, "hiding"}})

void to_json(Json& json, const ExplanationRequest& request)
{
    json = {{"method", nameOf(request.method)}, {"layer", request.layer}, {"head", request.head}, {"of", request.of}};
}

void from_json(const Json& json, ExplanationRequest& request)
{
    const std::string name = json.at("method");
    const auto method = explanationMethodNamed(name);
    if (!method)
        throw Error(ErrorCode::CorruptData, sentence("There is no explanation named %1.", name));
    request = {*method, countOf(json, "layer", -1, request.layer), countOf(json, "head", -1, request.head),
               json.value("of", request.of)};
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Explanation, request, layers, heads, of, regions, rightRegions, tokens,
                                                readFrom)

void to_json(Json& json, const Task& task)
{
    json = nameOf(task);
}

void from_json(const Json& json, Task& task)
{
    const std::string name = json;
    const auto named = taskNamed(name);
    if (!named)
        throw Error(ErrorCode::CorruptData, sentence("There is no task named %1.", name));
    task = *named;
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(InferenceResult, task, regions, rightRegions, answers, blindAnswers,
                                                choices, phrases, masks, presences, match, tokens, unknownWords,
                                                phraseSource, strangeness, explanation, timing, device, precision,
                                                regionPrecision)

namespace {

/// Reads one value; the library's exceptions become ours.
template <typename T> T read(const Json& record)
{
    try {
        return record.get<T>();
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData, sentence("This is not a record of a result."));
    }
}

void require(bool fits)
{
    if (!fits)
        throw Error(ErrorCode::CorruptData, sentence("The record of a result has lists of different lengths."));
}

void requireWeights(const std::vector<double>& weights, std::size_t count)
{
    require(weights.empty() || weights.size() == count);
}

} // namespace

Json recordOf(const InferenceResult& result)
{
    return result;
}

InferenceResult resultOfRecord(const Json& record)
{
    if (!record.is_object() || !record.contains("task"))
        throw Error(ErrorCode::CorruptData, sentence("This is not a record of a result: it names no task."));
    const auto result = read<InferenceResult>(record);
    if (record.contains("explanation"))
        for (const char* key : {"layers", "heads"})
            countOf(record["explanation"], key, 0, 0);
    requireWeights(result.explanation.regions, result.regions.regions.size());
    requireWeights(result.explanation.rightRegions, result.rightRegions.regions.size());
    requireWeights(result.explanation.tokens, result.tokens.size());
    for (const PhraseRegions& phrase : result.phrases)
        require(phrase.regions.size() == result.regions.regions.size());
    return result;
}

Json recordOf(const std::vector<Region>& regions)
{
    return regions;
}
std::vector<Region> regionsOfRecord(const Json& record)
{
    return read<std::vector<Region>>(record);
}
Json recordOf(const ExplanationRequest& request)
{
    return request;
}
ExplanationRequest explanationRequestOfRecord(const Json& record)
{
    return read<ExplanationRequest>(record);
}

} // namespace vbs
