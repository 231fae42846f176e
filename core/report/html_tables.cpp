#include "core/report/html_tables.h"

#include "core/base/ranking.h"
#include "core/engine/explanation_names.h"
#include "core/engine/region_name.h"
#include "core/report/annotate_page.h"
#include "core/report/xml_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace vbs::html {

namespace {

constexpr std::size_t kMostRegions = 8, kMostFound = 3;

/// 0..100 in whole numbers, which no locale writes with a comma.
std::string wholePercent(double part)
{
    return std::to_string(std::isfinite(part) ? std::lround(100 * std::clamp(part, 0., 1.)) : 0L) + "%";
}

std::string signedPercent(double part)
{
    return part < 0 ? "\u2212" + annotation::percent(-part) : annotation::percent(part);
}

/// One row: label, bar, number. @param length of the bar, 0..1.
std::string row(const std::string& label, double value, double length)
{
    return "<tr>" + element("th", label) +
           "<td class=\"track\"><span class=\"bar\" style=\"width:" + wholePercent(length) + "\"></span></td>" +
           element("td", signedPercent(value), "number") + "</tr>\n";
}

std::string table(const std::string& caption, const std::string& rows)
{
    if (rows.empty())
        return {};
    return "<table>" + (caption.empty() ? "" : element("caption", caption)) + "<tbody>\n" + rows + "</tbody></table>\n";
}

std::string rowsOf(const std::vector<Answer>& answers)
{
    std::string rows;
    for (const Answer& answer : answers)
        rows += row(answer.text, answer.probability, answer.probability);
    return rows;
}

std::string plainAnswers(const InferenceResult& result)
{
    return table("", rowsOf(result.answers));
}

std::string choices(const InferenceResult& result)
{
    std::string rows;
    for (const ChoiceScore& choice : result.choices)
        rows += row(choice.text, choice.probability, choice.probability);
    return table("", rows);
}

std::string phrases(const InferenceResult& result)
{
    std::string tables;
    for (const PhraseRegions& phrase : result.phrases) {
        std::string rows;
        const std::vector<std::size_t> order = greatestFirst(phrase.regions);
        for (std::size_t i = 0; i < std::min(order.size(), kMostFound); ++i)
            if (order[i] < result.regions.regions.size())
                rows +=
                    row(nameOf(result.regions.regions[order[i]]), phrase.regions[order[i]], phrase.regions[order[i]]);
        tables += table(phrase.text, rows);
    }
    return tables;
}

std::string match(const InferenceResult& result)
{
    return result.match < 0 ? "" : table("", row("fits the picture", result.match, result.match));
}

std::string masks(const InferenceResult& result)
{
    std::string tables;
    for (std::size_t i = 0; i < result.masks.size(); ++i)
        tables += table("mask " + std::to_string(i + 1), rowsOf(result.masks[i].words));
    return tables + match(result);
}

using Tables = std::string (*)(const InferenceResult&);

constexpr std::array<std::pair<Task, Tables>, 6> kTables = {{
    {Task::VisualQuestionAnswering, plainAnswers},
    {Task::VisualReasoning, plainAnswers},
    {Task::MultipleChoice, choices},
    {Task::RegionToPhrase, phrases},
    {Task::MaskedWords, masks},
    {Task::CaptionMatch, match},
}};

/// The heaviest regions. @param greatest has the longest bar; weights below 0 have none.
std::string regionTable(const std::string& caption, const RegionSet& regions, std::span<const double> weights,
                        double greatest)
{
    std::string rows;
    const std::vector<std::size_t> order = greatestFirst(weights);
    for (std::size_t i = 0; i < std::min(order.size(), kMostRegions); ++i)
        if (order[i] < regions.regions.size())
            rows += row(nameOf(regions.regions[order[i]]), weights[order[i]],
                        greatest > 0 ? weights[order[i]] / greatest : 0.);
    return table(caption, rows);
}

std::string tokenChips(const InferenceResult& result)
{
    const std::vector<double>& weights = result.explanation.tokens;
    if (weights.empty() || weights.size() != result.tokens.size())
        return {};
    const double greatest = std::max(0., *std::ranges::max_element(weights));
    std::string chips;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double part = greatest > 0 ? weights[i] / greatest : 0.;
        chips += "<span class=\"token\" title=\"" + signedPercent(weights[i]) +
                 "\" style=\"background:rgb(230 159 0 / " + wholePercent(0.8 * part) + ")\">" +
                 xmlText(result.tokens[i].text) + "</span>\n";
    }
    return "<p class=\"tokens\">" + chips + "</p>\n";
}

} // namespace

std::string element(const std::string& tag, const std::string& text, const std::string& kind)
{
    return "<" + tag + (kind.empty() ? "" : " class=\"" + kind + "\"") + ">" + xmlText(text) + "</" + tag + ">";
}

std::string answersOf(const InferenceRequest& request, const InferenceResult& result)
{
    for (const auto& [task, tables] : kTables)
        if (task == request.task)
            return tables(result);
    return {};
}

std::string explanationOf(const InferenceResult& result)
{
    const Explanation& explanation = result.explanation;
    const std::string method(nameOf(explanation.request.method));
    std::string heading =
        "Why " + (explanation.of.empty() ? "" : "\u201c" + explanation.of + "\u201d ") + "(" + method + ")";
    double greatest = 0;
    for (const auto* weights : {&explanation.regions, &explanation.rightRegions})
        for (const double weight : *weights)
            greatest = std::max(greatest, weight);
    const bool pair = !explanation.rightRegions.empty();
    std::string tables = regionTable(pair ? "left picture" : "", result.regions, explanation.regions, greatest);
    if (pair)
        tables += regionTable("right picture", result.rightRegions, explanation.rightRegions, greatest);
    tables += tokenChips(result);
    return tables.empty() ? "" : element("h3", heading) + "\n" + tables;
}

} // namespace vbs::html
