#include "core/checkpoint/foreign_tensor.h"

namespace vbs {

std::string foreignTypeText(const std::vector<ForeignTensor>& tensors, const std::string& weight)
{
    for (const ForeignTensor& tensor : tensors)
        if (tensor.name.ends_with(weight) || weight.ends_with(tensor.name))
            return "the weight \"" + tensor.name + "\" is of the type " + tensor.type +
                   ", which is not supported; save the checkpoint in float32, float16 or bfloat16.";
    return {};
}

} // namespace vbs
