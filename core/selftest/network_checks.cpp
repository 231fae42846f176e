#include "core/base/stopwatch.h"
#include "core/bench/visual_bert_rule_fill.h"
#include "core/nn/bfloat16_speed.h"
#include "core/runtime/device.h"
#include "core/runtime/torch_device.h"
#include "core/selftest/selftest_checks.h"

#include <algorithm>
#include <cstdio>

#include <torch/types.h>

namespace vbs {

namespace {

/// Largest absolute difference of an output or state; they lie between -4 and 4.
/// float32 on the processor: as near as the tests demand (1e-5 was measured). A GPU sums up to 3072 products in another
/// order, in each of twelve layers; TensorFloat-32 would be a hundred times farther away. bfloat16 has 8 bits, so that
/// each number is off by up to 1/512 of itself: the processor adds up in float32 (0.05 was measured), elsewhere
/// everything is rounded at each step (0.15 where the processor was made to do so). A wrong kernel is off by 1 and
/// more.
constexpr double kFloatOnProcessor = 1e-4, kFloatElsewhere = 5e-4;
constexpr double kBfloat16OnProcessor = 0.1, kBfloat16Elsewhere = 0.4;

constexpr std::int64_t kBatch = 8, kRegions = 36, kWords = 12;
constexpr double kSecondsOfSpeed = 1.5;
constexpr int kFewestRuns = 3, kMostRuns = 200;

/// What may be gone from a GPU after a network of 434 MiB: its driver and libraries take some as they please.
constexpr double kMebibyte = 1 << 20, kMemoryLost = 64;
constexpr int kMemoryRounds = 3; ///< other programs on the card take and give, too

double boundOf(const DeviceInfo& device)
{
    const bool processor = device.device == "cpu";
    if (device.precision == "bfloat16")
        return processor ? kBfloat16OnProcessor : kBfloat16Elsewhere;
    return processor ? kFloatOnProcessor : kFloatElsewhere;
}

/// The published VQA network, and a batch for it.
struct SpeedCase {
    std::shared_ptr<VisualBertPreTrainedModel> network;
    VisualBertInputs inputs;

    explicit SpeedCase(const DeviceInfo& device)
    {
        ReferenceCase made;
        made.head = "VisualBertForQuestionAnswering";
        made.salt = "bench";
        made.config.visual_embedding_dim = 2048;
        made.config.setNumLabels(3129);
        network = makeReferenceNetwork(made);
        prepareForInference(*network, torchDevice(device), torchType(device));
        const auto there = [&](const at::Tensor& tensor) { return tensor.to(torchDevice(device)); };
        inputs.input_ids = there(torch::arange(1000, 1000 + kBatch * kWords).view({kBatch, kWords}));
        inputs.attention_mask = torch::ones_like(inputs.input_ids);
        inputs.visual_embeds = there(regionFeaturesByRule("bench", kBatch, kRegions, 2048).to(network->inputType()));
    }

    /// Until the answers are back.
    void run() const
    {
        const torch::NoGradGuard noGrad;
        network->forward(inputs).logits.cpu();
    }
};

} // namespace

void checkReferences(SelftestContext& context)
{
    const DeviceInfo& device = context.device();
    for (const ReferenceCase& reference : context.references()) {
        const auto network = makeReferenceNetwork(reference);
        prepareForInference(*network, torchDevice(device), torchType(device));
        const ReferenceDistance distance = distanceFrom(reference, *network, torchDevice(device));
        context.atMost(reference.name, distance.largest, boundOf(device),
                       "largest difference of " + std::to_string(distance.numbers) + " numbers (" + distance.output +
                           ")");
        if (context.options().quick)
            return;
    }
}

void tellSpeed(SelftestContext& context)
{
    const SpeedCase speed(context.device());
    const Stopwatch watch;
    speed.run(); // makes kernels, and tells how many runs there is time for
    const int runs = std::clamp(int(kSecondsOfSpeed / watch.seconds()), kFewestRuns, kMostRuns);
    const double seconds = medianSeconds(runs, [&] {
        context.options().control.throwIfStopped();
        speed.run();
    });
    const bool slow = context.device().device == "cpu" && context.device().precision == "bfloat16" && !bfloat16IsFast();
    char text[100];
    std::snprintf(text, sizeof text, "%d pictures of %d regions in %.1f ms, %.1f pictures/s", int(kBatch),
                  int(kRegions), 1000 * seconds, double(kBatch) / seconds);
    context.tell({}, std::string(text) + (slow ? "; this processor has no instructions for bfloat16" : ""));
}

void checkMemory(SelftestContext& context)
{
    const std::string& device = context.device().device;
    const auto freeAfterANetwork = [&] {
        SpeedCase(context.device()).run();
        return double(memoryOf(device).free);
    };
    // LibTorch keeps what it once had for the next network: the second one must not take more.
    double before = freeAfterANetwork(), lost = 0;
    for (int round = 0; round < kMemoryRounds; ++round) {
        const double after = freeAfterANetwork();
        lost = (before - after) / kMebibyte;
        before = after;
        if (lost <= kMemoryLost)
            break;
    }
    if (before == 0)
        return context.tell({}, "the GPU does not tell how much of its memory is free");
    context.atMost({}, std::max(0., lost), kMemoryLost, "MiB that a second network of 434 MiB leaves behind:");
}

} // namespace vbs
