#pragma once

#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>

namespace vbs {

/// While one lives, networks made by the same thread leave their weights to be loaded: large parameters get their
/// shape but no memory, and starting values are not drawn (which would cost a second for a full-size network). Such a
/// network can do nothing but be loaded, by loadModule.
class DeferredWeights {
public:
    DeferredWeights();
    ~DeferredWeights();
    DeferredWeights(const DeferredWeights&) = delete;
    DeferredWeights& operator=(const DeferredWeights&) = delete;

    static bool active();
};

/// The module, or one whose weights are to be loaded.
torch::nn::Linear makeLinear(const torch::nn::LinearOptions& options);
torch::nn::Linear makeLinear(std::int64_t inputs, std::int64_t outputs);
torch::nn::Embedding makeEmbedding(const torch::nn::EmbeddingOptions& options);
torch::nn::Embedding makeEmbedding(std::int64_t rows, std::int64_t columns);

/// Zeros, or a tensor of the shape that is to be loaded.
at::Tensor makeZeros(at::IntArrayRef sizes);

} // namespace vbs
