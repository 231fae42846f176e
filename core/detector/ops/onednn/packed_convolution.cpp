#include "core/detector/ops/packed_convolution.h"

#include "core/detector/ops/aten_convolution.h"
#include "core/detector/ops/onednn/large_tensor.h"
#include "core/nn/onednn/onednn.h"

#include <list>
#include <optional>

#include <torch/types.h>

namespace vbs {

namespace {

using DataType = dnnl::memory::data_type;
using Dims = dnnl::memory::dims;
using Tag = dnnl::memory::format_tag;

enum class After { Nothing, Rectify, AddAndRectify };

/// Pictures come in many sizes, and each costs a kernel of a millisecond.
constexpr std::size_t kMostKernels = 8;

DataType dataType(at::ScalarType type)
{
    return type == at::kBFloat16 ? DataType::bf16 : DataType::f32;
}

void appendRelu(dnnl::post_ops& operations)
{
#if DNNL_VERSION_MAJOR >= 3
    operations.append_eltwise(dnnl::algorithm::eltwise_relu, 0, 0);
#else
    operations.append_eltwise(1, dnnl::algorithm::eltwise_relu, 0, 0);
#endif
}

using Description = dnnl::convolution_forward::primitive_desc;

struct Kernel {
    Dims source;
    After after;
    Description description;
    dnnl::convolution_forward convolution;
    bool winograd = false;
    std::optional<dnnl::reorder> in, out; ///< for kernels that do not read and write channels-last maps
};

} // namespace

struct PackedConvolution::Impl {
    at::ScalarType type;
    ConvolutionGeometry geometry;
    Dims kernelSize; ///< out, in, height, width
    at::Tensor bias;
    mutable dnnl::memory packed;
    mutable dnnl::memory transformed; ///< for Winograd's method, from which no way leads back; empty: not needed yet
    mutable dnnl::stream stream{onednn::cpu()};
    mutable std::list<Kernel> kernels;        ///< the last used first
    std::optional<AtenConvolution> elsewhere; ///< for weights that are not on the processor

    Dims resultOf(const Dims& source) const
    {
        const auto side = [&](std::size_t axis) {
            const std::int64_t extent = geometry.dilation[axis] * (kernelSize[2 + axis] - 1) + 1;
            return (source[2 + axis] + 2 * geometry.padding[axis] - extent) / geometry.stride[axis] + 1;
        };
        return {source[0], kernelSize[0], side(0), side(1)};
    }

    dnnl::memory::desc mapOf(const Dims& dims, Tag tag = Tag::nhwc) const { return {dims, dataType(type), tag}; }

    bool suitsWinograd(After after) const
    {
        return geometry.mayUseWinograd && type == at::kFloat && after != After::AddAndRectify && kernelSize[2] == 3 &&
               kernelSize[3] == 3 && kernelSize[0] % 16 == 0 && kernelSize[1] % 16 == 0;
    }

    Kernel makeKernel(const Dims& source, After after) const
    {
        if (suitsWinograd(after)) {
            try {
                const Description description =
                    describe(source, after, dnnl::algorithm::convolution_winograd, Tag::nChw16c);
                return {source, after, description, dnnl::convolution_forward(description), true, {}, {}};
            } catch (const dnnl::error&) {
                // not on this processor or for this size
            }
        }
        const Description description = describe(source, after, dnnl::algorithm::convolution_direct, Tag::nhwc);
        return {source, after, description, dnnl::convolution_forward(description), false, {}, {}};
    }

    Description describe(const Dims& source, After after, dnnl::algorithm algorithm, Tag tag) const
    {
        dnnl::post_ops operations;
        if (after == After::AddAndRectify)
            operations.append_sum(1.f);
        if (after != After::Nothing)
            appendRelu(operations);
        dnnl::primitive_attr attributes;
        attributes.set_post_ops(operations);
        const dnnl::memory::desc weights(kernelSize, dataType(type), Tag::any),
            biases({kernelSize[0]}, DataType::f32, Tag::x);
        const Dims strides{geometry.stride[0], geometry.stride[1]}, padding{geometry.padding[0], geometry.padding[1]};
        const Dims dilates{geometry.dilation[0] - 1, geometry.dilation[1] - 1}; // counted from 0
        constexpr auto kForward = dnnl::prop_kind::forward_inference;
#if DNNL_VERSION_MAJOR >= 3
        return {onednn::cpu(),
                kForward,
                algorithm,
                mapOf(source, tag),
                weights,
                biases,
                mapOf(resultOf(source), tag),
                strides,
                dilates,
                padding,
                padding,
                attributes};
#else
        return {dnnl::convolution_forward::desc(kForward, algorithm, mapOf(source, tag), weights, biases,
                                                mapOf(resultOf(source), tag), strides, dilates, padding, padding),
                attributes, onednn::cpu()};
#endif
    }

