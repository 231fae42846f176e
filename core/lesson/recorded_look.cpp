#include "core/lesson/recorded_look.h"

#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_record.h"
#include "core/look/look_report.h"

#include <bit>
#include <cstdint>

namespace vbs {
namespace {

constexpr int kMostHeads = 256;

using Table = std::vector<std::vector<double>>;

class LookReader {
public:
    LookReader(const Json& json, const InferenceResult& result) : m_record(json, "look"), m_result(result) {}

    RecordedLook read(const std::string& attention)
    {
        RecordedLook look;
        Inspection& inspection = look.inspection;
        inspection.result = m_result;
        inspection.positions = positionsOf(m_result);
        inspection.layers = std::size_t(m_record.number("layers", 0, 0, kMostHeads));
        inspection.heads = std::size_t(m_record.number("heads", 0, 0, kMostHeads));
        look.position = m_record.value("position", std::size_t(0));
        if (look.position > 0 && look.position >= inspection.positions)
            refuse("position");
        if (const Json* layers = m_record.find("answers"))
            inspection.answersByLayer = answersByLayer(*layers);
        if (const Json* phrases = m_record.find("phrases"))
            inspection.phrasesByLayer = phrasesByLayer(*phrases, inspection.layers + 1);
        const std::size_t positions = inspection.positions, states = inspection.layers + 1;
        look.attention = table("attention", positions, positions);
        look.flow = table("flow", states, positions);
        readPoints(look, states);
        if (const Json* flip = m_record.find("flip"))
            look.flip = flipOf(*flip);
        if (const Json* curves = m_record.find("curves"))
            look.curves = curvesOf(*curves);
        if (!attention.empty())
            inspection.attention = floatsOf(attention, inspection);
        look.more = m_record.rest();
        return look;
    }

private:
    [[noreturn]] void refuse(const char* key) const
    {
        m_record.fail(key, sentence("does not fit the result; record it anew"));
    }

    Table table(const char* key, std::size_t rows, std::size_t columns)
    {
        Table table = m_record.value(key, Table());
        if (!table.empty() && table.size() != rows)
            refuse(key);
        for (const auto& row : table)
            if (row.size() != columns)
                refuse(key);
        return table;
    }

    void readPoints(RecordedLook& look, std::size_t states)
    {
        const auto layers = m_record.value("points", std::vector<Table>());
        const Table spread = m_record.value("spread", Table());
        if (layers.empty())
            return;
        if (layers.size() != states || spread.size() != states)
            refuse("points");
        for (std::size_t layer = 0; layer < states; ++layer) {
            if (layers[layer].size() != look.inspection.positions || spread[layer].size() != 2)
                refuse("points");
            std::vector<LookPoint>& points = look.points.emplace_back();
            for (const auto& point : layers[layer]) {
                if (point.size() != 2)
                    refuse("points");
                points.push_back({point[0], point[1]});
            }
            look.spread.push_back({spread[layer][0], spread[layer][1]});
        }
    }

    static Answer answerOf(LessonRecord& record, const char* key)
    {
        const Json* found = record.find(key);
        if (!found)
            record.fail(key, sentence("is missing"));
        LessonRecord answer(*found, record.placeOf(key));
        return {answer.text("text"), answer.value("probability", 0.)};
    }

    std::vector<std::vector<Answer>> answersByLayer(const Json& json) const
    {
        LessonRecord record(json, "look.answers");
        std::vector<std::vector<Answer>> layers;
        for (const auto& list : record.value("layers", std::vector<std::vector<Json>>())) {
            std::vector<Answer>& answers = layers.emplace_back();
            for (const Json& item : list) {
                LessonRecord answer(item, "look.answers.layers");
                answers.push_back({answer.text("text"), answer.value("probability", 0.)});
            }
        }
        return layers;
    }

    /// Of each layer's phrases the regions' shares; their texts and places are those of the result.
    std::vector<std::vector<PhraseRegions>> phrasesByLayer(const Json& json, std::size_t states) const
    {
        LessonRecord record(json, "look.phrases");
        std::vector<std::vector<PhraseRegions>> layers;
        for (const auto& list : record.value("layers", std::vector<std::vector<Json>>())) {
            std::vector<PhraseRegions>& phrases = layers.emplace_back(m_result.phrases);
            if (list.size() != phrases.size())
                refuse("phrases");
            for (std::size_t i = 0; i < list.size(); ++i) {
                LessonRecord phrase(list[i], "look.phrases.layers");
                phrases[i].regions = phrase.value("regions", std::vector<double>());
                if (phrases[i].regions.size() != m_result.regions.regions.size())
                    refuse("phrases");
            }
        }
        if (layers.size() != states)
            refuse("phrases");
        return layers;
    }

