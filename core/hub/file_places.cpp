#include "core/hub/file_places.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/file_presence.h"
#include "core/base/hash.h"
#include "core/hub/part_file.h"

#include <algorithm>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr char kPartSuffix[] = ".visualbert-part";

/// Whether files can be made in a folder that may not exist yet.
bool isWritable(const fs::path& folder)
{
    const fs::path nearest = nearestFolder(folder);
    std::error_code code;
    // Something that is no folder in the way makes the rest impossible.
    fs::path below = nearest;
    for (const fs::path& part : folder.lexically_relative(nearest)) {
        below /= part;
        if (part != "." && fs::exists(fs::symlink_status(below, code)) && !isFolder(below))
            return false;
    }
    return !folder.empty() && ::access(nearest.c_str(), W_OK | X_OK) == 0;
}

bool hasSize(const CatalogFile& file, const fs::path& path)
{
    std::error_code code;
    if (!fs::is_regular_file(path, code))
        return false;
    const std::uintmax_t bytes = fs::file_size(path, code);
    return !code && bytes > 0 && (!file.bytesExact || bytes == file.bytes);
}

/// Addresses under which an old client may have kept the file.
std::vector<std::string> oldAddressesOf(const CatalogFile& file)
{
    std::vector<std::string> addresses = file.oldAddresses;
    for (const FileSource& source : file.sources) {
        if (!source.isHub()) {
            addresses.push_back(source.url);
            continue;
        }
        FileSource main = source;
        main.revision = "main";
        for (const FileSource& at : {source, main})
            addresses.push_back(at.address("https://huggingface.co"));
    }
    return addresses;
}

void addFromFlatCaches(const HubEnvironment& environment, const CatalogFile& file, std::vector<FileCandidate>& found)
{
    std::vector<std::string> begins;
    for (const std::string& address : oldAddressesOf(file))
        begins.push_back(sha256(address));
    for (const fs::path& folder : environment.flatCaches) {
        std::error_code code;
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
            const std::string name = at->path().filename().string();
            const bool ours =
                std::ranges::any_of(begins, [&](const std::string& begin) { return name.starts_with(begin); });
            if (ours && !name.ends_with(".json") && !name.ends_with(".lock") && hasSize(file, at->path()))
                found.push_back({at->path(), "an old cache of transformers", {}});
        }
    }
}

ContentHash claimOf(const fs::path& path)
{
    std::error_code code;
    const std::string name = fs::canonical(path, code).filename().string();
    return !code && isContentHash(name) ? ContentHash{name} : ContentHash{};
}

/// The commit that a source means in a cache; empty: not known there.
std::string commitIn(const fs::path& repo, const FileSource& source)
{
    if (source.isPinned())
        return source.revision;
    std::string commit;
    try {
        commit = firstBytesOf(repo / "refs" / source.revision, 41);
    } catch (const Error&) {
        return "";
    }
    while (!commit.empty() && (commit.back() == '\n' || commit.back() == '\r'))
        commit.pop_back();
    const bool right = commit.size() == 40 && isContentHash(commit) && commit.starts_with(source.commitBegins);
    return right ? commit : "";
}

void addFromHubCaches(const HubEnvironment& environment, const CatalogFile& file, std::vector<FileCandidate>& found)
{
    for (const fs::path& cache : environment.hubCaches) {
        for (const FileSource& source : file.sources) {
            if (!source.isHub())
                continue;
            const fs::path repo = repoFolder(cache, source);
            if (const std::string commit = commitIn(repo, source); !commit.empty())
                if (const fs::path path = repo / "snapshots" / commit / source.path; hasSize(file, path))
                    found.push_back({path, "Hugging Face's cache", claimOf(path)});
            for (const std::string& name : {file.sha256, file.gitSha1})
                if (!name.empty() && hasSize(file, repo / "blobs" / name))
                    found.push_back({repo / "blobs" / name, "Hugging Face's cache", {name}});
        }
    }
}

} // namespace

