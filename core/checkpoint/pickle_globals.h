#pragma once

#include <c10/core/ScalarType.h>

#include <optional>
#include <string_view>

namespace vbs {

/// What a pickle may do with one of Python's global names.
enum class PickleRole {
    Dict,        ///< called without or with a list of pairs: an ordered dict
    Tensor,      ///< called with (storage, offset, size, stride, ...)
    TypedTensor, ///< called with (storage, offset, size, stride, requires_grad, hooks, dtype, ...)
    Parameter,   ///< called with (tensor, ...): that tensor
    Tuple,       ///< called with a tuple: that tuple
    Storage,     ///< names a storage class; never called
    Type,        ///< names an element type; never called
    Plain        ///< a harmless value without use for weights; its contents are not looked at
};

/// One allowed name.
struct PickleGlobal {
    std::string_view module;
    std::string_view name;
    PickleRole role;
    std::optional<c10::ScalarType> type; ///< of a storage or type; none for an untyped storage
    std::string_view foreignType = {};   ///< the real type, where `type` is only one of the same width
};

/// The row of an allowed name, or null. Nothing else can be named by a pickle, and no name makes anything run: the
/// roles above are all that happens.
const PickleGlobal* findPickleGlobal(std::string_view module, std::string_view name);

} // namespace vbs
