#include "core/tuning/schedule.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace vbs {

double Schedule::rateAt(int step) const
{
    const double warmup = warmupSteps > 0 ? std::min(1.0, double(step + 1) / warmupSteps) : 1.0;
    double fall = 1.0;
    if (decay == Decay::Cosine) {
        fall = 0.5 + 0.5 * std::cos(std::numbers::pi * step / std::max(1, totalSteps));
    } else if (decayShare > 0) {
        fall = std::min(1.0, double(totalSteps - step) / (totalSteps * decayShare));
    }
    return peakRate * warmup * std::max(lowestFactor, fall);
}

int stepsOfEpochs(double epochs, std::size_t examples, int batch)
{
    const double steps = std::ceil(epochs * (double(examples) / batch));
    if (!(steps <= std::numeric_limits<int>::max()))
        throw Error(ErrorCode::InvalidArgument, "That many epochs are more steps than can be counted: choose fewer.");
    return std::max(1, int(steps));
}

} // namespace vbs
