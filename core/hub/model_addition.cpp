#include "core/base/file_io.h"
#include "core/base/file_presence.h"
#include "core/hub/file_lock.h"
#include "core/hub/file_places.h"
#include "core/hub/hub_records.h"
#include "core/hub/model_store.h"
#include "core/hub/part_file.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostFiles = 20000;       // of a folder; a whole disk is not searched
constexpr std::uintmax_t kAboutBytes = 1 << 16; // how far a size that is not exact may be off

void collect(const fs::path& path, std::vector<fs::path>& files)
{
    std::error_code code;
    if (fs::is_regular_file(path, code)) {
        files.push_back(path);
        return;
    }
    if (!fs::is_directory(path, code))
        throw Error(ErrorCode::FileNotFound, sentence("%1 is neither a file nor a folder.", path.string()));
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(path, options, code), end; !code && at != end; at.increment(code)) {
        if (std::error_code ignored; at->is_regular_file(ignored) && files.size() < kMostFiles)
            files.push_back(at->path());
    }
}

bool mayBe(const CatalogFile& file, std::uintmax_t bytes)
{
    if (!file.hash().isKnown())
        return false;
    const std::uintmax_t off = bytes > file.bytes ? bytes - file.bytes : file.bytes - bytes;
    return off <= (file.bytesExact ? 0 : kAboutBytes);
}

} // namespace

void ModelStore::import(const CatalogFile& file, const fs::path& path, const JobControl& control) const
{
    const FilePlace place = placeOf(m_environment, file);
    const FileLock lock(place.lock, control.stop);
    std::error_code code;
    const std::uintmax_t bytes = fs::file_size(path, code);
    if (isThere(place.file))
        return;
    if (const auto space = freeSpaceFor(place.file); space && *space < bytes) {
        throw Error(ErrorCode::FileUnwritable, sentence("The disk of %1 has no room for a copy of %2.",
                                                        nearestFolder(place.file).string(), path.string()));
    }
    PartFile part(place.part, file.hash(), bytes, control);
    part.empty();
    std::ifstream stream = openForReading(path);
    std::vector<char> buffer(1 << 20);
    while (stream) {
        control.throwIfStopped();
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        part.append({buffer.data(), static_cast<std::size_t>(stream.gcount())});
        control.report("Copying " + path.filename().string(), bytes > 0 ? double(part.size()) / double(bytes) : -1);
    }
    if (!part.isRight()) {
        part.discard();
        throw Error(ErrorCode::FileUnreadable, sentence("%1 changed while it was copied.", path.string()));
    }
    part.moveTo(place.file);
    if (isContentHash(file.hash().hex))
        m_proven->remember(place.file, file.hash());
    WrittenFile note{place.file, bytes, {}};
    if (const FileSource* source = file.hubSource(); place.kind == FilePlace::Kind::Hub && source->isPinned()) {
        const fs::path content = enterInCache(m_environment, *source, source->revision, place.file);
        if (content == place.file)
            note.beside.push_back(place.file.parent_path().parent_path() / "snapshots" / source->revision /
                                  source->path);
        note.path = content;
        if (content != place.file)
            m_proven->hashOf(content, file.hash(), control);
    }
    noteWritten(m_environment.data, note);
}

std::vector<AddedFile> ModelStore::addFiles(const std::vector<fs::path>& paths, const JobControl& control) const
{
    std::vector<fs::path> files;
    for (const fs::path& path : paths)
        collect(path, files);
    std::vector<AddedFile> result;
    for (const fs::path& path : files) {
        control.throwIfStopped();
        AddedFile added{path, "", {}};
        std::error_code code;
        const std::uintmax_t bytes = fs::file_size(path, code);
        for (const auto& [id, unused] : m_catalog.files) {
            const CatalogFile file = known(id);
            if (code || !mayBe(file, bytes))
                continue;
            control.report("Checking " + path.filename().string());
            if (!file.hash().fits(m_proven->hashOf(path, file.hash(), control)))
                continue;
            added.id = id;
            for (const CatalogEntry& entry : m_catalog.entries)
                if (std::ranges::any_of(entry.files, [&](const auto& item) { return item.second == id; }))
                    added.entries.push_back(entry.name);
            ModelFile there;
            findProven(file, there, control, {});
            if (there.path.empty())
                import(file, path, control);
            break;
        }
        result.push_back(std::move(added));
    }
    return result;
}

} // namespace vbs
