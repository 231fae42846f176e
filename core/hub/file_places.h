#pragma once

#include "core/hub/catalog.h"
#include "core/hub/hub_environment.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// Where a file of the catalogue is written to.
struct FilePlace {
    enum class Kind { Hub, Torch, Own };
    Kind kind = Kind::Own;
    std::filesystem::path file; ///< the content; in the hub's cache a blob
    std::filesystem::path part; ///< while it is being fetched: a name that no other program uses
    std::filesystem::path lock;
};

/// A file on disk that may be the one of the catalogue.
struct FileCandidate {
    std::filesystem::path path;
    std::string where;   ///< in words: "Hugging Face's cache"
    ContentHash claimed; ///< by its name in the hub's cache; empty: nothing is claimed
};

/// "models--OWNER--NAME" or "spaces--OWNER--NAME" in a cache.
std::filesystem::path repoFolder(const std::filesystem::path& cache, const FileSource& source);

/// The hub's cache, where the file is on the hub; torch.hub's folder for torchvision's; else a folder of this program,
/// which also takes the place of a cache that cannot be written to and of a name that another file has.
FilePlace placeOf(const HubEnvironment& environment, const CatalogFile& file);

/// Files of the right size (if it is known) in all caches, old ones included, those first that need no further step.
std::vector<FileCandidate> candidatesFor(const HubEnvironment& environment, const CatalogFile& file);

/// Lets the hub's clients find a blob: a link in snapshots/<commit>, and the name of the commit in refs where there is
/// none yet. Where links do not work the file itself is moved there, as the clients do.
/// @returns where the content lies then. @throws Error (FileUnwritable).
std::filesystem::path enterInCache(const HubEnvironment& environment, const FileSource& source,
                                   const std::string& commit, const std::filesystem::path& blob);

/// Makes a link through a temporary name. @returns false: links do not work here.
bool makeLink(const std::filesystem::path& target, const std::filesystem::path& link);

} // namespace vbs
