#include "core/report/answer_tables.h"

#include "core/base/ranking.h"
#include "core/engine/absence_text.h"
#include "core/engine/region_name.h"
#include "core/report/html_tables.h"

#include <algorithm>
#include <vector>

namespace vbs::html {

namespace {

constexpr std::size_t kMostFound = 3;

std::string rowsOf(const std::vector<Answer>& answers)
{
    std::string rows;
    for (const Answer& answer : answers)
        rows += row(answer.text, answer.probability, answer.probability);
    return rows;
}

} // namespace

std::string answerTable(const InferenceResult& result)
{
    return table("", rowsOf(result.answers));
}

std::string choiceTable(const InferenceResult& result)
{
    std::string rows;
    for (const ChoiceScore& choice : result.choices)
        rows += row(choice.text, choice.probability, choice.probability);
    return table("", rows);
}

std::string phraseTables(const InferenceResult& result)
{
    std::string tables;
    for (const PhraseRegions& phrase : result.phrases) {
        std::string rows;
        const std::vector<std::size_t> order = greatestFirst(phrase.regions);
        for (std::size_t i = 0; i < std::min(order.size(), kMostFound); ++i)
            if (order[i] < result.regions.regions.size())
                rows +=
                    row(nameOf(result.regions.regions[order[i]]), phrase.regions[order[i]], phrase.regions[order[i]]);
        tables += table(
            phrase.text + (isAbsent(result, phrase.span) ? std::string(" \u00b7 ") + absenceText(result) : ""), rows);
    }
    return tables;
}

std::string maskTables(const InferenceResult& result)
{
    std::string tables;
    for (std::size_t i = 0; i < result.masks.size(); ++i)
        tables += table("mask " + std::to_string(i + 1), rowsOf(result.masks[i].words));
    return tables + matchTable(result);
}

std::string matchTable(const InferenceResult& result)
{
    return result.match < 0 ? "" : table("", row("fits the picture", result.match, result.match));
}

} // namespace vbs::html
