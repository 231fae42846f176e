#pragma once

#include "core/checkpoint/load_report.h"
#include "core/checkpoint/tensor_map.h"

namespace vbs {

/// The tensors under Hugging Face's names. Recognised are what wraps a network (withoutWrappers), the early BERT
/// LayerNorm.gamma and LayerNorm.beta, and the names of the authors' own VisualBERT checkpoints (*.th); names of
/// today pass unchanged. Tensors are shared, not copied.
/// @throws Error (CorruptData) when two names become one.
TensorMap renameToCurrent(const TensorMap& tensors, RenameReport& report);

} // namespace vbs
