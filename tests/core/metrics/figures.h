#pragma once

#include "core/metrics/bootstrap.h"
#include "core/metrics/metric_report.h"

#include <string>
#include <vector>

namespace vbs::test {

inline constexpr BootstrapOptions kNoIntervals{0, 1};

/// The figure of that name; one that is equal to none where there is none.
inline const Figure& figureOf(const std::vector<Figure>& figures, const std::string& name)
{
    for (const Figure& figure : figures)
        if (figure.name == name)
            return figure;
    static const Figure none{"none", -9, 0, {}, -9};
    return none;
}

inline const std::vector<Figure>& sliceOf(const MetricReport& report, const std::string& name)
{
    for (const auto& [slice, figures] : report.slices)
        if (slice == name)
            return figures;
    static const std::vector<Figure> none;
    return none;
}

} // namespace vbs::test
