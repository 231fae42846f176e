#include "core/base/file_presence.h"
#include "core/hub/file_places.h"
#include "core/hub/hub_records.h"
#include "core/hub/model_folder.h"
#include "core/hub/model_store.h"
#include "core/pack/pack_catalog.h"

#include <algorithm>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

fs::path whole(const fs::path& path)
{
    std::error_code code;
    fs::path result = fs::weakly_canonical(path, code);
    return code ? path : result;
}

/// Whether any link below a folder leads to a file.
bool leadsTo(const fs::path& folder, const fs::path& file)
{
    std::error_code code;
    for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        std::error_code ignored;
        if (at->is_symlink(ignored) && whole(at->path()) == file)
            return true;
    }
    return false;
}

void removeEmptyAbove(fs::path folder, const fs::path& last)
{
    std::error_code code;
    while (folder != last && folder.has_relative_path() && fs::remove(folder, code) && !code)
        folder = folder.parent_path();
}

} // namespace

/// Removes one file that this program wrote, unless something else leads to it.
std::uintmax_t ModelStore::removeFile(const fs::path& path, std::vector<fs::path>& kept) const
{
    std::error_code code;
    const auto note = writtenFile(m_environment.data, path);
    if (!note) {
        if (isThere(path))
            kept.push_back(path); // another program's, or the user's
        return 0;
    }
    std::vector<fs::path> others = packFolders();
    others.push_back(m_environment.data / "packs");
    others.push_back(m_environment.data / "checkpoints");
    if (std::ranges::any_of(others, [&](const fs::path& folder) { return leadsTo(folder, whole(path)); })) {
        kept.push_back(path);
        return 0;
    }
    for (const fs::path& beside : note->beside)
        if (fs::is_symlink(fs::symlink_status(beside, code)) && whole(beside) == whole(path))
            fs::remove(beside, code);
    const fs::path repo = path.parent_path().parent_path();
    const bool inHubCache = path.parent_path().filename() == "blobs";
    if (inHubCache && leadsTo(repo / "snapshots", whole(path))) {
        kept.push_back(path); // another revision's
        return 0;
    }
    const std::uintmax_t bytes = fs::file_size(path, code);
    fs::remove(path, code);
    if (code) {
        kept.push_back(path);
        return 0;
    }
    const bool lastOfRepo = inHubCache && (!isThere(repo / "blobs") || fs::is_empty(repo / "blobs", code));
    for (const fs::path& beside : note->beside) {
        if (beside.string().starts_with((repo / "refs").string() + "/") && lastOfRepo)
            fs::remove(beside, code);
        removeEmptyAbove(beside.parent_path(), repo.parent_path());
    }
    removeEmptyAbove(path.parent_path(), repo.parent_path());
    forgetWritten(m_environment.data, path);
    return bytes;
}

std::uintmax_t ModelStore::discardParts(const std::string& name) const
{
    std::uintmax_t bytes = 0;
    std::set<fs::path> seen;
    for (const auto& [path, id] : m_catalog.entry(name).files) {
        const fs::path part = placeOf(m_environment, known(id)).part;
        std::error_code code;
        const std::uintmax_t size = fs::file_size(part, code);
        if (!code && seen.insert(part).second && fs::remove(part, code))
            bytes += size;
    }
    return bytes;
}

RemovedModel ModelStore::remove(const std::string& name) const
{
    const CatalogEntry& entry = m_catalog.entry(name);
    const fs::path folder = folderOf(entry);
    RemovedModel removed;
    std::set<fs::path> files;
    if (const auto pulled = readPulledFolder(folder)) {
        for (const auto& [path, file] : pulled->files)
            if (!file.target.empty())
                files.insert(file.target);
    } else if (isThere(folder)) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 was not made by pull: remove it yourself if you do not need it.", folder.string()));
    }
    const bool installed = isThere(folder);
    for (const auto& [path, id] : entry.files) // of a pull that did not come to its end
        for (const FileCandidate& candidate : candidatesFor(m_environment, known(id)))
            if (writtenFile(m_environment.data, candidate.path))
                files.insert(candidate.path);
    removed.kept = removePulledFolder(folder);
    removed.bytes = discardParts(name);
    const bool anything = installed || removed.bytes > 0 || !files.empty();
    for (const fs::path& file : files)
        removed.bytes += removeFile(file, removed.kept);
    if (!anything)
        throw Error(ErrorCode::FileNotFound, sentence("Nothing of %1 is on this machine.", name));
    return removed;
}

} // namespace vbs