fs::path repoFolder(const fs::path& cache, const FileSource& source)
{
    std::string name = source.repo.starts_with("spaces/") ? source.repo : "models/" + source.repo;
    for (std::size_t at = name.find('/'); at != std::string::npos; at = name.find('/', at))
        name.replace(at, 1, "--");
    return cache / name;
}

FilePlace placeOf(const HubEnvironment& environment, const CatalogFile& file)
{
    const FileSource* source = file.hubSource();
    if (source != nullptr && !file.etag().empty() && isWritable(repoFolder(environment.hubCache, *source) / "blobs")) {
        const fs::path repo = repoFolder(environment.hubCache, *source);
        const fs::path blob = repo / "blobs" / file.etag();
        return {FilePlace::Kind::Hub, blob, blob.string() + kPartSuffix,
                environment.hubCache / ".locks" / repo.filename() / (file.etag() + ".lock")};
    }
    const fs::path& torch = environment.torchCheckpoints;
    std::error_code code;
    if (!file.torchName.empty() && isWritable(torch) && !fs::exists(fs::symlink_status(torch / file.torchName, code))) {
        return {FilePlace::Kind::Torch, torch / file.torchName, torch / (file.torchName + kPartSuffix),
                torch / ".locks" / (file.torchName + ".lock")};
    }
    if (environment.ownFiles.empty() || environment.ownFiles.is_relative())
        throw Error(ErrorCode::FileUnwritable, sentence("There is no home folder to keep %1 in.", file.name));
    const fs::path own = environment.ownFiles / (file.hash().isKnown() ? file.hash().hex : file.id) / file.name;
    return {FilePlace::Kind::Own, own, own.string() + kPartSuffix,
            environment.ownFiles / ".locks" / (own.parent_path().filename().string() + ".lock")};
}

std::vector<FileCandidate> candidatesFor(const HubEnvironment& environment, const CatalogFile& file)
{
    std::vector<FileCandidate> found;
    addFromHubCaches(environment, file, found);
    if (file.hash().isKnown())
        if (const fs::path own = environment.ownFiles / file.hash().hex / file.name; hasSize(file, own))
            found.push_back({own, "this program's files", {}});
    if (!file.torchName.empty()) {
        for (const fs::path& folder : environment.torchFolders)
            if (hasSize(file, folder / file.torchName))
                found.push_back({folder / file.torchName, "torch.hub's folder", {}});
    }
    addFromFlatCaches(environment, file, found);
    return found;
}

bool makeLink(const fs::path& target, const fs::path& link)
{
    std::error_code code;
    fs::create_directories(link.parent_path(), code);
    const fs::path temporary = link.string() + "." + std::to_string(::getpid()) + ".link";
    fs::remove(temporary, code);
    fs::create_symlink(target, temporary, code);
    if (code)
        return false;
    fs::rename(temporary, link, code);
    if (code) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
    }
    return !code;
}

fs::path enterInCache(const HubEnvironment& environment, const FileSource& source, const std::string& commit,
                      const fs::path& blob)
{
    const fs::path repo = blob.parent_path().parent_path();
    const fs::path snapshot = repo / "snapshots" / commit / source.path;
    const std::string ref = source.isPinned() ? source.ref : source.revision;
    std::error_code code;
    if (!ref.empty() && !isThere(repo / "refs" / ref))
        writeFileAtomically(repo / "refs" / ref, commit);
    if (fs::equivalent(snapshot, blob, code) && !code)
        return blob;
    if (isThere(snapshot) && !fs::is_symlink(fs::symlink_status(snapshot, code)))
        return blob; // a file of somebody's own
    if (environment.links && makeLink(blob.lexically_relative(snapshot.parent_path()), snapshot))
        return blob;
    fs::create_directories(snapshot.parent_path(), code);
    fs::rename(blob, snapshot, code);
    if (code)
        throw Error(ErrorCode::FileUnwritable,
                    sentence("%1 cannot be written: %2.", snapshot.string(), code.message()));
    return snapshot;
}

} // namespace vbs
