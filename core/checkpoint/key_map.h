#pragma once

#include "core/checkpoint/tensor_map.h"

#include <string>
#include <utility>
#include <vector>

namespace vbs {

/// What renameToCurrent did.
struct RenameReport {
    std::vector<std::string> schemes;                         ///< the older namings that were recognised, for people
    std::vector<std::pair<std::string, std::string>> renamed; ///< name in the file, today's name
    std::vector<std::string> dropped;                         ///< names that no VisualBERT class has
    std::vector<std::string> added;                           ///< tied or computed entries that the file left out

    bool changedAnything() const { return !renamed.empty() || !dropped.empty() || !added.empty(); }
};

/// The tensors under Hugging Face's names. Recognised are what wraps a network (withoutWrappers), the early BERT
/// LayerNorm.gamma and LayerNorm.beta, and the names of the authors' own VisualBERT checkpoints (*.th); names of
/// today pass unchanged. Tensors are shared, not copied.
/// @throws Error (CorruptData) when two names become one.
TensorMap renameToCurrent(const TensorMap& tensors, RenameReport& report);

} // namespace vbs
