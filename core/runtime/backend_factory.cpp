#include "core/runtime/backend_factory.h"

#include "core/runtime/session.h"

namespace vbs {

std::unique_ptr<InferenceBackend> createBackend(const BackendOptions& options)
{
    return std::make_unique<Session>(options);
}

} // namespace vbs
