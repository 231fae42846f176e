#include "app/commands/packs_text.h"

namespace vbs {

std::string tasksOf(const PackManifest& manifest)
{
    std::string text;
    for (const auto& [key, task] : manifest.tasks)
        text += (text.empty() ? "" : ", ") + key;
    return text;
}

std::uintmax_t bytesOf(const PackManifest& manifest)
{
    std::uintmax_t total = 0;
    for (const auto& [path, file] : manifest.files)
        total += file.bytes;
    return total;
}

} // namespace vbs
