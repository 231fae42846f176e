#include "core/tuning/shared_steps.h"

#include "core/tuning/process_group.h"

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::int64_t kBucketNumbers = std::int64_t(8) << 20; ///< sent at once: enough to keep a network busy

/// Sums gradients that lie one after another in one tensor: hundreds of small messages would wait for each other.
void sumBucket(const ProcessGroup& group, const std::vector<at::Tensor>& gradients)
{
    std::vector<at::Tensor> flat;
    for (const at::Tensor& gradient : gradients)
        flat.push_back(gradient.reshape(-1));
    const at::Tensor all = torch::cat(flat);
    group.sum(all);
    std::int64_t next = 0;
    for (const at::Tensor& gradient : gradients) {
        at::Tensor(gradient).copy_(all.slice(0, next, next + gradient.numel()).view_as(gradient));
        next += gradient.numel();
    }
}

} // namespace

void sumShares(const ProcessGroup& group, AdamW& optimizer, Measures& measures)
{
    torch::NoGradGuard noGrad;
    std::vector<double> known;
    for (const auto& [name, value] : measures)
        known.push_back(value);
    for (const AdamW::Slot& slot : optimizer.slots())
        known.push_back(slot.parameter.grad().defined());
    const at::Tensor sums = torch::tensor(known, torch::kDouble);
    group.sum(sums);
    const double* sum = sums.data_ptr<double>();
    for (auto& [name, value] : measures)
        value = *sum++;
    std::vector<at::Tensor> bucket;
    std::int64_t numbers = 0;
    for (AdamW::Slot& slot : optimizer.slots()) {
        if (*sum++ == 0) // not learned by this task
            continue;
        if (!slot.parameter.grad().defined())
            slot.parameter.mutable_grad() = torch::zeros_like(slot.parameter);
        bucket.push_back(slot.parameter.grad());
        numbers += slot.parameter.numel();
        if (numbers >= kBucketNumbers) {
            sumBucket(group, bucket);
            bucket.clear();
            numbers = 0;
        }
    }
    if (!bucket.empty())
        sumBucket(group, bucket);
}

} // namespace vbs
