#include "core/tuning/adamw.h"

#include <cmath>
#include <set>

#include <torch/types.h>

namespace vbs {

namespace {

double rateFactorOf(const std::string& name, const AdamW::Options& options)
{
    for (const auto& [beginning, factor] : options.rateFactors)
        if (name.starts_with(beginning))
            return factor;
    return 1;
}

} // namespace

AdamW::AdamW(torch::nn::Module& module, const Options& options) : m_options(options)
{
    std::set<const void*> seen;
    for (const auto& item : module.named_parameters()) {
        const at::Tensor& parameter = item.value();
        if (!parameter.requires_grad() || !seen.insert(parameter.unsafeGetTensorImpl()).second)
            continue;
        m_slots.push_back({item.key(), parameter, torch::zeros_like(parameter), torch::zeros_like(parameter),
                           rateFactorOf(item.key(), options)});
    }
}

void AdamW::zeroGradients()
{
    for (Slot& slot : m_slots)
        slot.parameter.mutable_grad() = at::Tensor();
}

double AdamW::step(double learningRate)
{
    torch::NoGradGuard noGrad;
    std::vector<at::Tensor> norms;
    for (const Slot& slot : m_slots) {
        if (slot.parameter.grad().defined())
            norms.push_back(slot.parameter.grad().norm());
    }
    if (norms.empty())
        return 0;
    const double norm = torch::stack(norms).norm().item<double>();
    if (!std::isfinite(norm))
        return norm;
    const bool clip = m_options.clipNorm > 0 && norm > m_options.clipNorm;
    const double scale = clip ? m_options.clipNorm / (norm + 1e-6) : 1.0;
    ++m_updates;
    const double correction1 = 1 - std::pow(m_options.beta1, double(m_updates));
    const double correction2 = 1 - std::pow(m_options.beta2, double(m_updates));
    for (Slot& slot : m_slots) {
        at::Tensor gradient = slot.parameter.grad();
        if (!gradient.defined())
            continue;
        if (clip)
            gradient.mul_(scale);
        if (slot.parameter.dim() > 1)
            slot.parameter.mul_(1 - learningRate * slot.rateFactor * m_options.weightDecay);
        slot.firstMoment.mul_(m_options.beta1).add_(gradient, 1 - m_options.beta1);
        slot.secondMoment.mul_(m_options.beta2).addcmul_(gradient, gradient, 1 - m_options.beta2);
        const at::Tensor denominator = slot.secondMoment.sqrt().div_(std::sqrt(correction2)).add_(m_options.epsilon);
        slot.parameter.addcdiv_(slot.firstMoment, denominator, -learningRate * slot.rateFactor / correction1);
    }
    return norm;
}

} // namespace vbs
