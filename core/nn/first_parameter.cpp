#include "core/nn/first_parameter.h"

namespace vbs {

at::Tensor firstParameter(const torch::nn::Module& module)
{
    if (const std::vector<at::Tensor> own = module.parameters(false); !own.empty())
        return own.front();
    for (const auto& part : module.children())
        if (at::Tensor first = firstParameter(*part); first.defined())
            return first;
    return {};
}

} // namespace vbs
