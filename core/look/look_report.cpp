#include "core/look/look_report.h"

#include "core/base/ranking.h"
#include "core/base/utf8.h"
#include "core/engine/region_name.h"

#include <algorithm>
#include <cstdio>

namespace vbs {
namespace {

template <typename... Values> std::string formatted(const char* format, Values... values)
{
    const int size = std::snprintf(nullptr, 0, format, values...);
    std::string text(std::size_t(std::max(size, 0)) + 1, '\0');
    std::snprintf(text.data(), text.size(), format, values...);
    text.pop_back();
    return text;
}

std::string percent(double share)
{
    return formatted("%.1f %%", 100 * share);
}

OrderedJson jsonOf(const Answer& answer)
{
    return {{"text", answer.text}, {"probability", answer.probability}};
}

OrderedJson namesOf(const std::vector<std::size_t>& regions, const InferenceResult& result)
{
    OrderedJson names = OrderedJson::array();
    for (const std::size_t region : regions)
        names.push_back({{"region", region}, {"name", regionNameIn(result, region)}});
    return names;
}

/// "the green ball on the right"
std::string phraseFor(std::size_t region, const InferenceResult& result)
{
    const std::size_t left = result.regions.regions.size();
    if (result.rightRegions.regions.empty())
        return "the " + nameOf(result.regions.regions.at(region));
    return region < left ? "the " + nameOf(result.regions.regions[region]) + " on the left"
                         : "the " + nameOf(result.rightRegions.regions.at(region - left)) + " on the right";
}

/// "the orange ball, the sun and the hat"
std::string joined(const std::vector<std::string>& things)
{
    std::string text;
    for (std::size_t i = 0; i < things.size(); ++i)
        text += (i == 0 ? "" : i + 1 == things.size() ? " and " : ", ") + things[i];
    return withoutControls(text);
}

std::string listed(const std::vector<std::size_t>& regions, const InferenceResult& result)
{
    std::vector<std::string> things;
    for (const std::size_t region : regions)
        things.push_back(phraseFor(region, result));
    return joined(things);
}

/// the word "color"; the words "what" and "color"
std::string listed(const std::vector<HiddenWord>& words)
{
    std::vector<std::string> things;
    for (const HiddenWord& word : words)
        things.push_back('"' + word.text + '"');
    return (words.size() == 1 ? "the word " : "the words ") + joined(things);
}

constexpr const char* kTaughtOnTheLast =
    "What reads the answer was taught on the last layer only: earlier ones are a hint, no more.\n";

std::string layerName(std::size_t layer)
{
    return layer == 0 ? std::string("embeddings ") : formatted("layer %-5zu", layer);
}

/// Of each phrase the three regions that a layer is surest of.
std::string phraseLayersText(const Inspection& inspection)
{
    constexpr std::size_t kListed = 3;
    const std::vector<int> settled = settledPhrases(inspection);
    std::string text;
    for (std::size_t phrase = 0; phrase < settled.size(); ++phrase) {
        const std::string name = withoutControls(inspection.phrasesByLayer.back()[phrase].text);
        text += name + ":\n";
        for (std::size_t layer = 0; layer < inspection.phrasesByLayer.size(); ++layer) {
            const std::vector<double>& regions = inspection.phrasesByLayer[layer][phrase].regions;
            std::vector<std::size_t> order = greatestFirst(regions);
            order.resize(std::min(order.size(), kListed));
            text += "  " + layerName(layer);
            for (const std::size_t region : order)
                text += formatted("  %s %s", withoutControls(regionNameIn(inspection.result, region)).c_str(),
                                  percent(regions[region]).c_str());
            text += '\n';
        }
        text += settled[phrase] == 0
                    ? "  The embeddings alone say so.\n"
                    : formatted("  This region stands from layer %d of %zu on.\n", settled[phrase], inspection.layers);
    }
    return text;
}

} // namespace

std::string regionNameIn(const InferenceResult& result, std::size_t region)
{
    const std::size_t left = result.regions.regions.size();
    const bool two = !result.rightRegions.regions.empty();
    if (region < left)
        return (two ? "left: " : "") + nameOf(result.regions.regions[region]);
    return "right: " + nameOf(result.rightRegions.regions.at(region - left));
}

std::string layersText(const Inspection& inspection)
{
    if (!inspection.phrasesByLayer.empty())
        return phraseLayersText(inspection) + kTaughtOnTheLast;
    if (inspection.answersByLayer.empty())
        return "This task has no answer that could be read layer by layer.\n";
    std::string text;
    for (std::size_t layer = 0; layer < inspection.answersByLayer.size(); ++layer) {
        text += layerName(layer);
        for (const Answer& answer : inspection.answersByLayer[layer])
            text += formatted("  %s %s", withoutControls(answer.text).c_str(), percent(answer.probability).c_str());
        text += '\n';
    }
    const int settled = settledLayer(inspection);
    text += settled == 0 ? "The embeddings alone say so.\n"
                         : formatted("The answer stands from layer %d of %zu on.\n", settled, inspection.layers);
    return text + kTaughtOnTheLast;
}

OrderedJson layersJson(const Inspection& inspection)
{
    OrderedJson layers = OrderedJson::array();
    if (!inspection.phrasesByLayer.empty()) {
        for (const std::vector<PhraseRegions>& phrases : inspection.phrasesByLayer) {
            OrderedJson list = OrderedJson::array();
            for (const PhraseRegions& phrase : phrases)
                list.push_back({{"phrase", phrase.text}, {"regions", phrase.regions}});
            layers.push_back(std::move(list));
        }
        return {{"layers", std::move(layers)}, {"settled", settledPhrases(inspection)}};
    }
    for (const std::vector<Answer>& answers : inspection.answersByLayer) {
        OrderedJson list = OrderedJson::array();
        for (const Answer& answer : answers)
            list.push_back(jsonOf(answer));
        layers.push_back(std::move(list));
    }
    return {{"layers", std::move(layers)}, {"settled", settledLayer(inspection)}};
}

OrderedJson positionsJson(const Inspection& inspection)
{
    OrderedJson positions = OrderedJson::array();
    for (const TextToken& token : inspection.result.tokens)
        positions.push_back({{"token", token.text}});
    const std::size_t regions =
        inspection.result.regions.regions.size() + inspection.result.rightRegions.regions.size();
    for (std::size_t i = 0; i < regions; ++i)
        positions.push_back({{"region", regionNameIn(inspection.result, i)}});
    return positions;
}

std::string attentionText(const Inspection& inspection)
{
    std::string text = "layer  head  entropy  on regions  on [SEP]  text>text  text>regions  regions>text  "
                       "regions>regions\n";
    const auto grid = attentionGrid(inspection);
    for (std::size_t layer = 0; layer < grid.size(); ++layer)
        for (std::size_t head = 0; head < grid[layer].size(); ++head) {
            const HeadMeasures& one = grid[layer][head];
            text += formatted("%5zu %5zu %8.2f %9.1f %% %7.1f %% %8.1f %% %11.1f %% %11.1f %% %14.1f %%\n", layer + 1,
                              head + 1, one.entropy, 100 * one.onRegions, 100 * one.onSeparator, 100 * one.blocks[0][0],
                              100 * one.blocks[0][1], 100 * one.blocks[1][0], 100 * one.blocks[1][1]);
        }
    return text;
}

OrderedJson attentionJson(const Inspection& inspection)
{
    OrderedJson heads = OrderedJson::array();
    const auto grid = attentionGrid(inspection);
    for (std::size_t layer = 0; layer < grid.size(); ++layer)
        for (std::size_t head = 0; head < grid[layer].size(); ++head) {
            const HeadMeasures& one = grid[layer][head];
            OrderedJson rows = OrderedJson::array();
            for (std::size_t from = 0; from < inspection.positions; ++from) {
                const std::span<const float> row = inspection.row(layer, head, from);
                rows.push_back(std::vector<float>(row.begin(), row.end()));
            }
            heads.push_back({{"layer", layer},
                             {"head", head},
                             {"entropy", one.entropy},
                             {"on_regions", one.onRegions},
                             {"on_separator", one.onSeparator},
                             {"blocks", one.blocks},
                             {"attention", std::move(rows)}});
        }
    return {{"positions", positionsJson(inspection)}, {"heads", std::move(heads)}};
}

std::string flipText(const SmallestFlip& flip, const InferenceResult& result)
{
    const std::string before = withoutControls(flip.before.text);
    std::string text;
    if (!flip.found) {
        text = formatted("The model says %s (%s) whatever regions%s are hidden%s.\n", before.c_str(),
                         percent(flip.before.probability).c_str(), flip.wordsTried > 0 ? ", or else words," : "",
                         flip.proven ? "" : ", as far as was tried");
        return text + formatted("%zu runs of the network.\n", flip.runs);
    }
    const bool byWords = !flip.words.empty();
    if (byWords)
        text = formatted("Hiding regions does not change the answer%s. ",
                         flip.regionsProven ? "" : ", as far as was tried");
    text += formatted("Without %s the model says: %s (%s). With everything: %s (%s, then %s).\n",
                      (byWords ? listed(flip.words) : listed(flip.regions, result)).c_str(),
                      withoutControls(flip.after.text).c_str(), percent(flip.after.probability).c_str(), before.c_str(),
                      percent(flip.before.probability).c_str(), percent(flip.left).c_str());
    text += !flip.proven ? "A smaller set may do it, too: not all were tried."
            : byWords    ? "No smaller set of words does it."
                         : "No smaller set of regions does it.";
    return text + formatted(" %zu runs of the network.\n", flip.runs);
}

OrderedJson flipJson(const SmallestFlip& flip, const InferenceResult& result)
{
    OrderedJson json = {{"before", jsonOf(flip.before)}, {"found", flip.found}};
    if (flip.found) {
        json["regions"] = namesOf(flip.regions, result);
        if (!flip.words.empty()) {
            json["words"] = OrderedJson::array();
            for (const HiddenWord& word : flip.words)
                json["words"].push_back({{"begin", word.span.begin}, {"end", word.span.end}, {"text", word.text}});
            json["asked"] = flip.textWithout;
        }
        json["after"] = jsonOf(flip.after);
        json["left"] = flip.left;
    }
    json["proven"] = flip.proven;
    if (flip.wordsTried > 0) {
        json["regions_proven"] = flip.regionsProven;
        json["words_tried"] = flip.wordsTried;
    }
    json["runs"] = flip.runs;
    return json;
}

std::string curvesText(const HidingCurves& curves)
{
    std::string text = formatted("How probable \"%s\" stays while regions go or come, the most important first\n"
                                 "order         deletion  insertion\n",
                                 withoutControls(curves.answer.text).c_str());
    for (const HidingCurve& curve : curves.curves)
        text += formatted("%-12s %7.1f %% %8.1f %%\n", curve.method.c_str(), 100 * curve.deletionArea,
                          100 * curve.insertionArea);
    return text + formatted("An order that is to the point has a small deletion and a large insertion. %zu runs of the "
                            "network.\n",
                            curves.runs);
}

OrderedJson curvesJson(const HidingCurves& curves, const InferenceResult& result)
{
    OrderedJson list = OrderedJson::array();
    for (const HidingCurve& curve : curves.curves)
        list.push_back({{"method", curve.method},
                        {"order", namesOf(curve.order, result)},
                        {"deletion", curve.deletion},
                        {"insertion", curve.insertion},
                        {"deletion_area", curve.deletionArea},
                        {"insertion_area", curve.insertionArea}});
    return {{"answer", jsonOf(curves.answer)}, {"curves", std::move(list)}, {"runs", curves.runs}};
}

} // namespace vbs
