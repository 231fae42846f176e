#include "app/commands/inspect_form.h"

#include "core/base/file_presence.h"
#include "core/base/hash.h"
#include "core/engine/task_table.h"
#include "core/pack/known_checkpoints.h"
#include "core/pack/model_pack.h"

namespace vbs {

namespace {

constexpr std::uintmax_t kSmallestPublished = 440'000'000, kLargestPublished = 456'000'000; ///< bytes of the nine files

} // namespace

InspectedForm inspectedForm(const std::filesystem::path& path, const CheckpointSummary& found)
{
    const TaskInfo* task = taskWith(&TaskInfo::architecture, found.architecture);
    if (!task || !found.config)
        return {};
    InspectedForm result{std::string(task->packKey), {}, "this program's usual form"};
    std::error_code code;
    const std::filesystem::path folder =
        std::filesystem::weakly_canonical(isFolder(path) ? path : path.parent_path(), code);
    if (!code && isThere(folder.parent_path() / "pack.json")) {
        try {
            const ModelPack pack = readPack(folder.parent_path());
            for (const auto& [key, model] : pack.manifest.tasks)
                if (model.model == folder.filename())
                    return {key, model.form, "the pack " + pack.manifest.name};
        } catch (const Error&) { // a pack that cannot be read says nothing
        }
    }
    const auto known = knownByShape(found.architecture, found.config->visual_embedding_dim, found.config->numLabels());
    if (!known.empty() && found.config->hidden_size == 768) {
        result.form = known.front()->form;
        result.origin = "as " + known.front()->name + " was taught: a proposal from class and sizes";
    }
    return result;
}

std::string publishedNameOf(const std::filesystem::path& path)
{
    const std::filesystem::path file = isFolder(path) ? path / "pytorch_model.bin" : path;
    std::error_code code;
    const std::uintmax_t bytes = std::filesystem::file_size(file, code);
    if (code || bytes < kSmallestPublished || bytes > kLargestPublished)
        return "";
    const KnownCheckpoint* known = knownByHash(sha256OfFile(file));
    return known ? known->name : "";
}

} // namespace vbs
