#pragma once

#include "core/base/json.h"
#include "core/hub/content_hash.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vbs {

/// One address of a file: in a repository of the hub, or anywhere else.
struct FileSource {
    std::string repo;         ///< "uclanlp/visualbert-vqa", "spaces/OWNER/NAME"; empty: url holds the address
    std::string revision;     ///< a commit (40 hex digits), or a name such as "main"
    std::string commitBegins; ///< for a name: how its commit must begin; empty: whatever it is
    std::string ref;          ///< the name that stands for this commit: "main"; empty: none
    std::string path;         ///< in the repository
    std::string url;

    bool isHub() const { return !repo.empty(); }
    bool isPinned() const { return revision.size() == 40 && isContentHash(revision); }
    /// @param endpoint without a last "/".
    std::string address(const std::string& endpoint) const;
};

/// A file that entries are made of.
struct CatalogFile {
    std::string id, name;
    std::uintmax_t bytes = 0;
    bool bytesExact = true;
    std::string sha256;       ///< empty: pinned at the first download, from the hub's answer for the pinned commit
    std::string sha256Begins; ///< where no more is known: torchvision states eight digits
    std::string gitSha1;      ///< of files that the hub names so; empty: not known
    std::string license;      ///< its terms in words; "none stated"
    std::vector<FileSource> sources;       ///< best first; the first of the hub says where it lies in the hub's cache
    std::string torchName;                 ///< its name in torch.hub's folder; empty: none
    std::vector<std::string> oldAddresses; ///< that old clients fetched it from

    const FileSource* hubSource() const; ///< null: none
    /// What its content is proven by: the SHA-256, else git's SHA-1; neither is known before a first download.
    ContentHash hash() const { return {!sha256.empty() ? sha256 : !gitSha1.empty() ? gitSha1 : sha256Begins}; }
    /// Its name in the hub's blobs folder; empty: not known.
    std::string etag() const { return gitSha1.empty() ? sha256 : gitSha1; }
};

/// Something that a user can get.
struct CatalogEntry {
    enum class Kind { Pack, Checkpoint, Extractor, Test };

    std::string name; ///< of its folder and on the command line
    Kind kind = Kind::Pack;
    std::string title, description;
    std::vector<std::string> tasks; ///< keys of a pack's tasks
    std::string license;            ///< of the whole, in words
    std::uintmax_t memoryBytes = 0; ///< while it answers, about
    double secondsPerPicture = 0;   ///< on an ordinary processor, about; 0: no pictures
    std::vector<std::string> weaknesses, exampleQuestions;
    std::string accuracy;                     ///< as published, with its setting; empty: none is known
    std::map<std::string, std::string> files; ///< path in its folder -> id
    Json pack;                                ///< tokenizer, extractor, tasks: of its pack.json; null: no pack
};

struct Catalog {
    std::vector<CatalogEntry> entries;
    std::map<std::string, CatalogFile> files;

    /// @throws Error (InvalidArgument) listing the names.
    const CatalogEntry& entry(const std::string& name) const;
    const CatalogFile& file(const std::string& id) const { return files.at(id); }
};

/// "pack", "checkpoint", "extractor", "test".
const char* nameOf(CatalogEntry::Kind kind);

/// @throws Error naming the file and the key (CorruptData, UnsupportedFormat).
Catalog catalogFromJson(const Json& json, const std::string& file);

/// $VBS_CATALOG, else catalog.json in the first pack folder that has one. @throws Error (FileNotFound).
std::filesystem::path catalogPath();

/// @throws Error as readJsonFile and catalogFromJson.
Catalog readCatalog(const std::filesystem::path& path = catalogPath());

} // namespace vbs
