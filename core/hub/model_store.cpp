#include "core/hub/model_store.h"

#include "core/base/file_presence.h"
#include "core/hub/file_fetch.h"
#include "core/hub/file_lock.h"
#include "core/hub/hub_records.h"
#include "core/hub/model_folder.h"
#include "core/hub/part_file.h"
#include "core/hub/pull_meter.h"

#include <algorithm>
#include <map>
#include <sys/stat.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kSpareBytes = 16u << 20; // what a disk should have left

using Stage = PullProgress::Stage;

FetchListener listenerOf(PullMeter& meter, const std::string& name, std::uintmax_t& done)
{
    FetchListener listener;
    listener.onBytes = [&meter, &done, name](std::uintmax_t bytes, std::uintmax_t, const std::string& host) {
        done = bytes;
        meter.report(Stage::Fetching, name, bytes, host);
    };
    listener.onNote = [&meter](const std::string& sentence) { meter.note(sentence); };
    listener.onWait = [&meter, &done, name](double, const std::string& why) {
        meter.report(Stage::Waiting, name, done, "", why + "; waiting");
    };
    listener.onOtherProgram = [&meter, name] { meter.report(Stage::OtherProgram, name, 0); };
    return listener;
}

/// The commit under which the hub's clients look for a file, and its content entered there. @returns where it lies.
fs::path enter(const HubEnvironment& environment, const CatalogFile& file, const FilePlace& place,
               const std::string& commit, bool fetched)
{
    const FileSource* source = file.hubSource();
    fs::path content = place.file;
    WrittenFile note{place.file, file.bytes, {}};
    if (place.kind == FilePlace::Kind::Hub && source != nullptr && !commit.empty()) {
        const fs::path repo = repoFolder(environment.hubCache, *source);
        const fs::path link = repo / "snapshots" / commit / source->path;
        const std::string ref = source->isPinned() ? source->ref : source->revision;
        const bool newRef = !ref.empty() && !isThere(repo / "refs" / ref);
        content = enterInCache(environment, *source, commit, place.file);
        note.path = content;
        if (content == place.file)
            note.beside.push_back(link);
        if (newRef)
            note.beside.push_back(repo / "refs" / ref);
    }
    if (fetched)
        noteWritten(environment.data, note);
    return content;
}

} // namespace

ModelStore::ModelStore(Catalog catalog, HubEnvironment environment)
    : m_catalog(std::move(catalog)), m_environment(std::move(environment)),
      m_proven(std::make_shared<ProvenFiles>(m_environment.marks))
{
}

ModelStore ModelStore::ofProcess()
{
    return {readCatalog(), HubEnvironment::ofProcess()};
}

ModelStatus ModelStore::plan(const std::string& name, const PullOptions& options) const
{
    const CatalogEntry& entry = m_catalog.entry(name);
    PullMeter meter(options, status(name).bytes);
    std::uintmax_t whole = 0;
    return look(entry, [&](const CatalogFile& file, ModelFile& found) {
        options.control.throwIfStopped();
        meter.setWhole(whole);
        meter.report(Stage::Checking, file.name, 0);
        findProven(file, found, options.control,
                   [&](std::uintmax_t bytes) { meter.report(Stage::Checking, file.name, bytes); });
        whole += file.bytes;
    });
}

void ModelStore::requireSpace(const ModelStatus& status) const
{
    struct Disk {
        fs::path folder;
        std::uintmax_t needed = 0;
    };
    std::map<dev_t, Disk> disks;
    for (const ModelFile& file : status.files) {
        if (!file.path.empty())
            continue;
        const fs::path folder = nearestFolder(placeOf(m_environment, known(file.id)).file);
        struct stat about {};
        if (::stat(folder.c_str(), &about) != 0)
            continue;
        Disk& disk = disks[about.st_dev];
        disk.folder = folder;
        disk.needed += file.bytes - std::min(file.bytes, file.partBytes);
    }
    for (const auto& [device, disk] : disks) {
        const auto space = freeSpaceFor(disk.folder);
        if (disk.needed == 0 || !space || *space >= disk.needed + kSpareBytes)
            continue;
        const auto inMegabytes = [](std::uintmax_t bytes) {
            return std::to_string((bytes + 999999) / 1000000) + " MB";
        };
        throw Error(ErrorCode::FileUnwritable,
                    sentence("%1 needs %2 more, and the disk of %3 has %4 left: free some space, or choose another "
                             "folder for models.",
                             status.name, inMegabytes(disk.needed), disk.folder.string(), inMegabytes(*space)));
    }
}

