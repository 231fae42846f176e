#include "core/bench/convolution_meter.h"

#include "core/base/stopwatch.h"
#include "core/detector/ops/packed_convolution.h"

#include <algorithm>
#include <string_view>

#include <torch/types.h>

namespace vbs {

struct ConvolutionMeter::Impl {
    std::vector<StageCost> stages;
    std::size_t open = 0; ///< index of the stage under way; 0 is "other"
    at::CallbackHandle handle{};
    Stopwatch watch;

    std::size_t indexOf(std::string_view name)
    {
        const auto index = static_cast<std::size_t>(std::ranges::find(stages, name, &StageCost::name) - stages.begin());
        if (index == stages.size())
            stages.push_back({std::string(name)});
        return index;
    }
};

namespace {

/// Callbacks of LibTorch's profiling hooks carry no state of their own; a thread has one meter.
thread_local ConvolutionMeter::Impl* current = nullptr;

struct Watched : at::ObserverContext {
    Stopwatch watch;
    bool isConvolution = false;
    bool counts = false;   ///< a stage that is no part of another
    std::size_t outer = 0; ///< the stage around a stage
    double flops = 0;      ///< of a convolution
};

constexpr std::string_view kConvolution = "convolution "; ///< FoldedConvolution's scopes; its operations follow

std::unique_ptr<at::ObserverContext> begin(const at::RecordFunction& function)
{
    if (current == nullptr)
        return nullptr;
    const std::string_view name = function.name();
    auto watched = std::make_unique<Watched>();
    watched->isConvolution = name.starts_with(kConvolution);
    if (watched->isConvolution) {
        watched->flops = std::stod(std::string(name.substr(kConvolution.size())));
    } else {
        watched->outer = current->open;
        watched->counts = current->open == 0; // a stage within a stage is a part of it
        if (watched->counts)
            current->open = current->indexOf(name);
    }
    return watched;
}

void end(const at::RecordFunction&, at::ObserverContext* context)
{
    if (current == nullptr || context == nullptr)
        return;
    const auto* watched = static_cast<const Watched*>(context);
    StageCost& stage = current->stages[current->open];
    if (watched->isConvolution) {
        stage.convolutionSeconds += watched->watch.seconds();
        stage.convolutionFlops += watched->flops;
    } else if (watched->counts) {
        stage.seconds += watched->watch.seconds();
        current->open = watched->outer;
    }
}

} // namespace

ConvolutionMeter::ConvolutionMeter() : m_impl(std::make_unique<Impl>())
{
    m_impl->stages.push_back({"other"});
    current = m_impl.get();
    m_impl->handle =
        at::addThreadLocalCallback(at::RecordFunctionCallback(begin, end).scopes({at::RecordScope::USER_SCOPE}));
}

ConvolutionMeter::~ConvolutionMeter()
{
    at::removeCallback(m_impl->handle);
    current = nullptr;
}

std::vector<StageCost> ConvolutionMeter::stages() const
{
    std::vector<StageCost> stages(m_impl->stages.begin() + 1, m_impl->stages.end());
    StageCost other = m_impl->stages.front();
    other.seconds = m_impl->watch.seconds();
    for (const StageCost& stage : stages)
        other.seconds -= stage.seconds;
    stages.push_back(other);
    return stages;
}

double measureConvolutionRate(bool bfloat16)
{
    struct Shape {
        std::int64_t batch, channels, height, width;
    };
    // The 3x3 convolutions of res4 for a usual photograph, and of res5 for a few regions: whichever is faster.
    constexpr Shape kShapes[] = {{1, 256, 50, 84}, {16, 512, 14, 14}};
    constexpr int kRuns = 15;
    const torch::NoGradGuard noGrad;
    const at::ScalarType type = bfloat16 ? at::kBFloat16 : at::kFloat;
    double best = 0;
    for (const Shape& s : kShapes) {
        const PackedConvolution convolution(torch::randn({s.channels, s.channels, 3, 3}), torch::zeros({s.channels}),
                                            {{1, 1}, {1, 1}, {1, 1}}, type);
        const at::Tensor x =
            torch::randn({s.batch, s.channels, s.height, s.width}).to(type).contiguous(at::MemoryFormat::ChannelsLast);
        const double seconds = medianSeconds(kRuns, [&] { convolution.forward(x, true); });
        best = std::max(best, 18. * double(s.channels * s.channels) * double(s.batch * s.height * s.width) / seconds);
    }
    return best;
}

} // namespace vbs
