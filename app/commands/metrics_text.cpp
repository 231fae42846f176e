#include "app/commands/metrics_text.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace {

constexpr std::size_t kConfusionsShown = 10;

void printFigure(const char* indent, const Figure& figure)
{
    std::printf("%s%-*s ", indent, figure.name.empty() ? 1 : 30, figure.name.empty() ? "-" : figure.name.c_str());
    if (figure.value < 0)
        std::printf("      -  ");
    else
        std::printf("%7.2f %%", 100 * figure.value);
    if (figure.interval)
        std::printf("  (%.2f … %.2f)", 100 * figure.interval->low, 100 * figure.interval->high);
    std::printf("  of %zu\n", figure.count);
}

} // namespace

void printReport(const MetricReport& report)
{
    for (const Figure& figure : report.figures)
        printFigure("", figure);
    for (const auto& [name, figures] : report.slices) {
        std::printf("%s\n", name.c_str());
        for (const Figure& figure : figures)
            printFigure("  ", figure);
    }
    if (report.confusions.empty())
        return;
    std::printf("most frequent confusions: annotated, answered\n");
    for (std::size_t i = 0; i < std::min(kConfusionsShown, report.confusions.size()); ++i)
        std::printf("  %6zu  %s, %s\n", report.confusions[i].count, report.confusions[i].truth.c_str(),
                    report.confusions[i].answer.c_str());
}

} // namespace vbs
