#include "core/nn/packed_linear.h"

#include "core/nn/onednn/onednn.h"

#include <map>
#include <tuple>

#include <torch/types.h>

namespace vbs {

namespace {

using DataType = dnnl::memory::data_type;
using Tag = dnnl::memory::format_tag;

enum class After { Nothing, Gelu, Add };

/// The weights' layout is chosen for this many rows, text and regions of a usual request; it suits any number.
constexpr std::int64_t kUsualRows = 48;

/// A typist makes many lengths, a data set still more, and each has a kernel of its own in every layer. oneDNN keeps
/// what it has generated, so that one that was dropped here is soon made again.
constexpr std::size_t kMostKernels = 16;

/// The type that the kernels compute in: old processors have none for bfloat16, so there rounded numbers go through
/// the float32 ones.
at::ScalarType kernelType(at::ScalarType type)
{
    return dnnl::get_effective_cpu_isa() >= dnnl::cpu_isa::avx512_core ? type : at::kFloat;
}

DataType dataType(at::ScalarType type)
{
    return type == at::kBFloat16 ? DataType::bf16 : DataType::f32;
}

} // namespace

struct PackedLinear::Impl {
    using Key = std::tuple<std::int64_t, at::ScalarType, After>; ///< rows, type of the result, what follows

    at::ScalarType type = at::kFloat;
    std::int64_t in = 0, out = 0;
    at::Tensor bias;
    dnnl::memory packed;
    mutable dnnl::stream stream{onednn::cpu()};
    mutable std::map<Key, dnnl::matmul> kernels;

    dnnl::memory::desc rowsOf(std::int64_t rows, std::int64_t columns, at::ScalarType t) const
    {
        return {{rows, columns}, dataType(t), Tag::ab};
    }

    dnnl::matmul::primitive_desc describe(const Key& key, const dnnl::memory::desc& weights) const
    {
        const auto& [rows, outType, after] = key;
        dnnl::post_ops operations;
        if (after == After::Gelu)
            onednn::appendGelu(operations);
        else if (after == After::Add)
            operations.append_sum(1.f);
        dnnl::primitive_attr attributes;
        attributes.set_post_ops(operations);
        return onednn::describeMatmul(rowsOf(rows, in, kernelType(type)), weights, rowsOf(1, out, at::kFloat),
                                      rowsOf(rows, out, outType), attributes);
    }

    const dnnl::matmul& kernel(const Key& key) const
    {
        const auto known = kernels.find(key);
        if (known != kernels.end())
            return known->second;
        if (kernels.size() >= kMostKernels)
            kernels.clear();
        return kernels.emplace(key, dnnl::matmul(describe(key, packed.get_desc()))).first->second;
    }

    void run(const at::Tensor& input, at::Tensor& y, After after) const
    {
        const std::int64_t rows = input.size(0);
        if (rows == 0)
            return;
        const at::Tensor x = input.to(kernelType(type)).contiguous();
        kernel({rows, y.scalar_type(), after})
            .execute(stream, {{DNNL_ARG_SRC, {rowsOf(rows, in, x.scalar_type()), onednn::cpu(), x.data_ptr()}},
                              {DNNL_ARG_WEIGHTS, packed},
                              {DNNL_ARG_BIAS, {rowsOf(1, out, at::kFloat), onednn::cpu(), bias.data_ptr()}},
                              {DNNL_ARG_DST, {rowsOf(rows, out, y.scalar_type()), onednn::cpu(), y.data_ptr()}}});
        stream.wait();
    }

    at::Tensor make(const at::Tensor& x, at::ScalarType outType, After after) const
    {
        at::Tensor y = at::empty({x.size(0), out}, at::TensorOptions(kernelType(outType)));
        run(x, y, after);
        return y.to(outType);
    }
};

PackedLinear::PackedLinear(const at::Tensor& weight, const at::Tensor& bias, at::ScalarType type)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->type = type;
    m_impl->out = weight.size(0);
    m_impl->in = weight.size(1);
    m_impl->bias = bias.detach().to(at::kFloat).contiguous().clone();
    const at::ScalarType kernelNumbers = kernelType(type);
    const dnnl::memory::desc any({m_impl->in, m_impl->out}, dataType(kernelNumbers), Tag::any);
    const auto description = m_impl->describe({kUsualRows, at::kFloat, After::Nothing}, any);
    m_impl->packed = dnnl::memory(description.weights_desc(), onednn::cpu());
    const at::Tensor plain = weight.detach().to(type).to(kernelNumbers).contiguous();
    dnnl::memory from({{m_impl->in, m_impl->out}, dataType(kernelNumbers), Tag::ba}, onednn::cpu(), plain.data_ptr());
    dnnl::reorder(from, m_impl->packed).execute(m_impl->stream, from, m_impl->packed);
    m_impl->stream.wait();
}

PackedLinear::~PackedLinear() = default;
PackedLinear::PackedLinear(PackedLinear&&) noexcept = default;
PackedLinear& PackedLinear::operator=(PackedLinear&&) noexcept = default;

at::ScalarType PackedLinear::type() const
{
    return m_impl->type;
}

at::Tensor PackedLinear::forward(const at::Tensor& x, at::ScalarType outType) const
{
    return m_impl->make(x, outType, After::Nothing);
}

at::Tensor PackedLinear::forwardGelu(const at::Tensor& x, at::ScalarType outType) const
{
    return m_impl->make(x, outType, After::Gelu);
}

void PackedLinear::addTo(at::Tensor& sum, const at::Tensor& x) const
{
    m_impl->run(x, sum, After::Add);
}

bool bfloat16IsFast()
{
    return dnnl::get_effective_cpu_isa() >= dnnl::cpu_isa::avx512_core_bf16;
}

} // namespace vbs
