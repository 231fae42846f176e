#pragma once

#include "ui/services/model_source.h"

#include <memory>

namespace vbs {

/// The models of the shipped catalogue and where this process gets and keeps them; read at the first call, so that
/// a catalogue that cannot be read is told by the window of models.
std::unique_ptr<ModelSource> hubModels();

} // namespace vbs
