#include "core/metrics/metric_report.h"

namespace vbs {

namespace {

OrderedJson figuresJson(const std::vector<Figure>& figures)
{
    OrderedJson json = OrderedJson::object();
    for (const Figure& figure : figures) {
        OrderedJson& entry = json[figure.name];
        entry = {{"value", figure.value}, {"count", figure.count}};
        if (figure.interval)
            entry["interval"] = {figure.interval->low, figure.interval->high};
    }
    return json;
}

} // namespace

OrderedJson reportJson(const MetricReport& report)
{
    OrderedJson json = {{"figures", figuresJson(report.figures)}};
    for (const auto& [name, figures] : report.slices)
        json["slices"][name] = figuresJson(figures);
    for (const MetricReport::Confusion& confusion : report.confusions)
        json["confusions"].push_back(
            {{"truth", confusion.truth}, {"answer", confusion.answer}, {"count", confusion.count}});
    return json;
}

} // namespace vbs
