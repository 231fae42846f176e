#include "core/nn/visual_bert/deferred_weights.h"

#include <torch/types.h>

namespace vbs {

namespace {

thread_local int guards = 0;

/// Has the shape, but only one element of memory.
at::Tensor standIn(at::IntArrayRef sizes)
{
    return at::zeros({1}).expand(sizes);
}

} // namespace

DeferredWeights::DeferredWeights()
{
    ++guards;
}
DeferredWeights::~DeferredWeights()
{
    --guards;
}

bool DeferredWeights::active()
{
    return guards > 0;
}

torch::nn::Linear makeLinear(const torch::nn::LinearOptions& options)
{
    if (!DeferredWeights::active())
        return torch::nn::Linear(options);
    // LibTorch's constructor fills what it makes; the smallest one costs nothing.
    torch::nn::Linear linear(torch::nn::LinearOptions(1, 1).bias(options.bias()));
    linear->options = options;
    linear->weight.set_data(standIn({options.out_features(), options.in_features()}));
    if (options.bias())
        linear->bias.set_data(standIn({options.out_features()}));
    return linear;
}

torch::nn::Linear makeLinear(std::int64_t inputs, std::int64_t outputs)
{
    return makeLinear(torch::nn::LinearOptions(inputs, outputs));
}

torch::nn::Embedding makeEmbedding(const torch::nn::EmbeddingOptions& options)
{
    if (!DeferredWeights::active())
        return torch::nn::Embedding(options);
    torch::nn::EmbeddingOptions given = options;
    return torch::nn::Embedding(given._weight(standIn({options.num_embeddings(), options.embedding_dim()})));
}

torch::nn::Embedding makeEmbedding(std::int64_t rows, std::int64_t columns)
{
    return makeEmbedding(torch::nn::EmbeddingOptions(rows, columns));
}

at::Tensor makeZeros(at::IntArrayRef sizes)
{
    return DeferredWeights::active() ? standIn(sizes) : at::zeros(sizes);
}

} // namespace vbs
