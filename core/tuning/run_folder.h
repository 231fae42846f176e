#pragma once

#include "core/regions/folder_lock.h"

#include <filesystem>
#include <optional>

namespace vbs {

/// The folder of a training, held by one program at a time. What is in it of an earlier run is never thrown away.
class RunFolder {
public:
    /// Makes the folder where it is missing, and removes what killed runs left of files half written.
    /// @throws Error (FileUnwritable) when it cannot be made or another program trains into it; (InvalidArgument) when
    /// it holds a run and resume is not asked for.
    RunFolder(const std::filesystem::path& folder, bool resume);

private:
    std::optional<FolderLock> m_lock;
};

/// Whether a training has left its checkpoint or its result in a folder. Regions and a record alone are nothing to
/// lose.
bool holdsRun(const std::filesystem::path& folder);

/// The sentence that tells how a stopped training goes on.
std::string stoppedSentence(const std::filesystem::path& folder);

} // namespace vbs
