#pragma once

#include "core/checkpoint/tensor_map.h"

#include <map>
#include <string>
#include <vector>

namespace vbs {

/// What training programs put before a network's own names, taken off.
struct Unwrapping {
    std::map<std::string, std::string, std::less<>> ownName; ///< of every name in the file
    std::vector<std::string> wrappers;                       ///< what was taken off, for people; empty: nothing
};

/// DataParallel, DistributedDataParallel and AveragedModel wrap a network as "module.", torch.compile as "_orig_mod.",
/// both at any depth, and Lightning or a class of the user's as an attribute such as "model.". The parts "module" and
/// "_orig_mod" are taken off wherever they stand; of other prefixes, the one that most names share, where a name that
/// VisualBERT or an extractor begins with follows it. Names without it stay as they are.
Unwrapping withoutWrappers(const TensorMap& tensors);

/// The tensors under their own names, shared. @throws Error (CorruptData) when two names become one.
TensorMap unwrapped(const TensorMap& tensors, const Unwrapping& unwrapping);

} // namespace vbs
