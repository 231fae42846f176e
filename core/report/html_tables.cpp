#include "core/report/html_tables.h"

#include "core/base/ranking.h"
#include "core/engine/explanation_methods.h"
#include "core/engine/region_name.h"
#include "core/report/annotate_page.h"
#include "core/report/heat_look.h"
#include "core/report/xml_text.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace vbs::html {

namespace {

constexpr std::size_t kMostRegions = 8;

/// 0..100 in whole numbers, which no locale writes with a comma.
std::string wholePercent(double part)
{
    return std::to_string(std::isfinite(part) ? std::lround(100 * std::clamp(part, 0., 1.)) : 0L) + "%";
}

std::string signedPercent(double part)
{
    return part < 0 ? "\u2212" + annotation::percent(-part) : annotation::percent(part);
}

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

std::string blindOf(const InferenceResult& result)
{
    if (result.blindAnswers.empty())
        return {};
    const Answer& answer = result.blindAnswers.front();
    return element("p",
                   std::string("Without the picture") + (taskInfo(result.task).pair ? "s" : "") +
                       " the model would say: " + answer.text + " (" + annotation::percent(answer.probability) + ").",
                   "blind") +
           "\n";
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
    const bool hasRegions = !explanation.regions.empty() || pair;
    if (const auto shares = heatShares(explanation); shares && hasRegions && !tables.empty())
        tables += element("p",
                          "Regions together " + annotation::percent(shares->regions + shares->rightRegions) +
                              ", words " + annotation::percent(shares->words) + ".",
                          "facts") +
                  "\n";
    return tables.empty() ? "" : element("h3", heading) + "\n" + tables;
}

} // namespace vbs::html
