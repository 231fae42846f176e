#pragma once

#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// What one stage of a network cost, e.g. "res4".
struct StageCost {
    std::string name;
    double seconds = 0;
    double convolutionSeconds = 0; ///< of these
    double convolutionFlops = 0;   ///< products and sums count one each
};

/// Watches the networks of this thread while it lives: their named stages and their folded convolutions. Stages of the
/// same name add up; what lies outside any is under the name "other". One at a time.
class ConvolutionMeter {
public:
    ConvolutionMeter();
    ~ConvolutionMeter();
    ConvolutionMeter(const ConvolutionMeter&) = delete;
    ConvolutionMeter& operator=(const ConvolutionMeter&) = delete;

    /// Until now, in the order in which they began first; "other" at the end.
    std::vector<StageCost> stages() const;

    struct Impl;

private:
    std::unique_ptr<Impl> m_impl;
};

/// Floating-point operations a second of large 3x3 convolutions on the threads that LibTorch is set to: what this
/// machine reaches when nothing hinders it. The faster of two shapes, the median of several runs.
/// @param bfloat16 of bfloat16 numbers instead of float ones.
double measureConvolutionRate(bool bfloat16);

} // namespace vbs
