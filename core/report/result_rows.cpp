#include "core/report/result_rows.h"

#include "core/base/ranking.h"
#include "core/engine/region_name.h"

namespace vbs {

namespace {

void add(std::vector<ResultRow>& rows, const std::vector<Answer>& answers, const std::string& item)
{
    for (std::size_t i = 0; i < answers.size(); ++i)
        rows.push_back({item, i + 1, answers[i].text, answers[i].probability});
}

} // namespace

std::vector<ResultRow> answerRows(const InferenceRequest&, const InferenceResult& result)
{
    std::vector<ResultRow> rows;
    add(rows, result.answers, "");
    return rows;
}

std::vector<ResultRow> choiceRows(const InferenceRequest&, const InferenceResult& result)
{
    std::vector<double> probabilities;
    for (const ChoiceScore& choice : result.choices)
        probabilities.push_back(choice.probability);
    const std::vector<std::size_t> order = greatestFirst(probabilities);
    std::vector<ResultRow> rows;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const ChoiceScore& choice = result.choices[order[rank]];
        rows.push_back({"", rank + 1, choice.text, choice.probability, &choice.score});
    }
    return rows;
}

std::vector<ResultRow> phraseRows(const InferenceRequest& request, const InferenceResult& result)
{
    std::vector<ResultRow> rows;
    for (const PhraseRegions& phrase : result.phrases) {
        std::size_t rank = 0;
        for (const std::size_t i : greatestFirst(phrase.regions)) {
            if (i >= result.regions.regions.size() || int(rank) >= request.topK)
                continue;
            const Region& region = result.regions.regions[i];
            rows.push_back({phrase.text, ++rank, nameOf(region), phrase.regions[i], nullptr, &region.box});
        }
    }
    return rows;
}

std::vector<ResultRow> maskRows(const InferenceRequest& request, const InferenceResult& result)
{
    std::vector<ResultRow> rows;
    for (std::size_t i = 0; i < result.masks.size(); ++i)
        add(rows, result.masks[i].words, std::to_string(i + 1));
    for (const ResultRow& row : matchRows(request, result))
        rows.push_back(row);
    return rows;
}

std::vector<ResultRow> matchRows(const InferenceRequest&, const InferenceResult& result)
{
    if (result.match < 0)
        return {};
    return {{"", 1, "match", result.match}};
}

} // namespace vbs
