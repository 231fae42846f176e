#pragma once

#include "core/base/progress.h"
#include "core/hub/catalog.h"
#include "core/hub/hub_environment.h"
#include "core/hub/proven_files.h"
#include "core/pack/model_pack.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// One file of an entry, by a look at the disk.
struct ModelFile {
    std::string id, name;
    std::uintmax_t bytes = 0;     ///< of the whole file
    bool bytesExact = true;       ///< false: about
    std::filesystem::path path;   ///< where it lies; empty: nowhere
    std::string where;            ///< in words: "Hugging Face's cache"; empty: nowhere
    bool proven = false;          ///< its hash is known to be right; else only its size is
    std::uintmax_t partBytes = 0; ///< of a download that has begun
    std::string address;          ///< plain, for a download by hand
    std::string license;
};

enum class ModelState {
    Absent,    ///< nothing of it is on disk
    Partly,    ///< some of its bytes are
    Present,   ///< all files are there (perhaps put there by another program); pull() costs no network
    Installed, ///< its folder is ready for use
    Damaged    ///< it was ready once, and files are missing or have another size now: pull() mends it
};

struct ModelStatus {
    std::string name; ///< of the entry
    ModelState state = ModelState::Absent;
    std::vector<ModelFile> files;
    std::uintmax_t bytes = 0;       ///< of all files
    std::uintmax_t bytesOnDisk = 0; ///< of these, parts of files counted
    std::filesystem::path folder;   ///< where it is or will be ready for use: a pack, or a checkpoint's folder
    std::string message;            ///< Damaged: what is wrong, in a sentence

    std::uintmax_t bytesToFetch() const { return bytes - bytesOnDisk; }
};

/// "absent", "partly", "present", "installed", "damaged".
const char* nameOf(ModelState state);

/// How a pull goes on.
struct PullProgress {
    enum class Stage { Checking, Waiting, OtherProgram, Fetching, Assembling };
    Stage stage = Stage::Checking;
    std::string file;          ///< its name
    std::string host;          ///< Fetching: who sends it
    std::uintmax_t done = 0;   ///< bytes of the whole entry that are on disk
    std::uintmax_t total = 0;  ///< bytes of the whole entry
    double bytesPerSecond = 0; ///< Fetching: of the last seconds; 0: not known yet
    double secondsLeft = -1;   ///< negative: not known
    std::string message;       ///< Waiting: why, and for how long
};

/// "12.3 of 455 MB, 2.1 MB/s, 3 min 30 s left": a line for people.
std::string progressText(const PullProgress& progress);

struct PullOptions {
    JobControl control; ///< its progress has a line for people and the fraction of bytes; stopping keeps what is there
    std::function<void(const PullProgress&)> onProgress; ///< at most ten times a second, and at each new stage
    std::function<void(const std::string&)> onNote;      ///< sentences: a failed address, a part thrown away
    std::vector<std::filesystem::path> from;             ///< files and folders that are looked at before the network
};

struct RemovedModel {
    std::uintmax_t bytes = 0;                ///< that are free now
    std::vector<std::filesystem::path> kept; ///< files that stay: another program's, another pack's, the user's own
};

/// What was recognised among files that a user has copied.
struct AddedFile {
    std::filesystem::path path;
    std::string id;                   ///< in the catalogue; empty: none of its files
    std::vector<std::string> entries; ///< that it belongs to
};

/// The models of the catalogue on this machine: what is there, getting, removing. No thread of its own; any thread may
/// call, several at once, and other programs of the kind may run. Nothing is ever deleted that another program or the
/// user put there.
class ModelStore {
public:
    ModelStore(Catalog catalog, HubEnvironment environment);
    /// The shipped catalogue, the environment of this process, the chosen folder. @throws Error as readCatalog.
    static ModelStore ofProcess();

    const Catalog& catalog() const { return m_catalog; }
    const HubEnvironment& environment() const { return m_environment; }

    /// By a look at the disk, without reading files: a few milliseconds an entry. @throws Error for an unknown name.
    ModelStatus status(const std::string& name) const;
    /// Of every entry, in the order of the catalogue.
    std::vector<ModelStatus> statuses() const;

    /// The same with every file proven by its hash: what pull() would have to fetch. @throws Error (Cancelled).
    ModelStatus plan(const std::string& name, const PullOptions& options = {}) const;

    /// Fetches what is missing and makes the entry ready for use. What is there is not fetched again; after a stop, a
    /// fault or a kill the next call goes on from there.
    /// @returns the folder. @throws Error with one sentence that names the file and its plain address; (Cancelled).
    std::filesystem::path pull(const std::string& name, const PullOptions& options = {}) const;

    /// Removes the entry's folder and of the caches what this program wrote and no other entry or pack uses.
    /// @throws Error (FileNotFound) when nothing of it is on disk.
    RemovedModel remove(const std::string& name) const;
    /// Throws away what a stopped download left (Cancel). @returns how many bytes are free now.
    std::uintmax_t discardParts(const std::string& name) const;

    /// Reads every file of an installed entry through its hash, wherever it lies. Empty: all is well.
    /// @throws Error (FileNotFound) when it is not installed; (Cancelled).
    std::vector<PackFault> verify(const std::string& name, const JobControl& control = {}) const;

    /// Recognises files by their hash, whatever they are called, and keeps copies of those that the catalogue knows.
    /// @param paths files and folders. @throws Error (FileUnwritable, Cancelled).
    std::vector<AddedFile> addFiles(const std::vector<std::filesystem::path>& paths,
                                    const JobControl& control = {}) const;

    /// Whether this folder is one that pull() made, so that remove(name) may be offered.
    static bool isPulled(const std::filesystem::path& folder);

private:
    struct Found;
    CatalogFile known(const std::string& id) const;
    std::filesystem::path folderOf(const CatalogEntry& entry) const;
    ModelStatus look(const CatalogEntry& entry, const std::function<void(const CatalogFile&, ModelFile&)>& find) const;
    void findQuickly(const CatalogFile& file, ModelFile& found) const;
    void findProven(const CatalogFile& file, ModelFile& found, const JobControl& control,
                    const std::function<void(std::uintmax_t)>& onBytes) const;
    void requireSpace(const ModelStatus& status) const;
    void import(const CatalogFile& file, const std::filesystem::path& path, const JobControl& control) const;
    void assemble(const CatalogEntry& entry, const ModelStatus& status) const;
    std::uintmax_t removeFile(const std::filesystem::path& path, std::vector<std::filesystem::path>& kept) const;

    Catalog m_catalog;
    HubEnvironment m_environment;
    std::shared_ptr<ProvenFiles> m_proven;
};

} // namespace vbs
