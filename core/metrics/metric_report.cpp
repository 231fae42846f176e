#include "core/metrics/metric_report.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace vbs {

namespace {

OrderedJson figuresJson(const std::vector<Figure>& figures)
{
    OrderedJson json = OrderedJson::object();
    for (const Figure& figure : figures) {
        OrderedJson& entry = json[figure.name];
        entry = {{"value", figure.value}, {"rounded", figure.rounded}, {"count", figure.count}};
        if (figure.interval)
            entry["interval"] = {figure.interval->low, figure.interval->high};
    }
    return json;
}

} // namespace

double roundedTo(double value, int decimals)
{
    std::array<char, 512> text{}; // the largest double has 309 digits
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return std::strtod(text.data(), nullptr);
}

OrderedJson reportJson(const MetricReport& report, bool items)
{
    OrderedJson json = {{"figures", figuresJson(report.figures)}};
    for (const auto& [name, figures] : report.slices)
        json["slices"][name] = figuresJson(figures);
    for (const MetricReport::Confusion& confusion : report.confusions)
        json["confusions"].push_back(
            {{"truth", confusion.truth}, {"answer", confusion.answer}, {"count", confusion.count}});
    if (!report.remarks.empty())
        json["remarks"] = report.remarks;
    json["resamples"] = report.resamples;
    if (!items)
        return json;
    OrderedJson::object_t values; // filled in one go: each access by key would look through all
    values.reserve(report.items.size());
    for (const auto& [id, value] : report.items)
        static_cast<OrderedJson::object_t::Container&>(values).emplace_back(id, value);
    json["items"] = std::move(values);
    return json;
}

} // namespace vbs
