#include "core/nn/visual_bert/activation.h"

#include "core/base/error.h"

#include <array>
#include <cmath>

#include <torch/types.h>

namespace vbs {

namespace {

using torch::Tensor;

Tensor gelu(const Tensor& x)
{
    return at::gelu(x);
}

Tensor geluClipped(const Tensor& x)
{
    return at::gelu(x).clamp(-10., 10.);
}

/// The tanh approximation, written out: the reference's fast variant rounds the constant.
Tensor geluTanh(const Tensor& x, double scale)
{
    return 0.5 * x * (1.0 + at::tanh(scale * (x + 0.044715 * x * x * x)));
}

Tensor geluNew(const Tensor& x)
{
    return geluTanh(x, std::sqrt(2.0 / M_PI));
}

Tensor geluFast(const Tensor& x)
{
    return geluTanh(x, 0.7978845608);
}

Tensor quickGelu(const Tensor& x)
{
    return x * at::sigmoid(1.702 * x);
}

Tensor hardSwish(const Tensor& x)
{
    return at::hardswish(x);
}

/// Of MEGA (Ma et al. 2022), with the constants that make it close to a squared ReLU.
Tensor laplace(const Tensor& x)
{
    return 0.5 * (1.0 + at::erf((x - 0.707107) / (0.282095 * std::sqrt(2.0))));
}

Tensor leakyRelu(const Tensor& x)
{
    return at::leaky_relu(x);
}

Tensor linear(const Tensor& x)
{
    return x;
}

Tensor mish(const Tensor& x)
{
    return at::mish(x);
}

Tensor relu(const Tensor& x)
{
    return at::relu(x);
}

Tensor reluSquared(const Tensor& x)
{
    return at::relu(x).square();
}

Tensor relu6(const Tensor& x)
{
    return at::hardtanh(x, 0., 6.);
}

Tensor sigmoid(const Tensor& x)
{
    return at::sigmoid(x);
}

Tensor silu(const Tensor& x)
{
    return at::silu(x);
}

Tensor rootSoftplus(const Tensor& x)
{
    return at::softplus(x).sqrt();
}

Tensor tanh(const Tensor& x)
{
    return at::tanh(x);
}

struct NamedActivation {
    std::string_view name;
    Activation function;
};

constexpr std::array kActivations{
    NamedActivation{"gelu", gelu},
    NamedActivation{"gelu_10", geluClipped},
    NamedActivation{"gelu_accurate", geluNew},
    NamedActivation{"gelu_fast", geluFast},
    NamedActivation{"gelu_new", geluNew},
    NamedActivation{"gelu_python", gelu},
    NamedActivation{"gelu_python_tanh", geluNew},
    NamedActivation{"gelu_pytorch_tanh", geluNew},
    NamedActivation{"hardswish", hardSwish},
    NamedActivation{"laplace", laplace},
    NamedActivation{"leaky_relu", leakyRelu},
    NamedActivation{"linear", linear},
    NamedActivation{"mish", mish},
    NamedActivation{"quick_gelu", quickGelu},
    NamedActivation{"relu", relu},
    NamedActivation{"relu2", reluSquared},
    NamedActivation{"relu6", relu6},
    NamedActivation{"sigmoid", sigmoid},
    NamedActivation{"silu", silu},
    NamedActivation{"sqrtsoftplus", rootSoftplus},
    NamedActivation{"swish", silu},
    NamedActivation{"tanh", tanh},
};

} // namespace

Activation activationByName(std::string_view name)
{
    for (const NamedActivation& activation : kActivations)
        if (activation.name == name)
            return activation.function;
    std::string known;
    for (const NamedActivation& activation : kActivations)
        known += (known.empty() ? "" : ", ") + std::string(activation.name);
    throw Error(ErrorCode::InvalidArgument,
                sentence("The key \"hidden_act\" is \"%1\"; the known names are %2.", name, known));
}

} // namespace vbs
