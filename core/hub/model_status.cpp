#include "core/hub/file_places.h"
#include "core/hub/hub_records.h"
#include "core/hub/model_folder.h"
#include "core/hub/model_store.h"

#include <algorithm>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

std::uintmax_t sizeOf(const fs::path& path)
{
    std::error_code code;
    const std::uintmax_t bytes = fs::file_size(path, code);
    return code ? 0 : bytes;
}

/// What is wrong with an installed folder by a look at it; empty: nothing.
std::string faultIn(const fs::path& folder, const PulledFolder& pulled)
{
    for (const auto& [path, file] : pulled.files) {
        std::error_code code;
        if (!fs::is_regular_file(folder / path, code)) {
            return (folder / path).string() + " is missing" +
                   (file.target.empty() ? "" : ": " + file.target.string() + " is gone") + ".";
        }
        if (sizeOf(folder / path) != file.bytes)
            return (folder / path).string() + " has another size than it was fetched with.";
    }
    return "";
}

} // namespace

const char* nameOf(ModelState state)
{
    static constexpr const char* names[] = {"absent", "partly", "present", "installed", "damaged"};
    return names[static_cast<std::size_t>(state)];
}

CatalogFile ModelStore::known(const std::string& id) const
{
    CatalogFile file = m_catalog.file(id);
    applyPin(m_environment.data, file);
    return file;
}

fs::path ModelStore::folderOf(const CatalogEntry& entry) const
{
    return m_environment.data / (entry.kind == CatalogEntry::Kind::Pack ? "packs" : "checkpoints") / entry.name;
}

ModelStatus ModelStore::look(const CatalogEntry& entry,
                             const std::function<void(const CatalogFile&, ModelFile&)>& find) const
{
    ModelStatus status;
    status.name = entry.name;
    status.folder = folderOf(entry);
    std::set<std::string> seen;
    bool all = true;
    for (const auto& [path, id] : entry.files) {
        if (!seen.insert(id).second)
            continue;
        const CatalogFile file = known(id);
        ModelFile found;
        found.id = id;
        found.name = file.name;
        found.bytes = file.bytes;
        found.bytesExact = file.bytesExact;
        found.license = file.license;
        found.address = file.sources.front().address(m_environment.endpoint);
        find(file, found);
        if (!found.path.empty()) {
            found.bytes = sizeOf(found.path);
            status.bytesOnDisk += found.bytes;
        } else {
            all = false;
            if (!m_environment.data.empty())
                found.partBytes = std::min(found.bytes, sizeOf(placeOf(m_environment, file).part));
            status.bytesOnDisk += found.partBytes;
        }
        status.bytes += found.bytes;
        status.files.push_back(std::move(found));
    }
    status.state = all ? ModelState::Present : status.bytesOnDisk > 0 ? ModelState::Partly : ModelState::Absent;
    if (const auto pulled = readPulledFolder(status.folder)) {
        status.message = faultIn(status.folder, *pulled);
        // Without a pack.json it was stopped while it was being made ready.
        std::error_code code;
        const bool ready = entry.kind != CatalogEntry::Kind::Pack || fs::exists(status.folder / "pack.json", code);
        if (!status.message.empty())
            status.state = ModelState::Damaged;
        else if (ready)
            status.state = ModelState::Installed;
    }
    return status;
}

void ModelStore::findQuickly(const CatalogFile& file, ModelFile& found) const
{
    for (const FileCandidate& candidate : candidatesFor(m_environment, file)) {
        const ContentHash expected = file.hash().isKnown() ? file.hash() : candidate.claimed;
        const auto hash = m_proven->known(candidate.path, expected);
        if (hash && !expected.fits(*hash))
            continue; // read before: another file
        if (!expected.isKnown() && !hash)
            continue;
        if (found.path.empty() || hash) {
            found.path = candidate.path;
            found.where = candidate.where;
            found.proven = hash.has_value();
        }
        if (found.proven)
            return;
    }
}

void ModelStore::findProven(const CatalogFile& file, ModelFile& found, const JobControl& control,
                            const std::function<void(std::uintmax_t)>& onBytes) const
{
    for (const FileCandidate& candidate : candidatesFor(m_environment, file)) {
        const ContentHash expected = file.hash().isKnown() ? file.hash() : candidate.claimed;
        if (!expected.isKnown())
            continue;
        try {
            if (!expected.fits(m_proven->hashOf(candidate.path, expected, control, onBytes)))
                continue;
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                throw;
            continue; // "could not be read" is not "bad": it stays as it is, and another is looked for
        }
        found.path = candidate.path;
        found.where = candidate.where;
        found.proven = true;
        return;
    }
}

ModelStatus ModelStore::status(const std::string& name) const
{
    return look(m_catalog.entry(name), [this](const CatalogFile& file, ModelFile& found) { findQuickly(file, found); });
}

std::vector<ModelStatus> ModelStore::statuses() const
{
    std::vector<ModelStatus> result;
    for (const CatalogEntry& entry : m_catalog.entries)
        result.push_back(status(entry.name));
    return result;
}

bool ModelStore::isPulled(const fs::path& folder)
{
    return readPulledFolder(folder).has_value();
}

} // namespace vbs
