#include "core/nn/attention_kernel.h"

#include "core/nn/onednn/onednn.h"

#include <map>

#include <torch/types.h>

namespace vbs {

namespace {

using Dims = dnnl::memory::dims;
constexpr auto kFloat = dnnl::memory::data_type::f32;
constexpr std::size_t kMostAttentionKernels = 16; // as in packed_linear.cpp

} // namespace

struct AttentionKernel::Impl {
    struct Kernels {
        dnnl::memory::desc queries, keys, values, scores, context;
        dnnl::matmul score, mix;
    };

    Impl(std::int64_t headCount, std::int64_t size) : heads(headCount), headSize(size) {}

    std::int64_t heads, headSize;
    dnnl::stream stream{onednn::cpu()};
    std::map<std::pair<std::int64_t, std::int64_t>, Kernels> kernels; ///< by batch and length

    Kernels make(std::int64_t batch, std::int64_t length) const
    {
        const std::int64_t hidden = heads * headSize, row = 3 * hidden;
        const Dims rows{batch, heads, length, headSize}, columns{batch, heads, headSize, length};
        Kernels k;
        k.queries = {rows, kFloat, Dims{length * row, headSize, row, 1}};
        k.keys = {columns, kFloat, Dims{length * row, headSize, 1, row}};
        k.values = {rows, kFloat, Dims{length * row, headSize, row, 1}};
        k.scores = {{batch, heads, length, length}, kFloat, dnnl::memory::format_tag::abcd};
        k.context = {rows, kFloat, Dims{length * hidden, headSize, hidden, 1}};
        k.score = dnnl::matmul(onednn::describeMatmul(k.queries, k.keys, {}, k.scores, {}));
        k.mix = dnnl::matmul(onednn::describeMatmul(k.scores, k.values, {}, k.context, {}));
        return k;
    }

    const Kernels& of(std::int64_t batch, std::int64_t length)
    {
        const auto key = std::make_pair(batch, length);
        const auto known = kernels.find(key);
        if (known != kernels.end())
            return known->second;
        if (kernels.size() >= kMostAttentionKernels)
            kernels.clear();
        return kernels.emplace(key, make(batch, length)).first->second;
    }
};

AttentionKernel::AttentionKernel(std::int64_t heads, std::int64_t headSize)
    : m_impl(std::make_unique<Impl>(heads, headSize))
{
}

AttentionKernel::~AttentionKernel() = default;

at::ScalarType AttentionKernel::projectionType(at::ScalarType)
{
    return at::kFloat; // the products are small, and exact scores cost little
}

std::pair<at::Tensor, at::Tensor> AttentionKernel::forward(const at::Tensor& projected, const at::Tensor& mask,
                                                           bool) const
{
    const std::int64_t batch = projected.size(0), length = projected.size(1);
    const std::int64_t hidden = m_impl->heads * m_impl->headSize;
    at::Tensor scores = at::empty({batch, m_impl->heads, length, length}, projected.options());
    at::Tensor context = at::empty({batch, length, hidden}, projected.options());
    if (context.numel() == 0)
        return {std::move(context), std::move(scores)};
    const Impl::Kernels& k = m_impl->of(batch, length);
    float* const data = projected.data_ptr<float>();
    const auto memory = [](const dnnl::memory::desc& description, float* at) {
        return dnnl::memory(description, onednn::cpu(), at);
    };
    k.score.execute(m_impl->stream, {{DNNL_ARG_SRC, memory(k.queries, data)},
                                     {DNNL_ARG_WEIGHTS, memory(k.keys, data + hidden)},
                                     {DNNL_ARG_DST, memory(k.scores, scores.data_ptr<float>())}});
    m_impl->stream.wait();
    if (mask.defined())
        scores.add_(mask);
    at::_softmax_out(scores, scores, -1, false);
    k.mix.execute(m_impl->stream, {{DNNL_ARG_SRC, memory(k.scores, scores.data_ptr<float>())},
                                   {DNNL_ARG_WEIGHTS, memory(k.values, data + 2 * hidden)},
                                   {DNNL_ARG_DST, memory(k.context, context.data_ptr<float>())}});
    m_impl->stream.wait();
    return {std::move(context), std::move(scores)};
}

} // namespace vbs
