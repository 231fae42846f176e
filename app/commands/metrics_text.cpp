#include "app/commands/metrics_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace {

constexpr std::size_t kConfusionsShown = 10;

/// A value as the field prints it: "65.43 %", "0.185"; "-" where nothing counts towards it.
std::string text(double value, bool perCent)
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, perCent ? "%.2f" : "%.3f", perCent ? 100 * value : value);
    return buffer;
}

void printFigure(const char* indent, const Figure& figure, bool perCent)
{
    const std::string name = figure.name.empty() ? "-" : withoutControls(figure.name);
    const std::string value = figure.value < 0 ? "-" : text(perCent ? figure.rounded / 100 : figure.rounded, perCent);
    std::string interval;
    if (figure.interval)
        interval = text(figure.interval->low, perCent) + " … " + text(figure.interval->high, perCent);
    // The mark of an ellipsis is one column in three bytes.
    std::printf("%s%-*s %8s%s   %-*s %8zu\n", indent, int(30 - std::char_traits<char>::length(indent)), name.c_str(),
                value.c_str(), perCent ? " %" : "  ", interval.empty() ? 17 : 19, interval.c_str(), figure.count);
}

void printConfusions(const std::vector<MetricReport::Confusion>& confusions)
{
    if (confusions.empty())
        return;
    std::printf("most frequent confusions: annotated, answered\n");
    for (std::size_t i = 0; i < std::min(kConfusionsShown, confusions.size()); ++i)
        std::printf("  %8zu  %s, %s\n", confusions[i].count, withoutControls(confusions[i].truth).c_str(),
                    withoutControls(confusions[i].answer).c_str());
}

} // namespace

void printReport(const MetricReport& report, std::size_t longestSlice, bool items)
{
    const bool intervals =
        std::ranges::any_of(report.figures, [](const Figure& one) { return one.interval.has_value(); });
    std::printf("%-30s %8s     %-17s %8s\n", "", "value", intervals ? "95 % interval" : "", "count");
    for (const Figure& figure : report.figures)
        printFigure("", figure, report.perCent);
    for (const auto& [name, figures] : report.slices) {
        if (figures.size() > longestSlice) {
            std::printf("%s: %zu, which --by type lists\n", name.c_str(), figures.size());
            continue;
        }
        std::printf("%s\n", name.c_str());
        for (const Figure& figure : figures)
            printFigure("  ", figure, report.perCent);
    }
    printConfusions(report.confusions);
    for (std::size_t i = 0; items && i < report.items.size(); ++i)
        std::printf("%-30s %8s %%\n", withoutControls(report.items[i].first).c_str(),
                    text(report.items[i].second, true).c_str());
    std::fflush(stdout);
    for (const std::string& remark : report.remarks)
        std::fprintf(stderr, "%s\n", withoutControls(remark).c_str());
}

OrderedJson agreementJson(const Ratings& ratings)
{
    OrderedJson json = {{"cohen_kappa", OrderedJson::object()}};
    const auto numberOrNull = [](const std::optional<double>& value) {
        return value ? OrderedJson(*value) : OrderedJson();
    };
    for (std::size_t i = 0; i < ratings.size(); ++i)
        for (std::size_t j = i + 1; j < ratings.size(); ++j)
            json["cohen_kappa"][std::to_string(i) + "-" + std::to_string(j)] =
                numberOrNull(cohenKappa(ratings[i], ratings[j]));
    json["fleiss_kappa"] = numberOrNull(fleissKappa(ratings));
    json["krippendorff_alpha"] = numberOrNull(krippendorffAlpha(ratings));
    return json;
}

void printAgreement(const OrderedJson& agreement)
{
    const auto row = [](const std::string& name, const OrderedJson& value) {
        if (value.is_null())
            std::printf("%-32s not defined\n", name.c_str());
        else
            std::printf("%-32s %9.6f\n", name.c_str(), value.get<double>());
    };
    for (const auto& [pair, value] : agreement.at("cohen_kappa").items())
        row("Cohen's kappa, raters " + pair, value);
    row("Fleiss' kappa", agreement.at("fleiss_kappa"));
    row("Krippendorff's alpha, nominal", agreement.at("krippendorff_alpha"));
}

} // namespace vbs
