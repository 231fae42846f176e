#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <utility>
#include <vector>

namespace torch::nn {
class Module;
}

namespace vbs {

/// AdamW (Loshchilov & Hutter, ICLR 2019) over a module's named parameters, with global gradient clipping.
/// LibTorch's own optimiser keys its state by address and keeps it differently from release to release; here
/// state is by parameter name, so that a run can be resumed from a plain tensor file by any release.
class AdamW {
public:
    struct Options {
        double beta1 = 0.9, beta2 = 0.98;
        double epsilon = 1e-8;
        double weightDecay = 0.01; ///< on matrices and kernels only; vectors (biases, norms) are not decayed
        double clipNorm = 3.0;     ///< largest global gradient norm; 0: no clipping
        /// Factors on the learning rate by the beginning of a parameter's name; the first that fits counts, else 1.
        std::vector<std::pair<std::string, double>> rateFactors = {};
    };
    struct Slot {
        std::string name;
        at::Tensor parameter;
        at::Tensor firstMoment, secondMoment; ///< shaped as the parameter
        double rateFactor = 1;
    };

    /// Parameters that are registered under several names are taken once, under the first.
    AdamW(torch::nn::Module& module, const Options& options);

    void zeroGradients();

    /// One update at the given learning rate. Parameters without a gradient are left alone.
    /// @return the global gradient norm before clipping (not finite: the update was skipped).
    double step(double learningRate);

    long updates() const { return m_updates; }
    void setUpdates(long count) { m_updates = count; }
    std::vector<Slot>& slots() { return m_slots; }

private:
    Options m_options;
    std::vector<Slot> m_slots;
    long m_updates = 0;
};

} // namespace vbs
