#include "core/tuning/run_folder.h"

#include "core/base/error.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

bool holdsRun(const fs::path& folder)
{
    std::error_code code;
    return std::ranges::any_of(
        std::initializer_list<const char*>{"pack/pack.json", "training.json", "checkpoint/state.safetensors"},
        [&](const char* file) { return fs::exists(folder / file, code); });
}

std::string stoppedSentence(const fs::path& folder)
{
    return "Stopped. Progress is kept in " + folder.string() + ": run the same command with --resume to continue.";
}

RunFolder::RunFolder(const fs::path& folder, bool resume)
{
    std::error_code code;
    fs::create_directories(folder, code);
    if (!fs::is_directory(folder, code))
        throw Error(ErrorCode::FileUnwritable, folder.string() + " cannot be created: name a folder for the run.");
    m_lock.emplace(folder, FolderLock::Kind::Alone);
    if (!m_lock->isHeld()) {
        throw Error(ErrorCode::FileUnwritable, "Another program is already training into " + folder.string() +
                                                   ": wait for it, or name another --output.");
    }
    if (!resume && holdsRun(folder)) {
        throw Error(ErrorCode::InvalidArgument,
                    folder.string() +
                        " already holds a training run: add --resume to continue it, or name another --output.");
    }
    removeUnfinished(folder, false, [](const fs::path& name) { return name == "run.json" || name == "training.json"; });
    for (const char* own : {"regions", "checkpoint"})
        removeUnfinished(folder / own, false, [](const fs::path& name) { return name.extension() == ".safetensors"; });
}

} // namespace vbs
