#include "core/checkpoint/shared_trunk.h"

namespace vbs {

void addSharedTrunk(Checkpoint& checkpoint, const std::filesystem::path& folder)
{
    constexpr std::string_view kPrefix = "visual_bert.";
    if (folder.empty())
        return;
    const Checkpoint trunk = readCheckpoint(folder);
    for (const auto& [name, tensor] : trunk.tensors)
        if (name.starts_with(kPrefix))
            checkpoint.tensors.emplace(name, tensor);
    checkpoint.files.insert(checkpoint.files.end(), trunk.files.begin(), trunk.files.end());
}

} // namespace vbs
