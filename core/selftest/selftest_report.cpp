#include "core/selftest/selftest_report.h"

#include <algorithm>

namespace vbs {

std::size_t SelftestReport::count(SelftestVerdict verdict) const
{
    return std::size_t(std::ranges::count(lines, verdict, &SelftestLine::verdict));
}

bool SelftestReport::passed() const
{
    return count(SelftestVerdict::Failed) == 0 && count(SelftestVerdict::Passed) > 0;
}

OrderedJson SelftestReport::toJson() const
{
    OrderedJson checks = OrderedJson::array();
    for (const SelftestLine& line : lines) {
        OrderedJson json = {{"check", line.check}};
        if (!line.what.empty())
            json["what"] = line.what;
        json["device"] = line.device;
        json["precision"] = line.precision;
        json["verdict"] = nameOf(line.verdict);
        if (line.measured) // a NaN becomes null
            json["measured"] = *line.measured;
        if (line.atMost)
            json["at_most"] = *line.atMost;
        if (line.atLeast)
            json["at_least"] = *line.atLeast;
        json["seconds"] = line.seconds;
        json["text"] = line.text;
        checks.push_back(std::move(json));
    }
    return {{"passed", passed()}, {"seconds", seconds}, {"checks", std::move(checks)}};
}

const char* nameOf(SelftestVerdict verdict)
{
    switch (verdict) {
    case SelftestVerdict::Passed:
        return "passed";
    case SelftestVerdict::Failed:
        return "failed";
    case SelftestVerdict::Told:
        break;
    }
    return "told";
}

SelftestVerdict verdictAtMost(double measured, double bound)
{
    return measured <= bound ? SelftestVerdict::Passed : SelftestVerdict::Failed;
}

SelftestVerdict verdictAtLeast(double measured, double bound)
{
    return measured >= bound ? SelftestVerdict::Passed : SelftestVerdict::Failed;
}

} // namespace vbs