fs::path ModelStore::pull(const std::string& name, const PullOptions& options) const
{
    const CatalogEntry& entry = m_catalog.entry(name);
    if (m_environment.data.empty())
        throw Error(ErrorCode::FileUnwritable, sentence("There is no home folder to keep models in."));
    const fs::path folder = folderOf(entry);
    const fs::path folderLock = folder.parent_path() / ".locks" / (name + ".lock"); // another program may make it ready
    if (std::error_code code; isThere(folder) && (FileLock(folderLock, options.control.stop), !isPulled(folder)) &&
                              !fs::is_empty(folder, code)) {
        throw Error(
            ErrorCode::InvalidArgument,
            sentence("%1 is there already and was not made by pull: give it another name first.", folder.string()));
    }
    if (!options.from.empty())
        addFiles(options.from, options.control);
    ModelStatus status = plan(name, options);
    std::string missing;
    for (const ModelFile& file : status.files)
        if (file.path.empty())
            missing += (missing.empty() ? "" : ", ") + file.name + " (" + file.address + ")";
    if (m_environment.offline && !missing.empty()) {
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1 is not whole on this machine, and HF_HUB_OFFLINE forbids the network; missing: %2.",
                             name, missing));
    }
    requireSpace(status);
    PullMeter meter(options, status.bytes);
    std::uintmax_t whole = 0;
    for (ModelFile& file : status.files) {
        options.control.throwIfStopped();
        CatalogFile wanted = known(file.id);
        const bool fetched = file.path.empty();
        meter.setWhole(whole);
        if (fetched) {
            std::uintmax_t done = 0;
            FileFetch fetch(m_environment, options.control, listenerOf(meter, file.name, done));
            const bool pinned = wanted.hash().isKnown() && wanted.bytesExact;
            fetch.complete(wanted);
            if (!pinned && wanted.hash().isKnown() && wanted.bytesExact)
                keepPin(m_environment.data, wanted);
            const FilePlace place = placeOf(m_environment, wanted);
            const fs::path path = fetch.fetch(wanted, place);
            if (isContentHash(wanted.hash().hex)) // it was hashed while it came
                m_proven->remember(path, wanted.hash());
            std::error_code code;
            wanted.bytes = fs::file_size(path, code);
            const FileSource* source = wanted.hubSource();
            file.path = enter(m_environment, wanted, place, source != nullptr ? fetch.commitOf(*source) : "", true);
            if (file.path != path && isContentHash(wanted.hash().hex))
                m_proven->remember(file.path, wanted.hash());
        } else if (const FileSource* source = wanted.hubSource(); source != nullptr && source->isPinned()) {
            // Killed between the rename and the link: the blob is there, and nobody else finds it.
            if (const FilePlace place = placeOf(m_environment, wanted); file.path == place.file)
                file.path = enter(m_environment, wanted, place, source->revision,
                                  writtenFile(m_environment.data, place.file).has_value());
        }
        std::error_code code;
        file.bytes = fs::file_size(file.path, code);
        whole += file.bytes;
    }
    meter.setWhole(whole);
    meter.report(Stage::Assembling, "", 0);
    const FileLock lock(folderLock, options.control.stop);
    assemble(entry, status);
    options.control.report(forPeople("Ready"), 1);
    return folder;
}

void ModelStore::assemble(const CatalogEntry& entry, const ModelStatus& status) const
{
    PulledFolder content;
    content.entry = entry.name;
    for (const auto& [path, id] : entry.files) {
        const auto file = std::ranges::find(status.files, id, &ModelFile::id);
        const std::string sha256 = known(id).sha256;
        content.files[path] = {sha256.empty() ? m_proven->hashOf(file->path, {}).hex : sha256, file->bytes,
                               fs::absolute(file->path)};
    }
    writePulledFolder(folderOf(entry), entry, content);
}

std::vector<PackFault> ModelStore::verify(const std::string& name, const JobControl& control) const
{
    const fs::path folder = folderOf(m_catalog.entry(name));
    const auto pulled = readPulledFolder(folder);
    if (!pulled)
        throw Error(ErrorCode::FileNotFound, sentence("%1 is not installed: visualbert packs pull %2.", name, name));
    std::uintmax_t total = 1, done = 0;
    for (const auto& [path, file] : pulled->files)
        total += file.bytes;
    std::vector<PackFault> faults;
    for (const auto& [path, file] : pulled->files) {
        control.report("Checking " + path, double(done) / double(total));
        const std::string again = "; visualbert packs pull " + name + " fetches it again.";
        const fs::path target = file.target.empty() ? folder / path : file.target;
        if (std::error_code code; !fs::is_regular_file(folder / path, code)) {
            faults.push_back({path, target.string() + " is missing" + again});
            continue;
        }
        try {
            const ContentHash hash = hashOfFile(folder / path, {file.sha256}, control);
            m_proven->remember(folder / path, hash);
            if (hash.hex != file.sha256)
                faults.push_back({path, target.string() + " was changed or damaged" + again});
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                throw;
            faults.push_back({path, std::string("It could not be checked: ") + e.what()});
        }
        done += file.bytes;
    }
    control.report(forPeople("Checked"), 1);
    return faults;
}

} // namespace vbs
