#pragma once

#include <cstddef>

namespace vbs {

/// How the learning rate moves over a run: linear warm-up, then a fall to almost nothing.
struct Schedule {
    enum class Decay {
        Cosine, ///< half a cosine over the whole run
        Linear  ///< constant, then linear over the last decayShare of the run
    };

    double peakRate = 1e-3;
    int warmupSteps = 100;
    int totalSteps = 1000;
    Decay decay = Decay::Cosine;
    double decayShare = 0.45; ///< 0..1; for Linear only
    double lowestFactor = 0.003;

    /// Learning rate of a step; steps count from 0.
    double rateAt(int step) const;
};

/// The steps that so many epochs take, rounded up; at least 1.
/// @throws Error (InvalidArgument) when they are more than can be counted.
int stepsOfEpochs(double epochs, std::size_t examples, int batch);

} // namespace vbs
