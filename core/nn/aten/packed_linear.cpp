#include "core/nn/packed_linear.h"

#include <optional>
#include <string>

#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/types.h>

// For a LibTorch that brings a oneDNN of its own inside: a second one in the same program would meet the first's
// symbols, so LibTorch's operators are used. Where it has none (no oneDNN for this processor), plain products.

namespace vbs {

namespace {

/// The weights' layout is chosen for this many rows, text and regions of a usual request; it suits any number.
constexpr std::int64_t kUsualRows = 48;

/// An operator by name; calls go through the stack since its C++ signature differs between releases.
class Operator {
public:
    explicit Operator(const char* name) : m_handle(c10::Dispatcher::singleton().findSchema({name, ""})) {}

    explicit operator bool() const { return m_handle.has_value(); }

    at::Tensor operator()(torch::jit::Stack arguments) const
    {
        m_handle->callBoxed(&arguments);
        return arguments.at(0).toTensor();
    }

private:
    std::optional<c10::OperatorHandle> m_handle;
};

bool oneDnnWorks(at::ScalarType type)
{
    return at::hasMKLDNN() && (type == at::kFloat || bfloat16IsFast());
}

} // namespace

struct PackedLinear::Impl {
    at::ScalarType type = at::kFloat;
    at::Tensor weight; ///< packed when `run` is there
    at::Tensor bias;
    std::optional<Operator> run;

    at::Tensor product(const at::Tensor& x, const char* after) const
    {
        const bool gelu = std::string_view(after) == "gelu";
        if (!run) {
            const at::Tensor y = at::linear(x, weight, bias);
            return gelu ? at::gelu(y) : y;
        }
        const auto algorithm = gelu ? c10::IValue(std::string("none")) : c10::IValue();
        return (*run)({x, weight, bias, std::string(after), c10::List<std::optional<at::Scalar>>(), algorithm});
    }
};

PackedLinear::PackedLinear(const at::Tensor& weight, const at::Tensor& bias, at::ScalarType type)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->type = type;
    m_impl->weight = weight.detach().to(type, false, /*copy=*/true).contiguous();
    m_impl->bias = bias.detach().to(type, false, /*copy=*/true).contiguous();
    const Operator pack("mkldnn::_reorder_linear_weight");
    Operator run("mkldnn::_linear_pointwise");
    if (pack && run && oneDnnWorks(type)) {
        m_impl->weight = pack({m_impl->weight, c10::IValue(kUsualRows)});
        m_impl->run = run;
    }
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
    return m_impl->product(x, "none").to(outType);
}

at::Tensor PackedLinear::forwardGelu(const at::Tensor& x, at::ScalarType outType) const
{
    return m_impl->product(x, "gelu").to(outType);
}

void PackedLinear::addTo(at::Tensor& sum, const at::Tensor& x) const
{
    sum.add_(m_impl->product(x, "none"));
}

bool bfloat16IsFast()
{
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512bf16") != 0;
#else
    return false;
#endif
}

} // namespace vbs
