#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vbs {

/// A tensor of a type with which nothing is computed here: complex, quantised, float8, the wider unsigned ones. It is
/// listed and otherwise passed over.
struct ForeignTensor {
    std::string name;
    std::string type; ///< as PyTorch calls it: "float8_e4m3fn"
    std::vector<std::int64_t> shape;
    std::uint64_t bytes = 0;
};

/// Why a weight of such a type cannot be used, and the way out; empty when none of the tensors is that weight.
/// @param weight its name today, which may have lost or gained a prefix since the file was written.
std::string foreignTypeText(const std::vector<ForeignTensor>& tensors, const std::string& weight);

} // namespace vbs