    /// [{"region": 2, "name": …}, …]
    std::vector<std::size_t> regionsOf(LessonRecord& record, const char* key) const
    {
        std::vector<std::size_t> regions;
        const std::size_t count = m_result.regions.regions.size() + m_result.rightRegions.regions.size();
        for (const Json& item : record.value(key, std::vector<Json>())) {
            LessonRecord named(item, record.placeOf(key));
            regions.push_back(named.value("region", count));
            if (regions.back() >= count)
                record.fail(key, sentence("speaks of regions that were not found; record it anew"));
        }
        return regions;
    }

    static std::vector<HiddenWord> wordsOf(LessonRecord& record)
    {
        std::vector<HiddenWord> words;
        for (const Json& item : record.value("words", std::vector<Json>())) {
            LessonRecord word(item, record.placeOf("words"));
            words.push_back(
                {{word.value("begin", std::size_t(0)), word.value("end", std::size_t(0))}, word.text("text")});
        }
        return words;
    }

    SmallestFlip flipOf(const Json& json) const
    {
        LessonRecord record(json, "look.flip");
        SmallestFlip flip;
        flip.before = answerOf(record, "before");
        flip.found = record.value("found", false);
        if (flip.found) {
            flip.regions = regionsOf(record, "regions");
            flip.words = wordsOf(record);
            flip.textWithout = flip.words.empty() ? std::string() : record.text("asked");
            flip.after = answerOf(record, "after");
            flip.left = record.value("left", 0.);
        }
        flip.proven = record.value("proven", false);
        flip.regionsProven = record.value("regions_proven", false);
        flip.wordsTried = record.value("words_tried", std::size_t(0));
        flip.runs = record.value("runs", std::size_t(0));
        return flip;
    }

    HidingCurves curvesOf(const Json& json) const
    {
        LessonRecord record(json, "look.curves");
        HidingCurves curves;
        curves.answer = answerOf(record, "answer");
        curves.runs = record.value("runs", std::size_t(0));
        for (const Json& item : record.value("curves", std::vector<Json>())) {
            LessonRecord one(item, "look.curves.curves");
            HidingCurve curve;
            curve.method = one.text("method");
            curve.order = regionsOf(one, "order");
            curve.deletion = one.value("deletion", std::vector<double>());
            curve.insertion = one.value("insertion", std::vector<double>());
            curve.deletionArea = one.value("deletion_area", 0.);
            curve.insertionArea = one.value("insertion_area", 0.);
            const std::size_t steps = curve.order.size() + 1;
            if (curve.deletion.size() != steps || curve.insertion.size() != steps)
                one.fail("order", sentence("does not fit its curves; record it anew"));
            curves.curves.push_back(std::move(curve));
        }
        return curves;
    }

    std::vector<float> floatsOf(const std::string& bytes, const Inspection& inspection) const
    {
        const std::size_t each = inspection.positions * inspection.positions;
        const std::size_t count = inspection.layers * inspection.heads * each;
        if (count > LessonLimits::kRecorded || bytes.size() != count * sizeof(float))
            refuse("attention");
        std::vector<float> floats(count);
        for (std::size_t i = 0; i < count; ++i) {
            std::uint32_t bits = 0;
            for (std::size_t byte = 0; byte < 4; ++byte)
                bits |= std::uint32_t(std::uint8_t(bytes[4 * i + byte])) << (8 * byte);
            floats[i] = std::bit_cast<float>(bits);
            if (!(floats[i] >= 0 && floats[i] <= 1))
                floats[i] = 0; // no share of attention
        }
        return floats;
    }

    LessonRecord m_record;
    const InferenceResult& m_result;
};

} // namespace

std::size_t positionsOf(const InferenceResult& result)
{
    return result.tokens.size() + result.regions.regions.size() + result.rightRegions.regions.size();
}

OrderedJson lookJsonOf(const RecordedLook& look, const InferenceResult& result)
{
    OrderedJson json = {{"layers", look.inspection.layers}, {"heads", look.inspection.heads}};
    json["position"] = look.position;
    if (!look.inspection.answersByLayer.empty())
        json["answers"] = layersJson(look.inspection);
    if (!look.inspection.phrasesByLayer.empty())
        json["phrases"] = layersJson(look.inspection);
    if (!look.attention.empty())
        json["attention"] = look.attention;
    if (!look.flow.empty())
        json["flow"] = look.flow;
    if (!look.points.empty()) {
        json["points"] = look.points;
        json["spread"] = look.spread;
    }
    if (look.flip)
        json["flip"] = flipJson(*look.flip, result);
    if (look.curves)
        json["curves"] = curvesJson(*look.curves, result);
    addKept(json, look.more);
    return json;
}

RecordedLook recordedLookOf(const Json& json, const std::string& attention, const InferenceResult& result)
{
    return LookReader(json, result).read(attention);
}

std::string attentionBytes(const std::vector<float>& attention)
{
    std::string bytes;
    bytes.reserve(attention.size() * 4);
    for (const float share : attention) {
        const auto bits = std::bit_cast<std::uint32_t>(share);
        for (int byte = 0; byte < 4; ++byte)
            bytes += char(std::uint8_t(bits >> (8 * byte)));
    }
    return bytes;
}

} // namespace vbs
