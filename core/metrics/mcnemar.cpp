#include "core/metrics/mcnemar.h"

#include <algorithm>
#include <cmath>

namespace vbs {

double mcNemarExact(std::size_t onlyOne, std::size_t onlyOther)
{
    const std::size_t fewer = std::min(onlyOne, onlyOther);
    const auto all = double(onlyOne + onlyOther);
    // From the largest term down, each from the one before: sums of thousands of tiny terms lose nothing.
    double term = std::exp(std::lgamma(all + 1) - std::lgamma(double(fewer) + 1) -
                           std::lgamma(all - double(fewer) + 1) - all * std::log(2.0));
    double sum = 0;
    for (std::size_t k = fewer + 1; k-- > 0;) {
        sum += term;
        term *= double(k) / (all - double(k) + 1);
    }
    return std::min(1.0, 2 * sum);
}

} // namespace vbs