    const Kernel& kernel(const Dims& source, After after) const
    {
        const auto known = std::find_if(kernels.begin(), kernels.end(), [&](const Kernel& kernel) {
            return kernel.source == source && kernel.after == after;
        });
        if (known != kernels.end()) {
            kernels.splice(kernels.begin(), kernels, known);
            return kernels.front();
        }
        if (kernels.size() >= kMostKernels)
            kernels.pop_back();
        Kernel& made = kernels.emplace_front(makeKernel(source, after));
        const Description& description = made.description;
        const dnnl::memory::desc in = mapOf(source), out = mapOf(resultOf(source));
        if (description.src_desc() != in)
            made.in.emplace(dnnl::reorder::primitive_desc(onednn::cpu(), in, onednn::cpu(), description.src_desc()));
        if (description.dst_desc() != out)
            made.out.emplace(dnnl::reorder::primitive_desc(onednn::cpu(), description.dst_desc(), onednn::cpu(), out));
        return made;
    }

    dnnl::memory reordered(const dnnl::memory::desc& wanted) const
    {
        dnnl::memory from = packed, other(wanted, onednn::cpu());
        dnnl::reorder(from, other).execute(stream, from, other);
        stream.wait();
        return other;
    }

    /// The weights as a kernel wants them: nearly always as they lie already.
    const dnnl::memory& weightsFor(const Kernel& kernel) const
    {
        const dnnl::memory::desc wanted = kernel.description.weights_desc();
        if (kernel.winograd) {
            if (!transformed || transformed.get_desc() != wanted)
                transformed = reordered(wanted);
            return transformed;
        }
        if (packed.get_desc() != wanted)
            packed = reordered(wanted);
        return packed;
    }

    void run(const at::Tensor& x, at::Tensor& y, After after) const
    {
        const Kernel& chosen = kernel(x.sizes().vec(), after);
        const dnnl::memory& weights = weightsFor(chosen);
        // Where a kernel has a layout of its own, these lie in between.
        const at::Tensor inner = chosen.in ? at::empty_like(x) : x, outer = chosen.out ? at::empty_like(y) : y;
        dnnl::memory source(chosen.description.src_desc(), onednn::cpu(), inner.data_ptr());
        dnnl::memory result(chosen.description.dst_desc(), onednn::cpu(), outer.data_ptr());
        if (chosen.in) {
            dnnl::memory given(mapOf(chosen.source), onednn::cpu(), x.data_ptr());
            chosen.in->execute(stream, given, source);
        }
        chosen.convolution.execute(stream,
                                   {{DNNL_ARG_SRC, source},
                                    {DNNL_ARG_WEIGHTS, weights},
                                    {DNNL_ARG_BIAS, {chosen.description.bias_desc(), onednn::cpu(), bias.data_ptr()}},
                                    {DNNL_ARG_DST, result}});
        if (chosen.out) {
            dnnl::memory wanted(mapOf(resultOf(chosen.source)), onednn::cpu(), y.data_ptr());
            chosen.out->execute(stream, result, wanted);
        }
        stream.wait();
    }
};

PackedConvolution::PackedConvolution(const at::Tensor& weight, const at::Tensor& bias,
                                     const ConvolutionGeometry& geometry, at::ScalarType type)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->type = type;
    m_impl->geometry = geometry;
    m_impl->kernelSize = weight.sizes().vec();
    if (!weight.device().is_cpu()) {
        m_impl->elsewhere.emplace(weight, bias, geometry, type);
        return;
    }
    m_impl->bias = bias.defined() ? bias.detach().to(at::kFloat).contiguous().clone() : at::zeros({weight.size(0)});
    // Float and plain until the first picture tells its size, and with it the best layout.
    m_impl->packed = dnnl::memory({m_impl->kernelSize, DataType::f32, Tag::oihw}, onednn::cpu());
    const at::Tensor plain = weight.detach().to(at::kFloat).contiguous();
    std::memcpy(m_impl->packed.get_data_handle(), plain.data_ptr<float>(), plain.nbytes());
}

PackedConvolution::~PackedConvolution() = default;
PackedConvolution::PackedConvolution(PackedConvolution&&) noexcept = default;
PackedConvolution& PackedConvolution::operator=(PackedConvolution&&) noexcept = default;

at::Tensor PackedConvolution::forward(const at::Tensor& x, bool rectify) const
{
    if (m_impl->elsewhere)
        return m_impl->elsewhere->forward(x, rectify);
    const at::Tensor source = x.contiguous(at::MemoryFormat::ChannelsLast);
    at::Tensor y = largeMap(m_impl->resultOf(source.sizes().vec()), m_impl->type);
    if (y.numel() > 0)
        m_impl->run(source, y, rectify ? After::Rectify : After::Nothing);
    return y;
}

void PackedConvolution::addTo(at::Tensor& sum, const at::Tensor& x) const
{
    if (m_impl->elsewhere)
        return m_impl->elsewhere->addTo(sum, x);
    if (!sum.is_contiguous(at::MemoryFormat::ChannelsLast))
        sum = sum.contiguous(at::MemoryFormat::ChannelsLast);
    if (sum.numel() > 0)
        m_impl->run(x.contiguous(at::MemoryFormat::ChannelsLast), sum, After::AddAndRectify);
}

} // namespace vbs
