#include "core/detector/visual_genome/vg_backbone.h"

#include <torch/types.h>

namespace vbs {

namespace {

torch::nn::Conv2dOptions options(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride = 1,
                                 std::int64_t dilation = 1)
{
    return torch::nn::Conv2dOptions(in, out, kernel)
        .stride(stride)
        .padding(kernel / 2 * dilation)
        .dilation(dilation)
        .bias(false);
}

} // namespace

VgConvolutionImpl::VgConvolutionImpl(const torch::nn::Conv2dOptions& shape, double eps) : torch::nn::Conv2dImpl(shape)
{
    norm =
        register_module("norm", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(shape.out_channels()).eps(eps)));
}

void VgConvolutionImpl::fold(c10::ScalarType type, bool mayUseWinograd)
{
    m_folded =
        FoldedConvolution(*this, {norm->weight, norm->bias, norm->running_mean, norm->running_var, norm->options.eps()},
                          type, mayUseWinograd);
}

VgBottleneckImpl::VgBottleneckImpl(const Shape& shape)
    : m_stride1(shape.strideIn1x1 ? shape.stride : 1), m_strideShortcut(shape.stride)
{
    const std::int64_t stride2 = shape.strideIn1x1 ? 1 : shape.stride, inner = shape.bottleneckChannels;
    // The 1x1 kernels have no stride: they are given the pixels that it leaves.
    conv1 = register_module("conv1", VgConvolution(options(shape.inChannels, inner, 1), shape.normEps));
    conv2 = register_module("conv2", VgConvolution(options(inner, inner, 3, stride2, shape.dilation), shape.normEps));
    conv3 = register_module("conv3", VgConvolution(options(inner, shape.outChannels, 1), shape.normEps));
    if (shape.stride != 1 || shape.inChannels != shape.outChannels)
        shortcut =
            register_module("shortcut", VgConvolution(options(shape.inChannels, shape.outChannels, 1), shape.normEps));
}

void VgBottleneckImpl::fold(c10::ScalarType type, bool mayUseWinograd)
{
    for (VgConvolution* convolution : {&conv1, &conv2, &conv3, &shortcut})
        if (!convolution->is_empty())
            (*convolution)->fold(type, mayUseWinograd);
}

at::Tensor VgBottleneckImpl::forward(const at::Tensor& x) const
{
    const at::Tensor seen = strided(x, m_stride1);
    const at::Tensor y = conv2->folded().rectified(conv1->folded().rectified(seen));
    if (shortcut.is_empty())
        return conv3->folded().addedTo(x, y);
    const at::Tensor other = m_stride1 == m_strideShortcut ? seen : strided(x, m_strideShortcut);
    return conv3->folded().addedTo(shortcut->folded()(other), y);
}

std::vector<VgBottleneck> makeVgStage(torch::nn::Module& parent, const VgDetectorConfig& config, std::size_t stage,
                                      std::int64_t dilation)
{
    const bool last = stage == 3;
    VgBottleneckImpl::Shape shape;
    shape.inChannels = stage == 0 ? config.stemChannels : config.outChannels(stage - 1);
    shape.bottleneckChannels = config.bottleneckChannels << stage;
    shape.outChannels = config.outChannels(stage);
    shape.strideIn1x1 = config.strideIn1x1;
    shape.dilation = dilation;
    shape.normEps = config.normEps;
    std::vector<VgBottleneck> blocks;
    for (std::int64_t i = 0; i < config.stageBlocks[stage]; ++i) {
        const bool halves = i == 0 && (last ? config.res5Halve : stage > 0);
        shape.stride = halves ? 2 : 1;
        blocks.push_back(parent.register_module(std::to_string(i), VgBottleneck(shape)));
        shape.inChannels = shape.outChannels;
    }
    return blocks;
}

VgBackboneImpl::VgBackboneImpl(const VgDetectorConfig& config) : m_caffeMaxPool(config.caffeMaxPool)
{
    const auto stemModule = register_module("stem", std::make_shared<torch::nn::Module>());
    m_stem = stemModule->register_module("conv1", VgConvolution(options(3, config.stemChannels, 7, 2), config.normEps));
    for (std::size_t stage = 0; stage < 3; ++stage) {
        const auto group = register_module("res" + std::to_string(stage + 2), std::make_shared<torch::nn::Module>());
        m_stages.push_back(makeVgStage(*group, config, stage));
    }
}

void VgBackboneImpl::fold(c10::ScalarType type)
{
    m_stem->fold(type);
    for (auto& blocks : m_stages)
        for (VgBottleneck& block : blocks)
            block->fold(type);
}

at::Tensor VgBackboneImpl::stem(const at::Tensor& x) const
{
    RECORD_USER_SCOPE("stem");
    const at::Tensor y = m_stem->folded().rectified(x);
    return m_caffeMaxPool ? torch::max_pool2d(y, 3, 2, 0, 1, /*ceil_mode=*/true) : torch::max_pool2d(y, 3, 2, 1);
}

at::Tensor VgBackboneImpl::forward(const at::Tensor& x, const JobControl& control) const
{
    static constexpr const char* kScopes[] = {"res2", "res3", "res4"};
    at::Tensor y = stem(x);
    std::size_t blocks = 0, done = 0;
    for (const auto& stage : m_stages)
        blocks += stage.size();
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        RECORD_USER_SCOPE(kScopes[stage]);
        for (const VgBottleneck& block : m_stages[stage]) {
            control.throwIfStopped();
            control.report("Looking at the picture", double(done++) / double(blocks));
            y = block->forward(y);
        }
    }
    return y;
}

} // namespace vbs
