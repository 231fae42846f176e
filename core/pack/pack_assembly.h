#pragma once

#include "core/pack/model_pack.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace vbs {

/// What becomes a file of a pack: a file that lies elsewhere, or a text.
struct PackSource {
    std::filesystem::path file;      ///< elsewhere; a link to it is as good
    std::optional<std::string> text; ///< written as it is instead
    PackFile proven{};               ///< of `file`, when somebody proved it already: it is not hashed again
};

enum class PackPlacing {
    Link, ///< symbolic links (relative ones below the folder that holds the pack), else hard links, else copies
    Copy
};

struct PackAssembly {
    std::map<std::string, PackSource> files; ///< by path inside the pack
    PackPlacing placing = PackPlacing::Link;
    bool replace = false; ///< a pack of that name that was assembled before gives way
    JobControl control{}; ///< hashing and copying
};

/// Makes a folder a pack of files that lie elsewhere. It is built beside (in a hidden folder) and renamed, so the
/// folder is there whole or not at all. Nothing that it did not make is ever changed or deleted.
/// @param manifest its files are filled in.
/// @throws Error (InvalidArgument) when the folder is there and `replace` is not set, or holds anything that was not
/// assembled; (FileNotFound) naming a source that is missing; (Mismatch) for one that has another size than proven;
/// (FileUnwritable) with the system's reason; (CorruptData) for a manifest that readPack would refuse; Cancelled.
ModelPack assemblePack(const std::filesystem::path& folder, PackManifest manifest, const PackAssembly& assembly);

/// Whether a pack holds nothing but links and what assemblePack copied, unchanged, so that it can be deleted without a
/// loss. @param foreign if not null, gets the first file that speaks against it.
bool isAssembled(const std::filesystem::path& folder, std::filesystem::path* foreign = nullptr);

/// Deletes an assembled pack; what its links lead to stays. @throws Error (InvalidArgument) naming what was not
/// assembled, (FileUnwritable).
void removeAssembled(const std::filesystem::path& folder);

} // namespace vbs
