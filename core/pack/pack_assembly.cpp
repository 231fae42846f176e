#include "core/pack/pack_assembly.h"

#include "core/base/file_io.h"
#include "core/base/file_presence.h"
#include "core/base/hash.h"
#include "core/pack/pack_manifest.h"

#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// Lists what was placed, in a hidden file that no manifest names: only such packs are ever deleted.
constexpr const char* kMark = ".assembled";

Error unwritable(const fs::path& path, const std::error_code& code)
{
    return Error(ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", path.string(), code.message()));
}

bool isInside(const fs::path& path, const fs::path& folder)
{
    const fs::path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

/// @param home links to what lies in it are relative, so that it can be moved as a whole.
void place(const fs::path& from, const fs::path& to, const fs::path& home, PackPlacing placing)
{
    std::error_code code;
    if (placing == PackPlacing::Link) {
        const fs::path target = isInside(from, home) ? from.lexically_relative(to.parent_path()) : from;
        fs::create_symlink(target, to, code);
        if (!code)
            return;
        fs::create_hard_link(fs::canonical(from), to, code);
        if (!code)
            return;
    }
    fs::copy_file(from, to, code);
    if (code)
        throw unwritable(to, code);
}

/// The source as the manifest lists it. @throws Error for one that is missing or was changed.
PackFile measured(const PackSource& source)
{
    if (source.text)
        return {sha256(*source.text), source.text->size()};
    std::error_code code;
    const std::uintmax_t bytes = fs::file_size(source.file, code);
    if (code)
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1 cannot become part of a pack: %2.", source.file.string(), code.message()));
    if (source.proven.sha256.empty())
        return {sha256OfFile(source.file), bytes};
    if (bytes != source.proven.bytes) {
        throw Error(ErrorCode::Mismatch,
                    sentence("%1 has %2 bytes, not %3 as when it was verified: it was changed meanwhile.",
                             source.file.string(), bytes, source.proven.bytes));
    }
    return source.proven;
}

/// A folder of this process beside the wanted one; gone again unless it is kept.
class Workshop {
public:
    explicit Workshop(const fs::path& wanted)
        : m_folder(wanted.parent_path() / ("." + wanted.filename().string() + ".new-" + std::to_string(::getpid())))
    {
        std::error_code code;
        fs::remove_all(m_folder, code); // of a process that had this number before
        fs::create_directories(m_folder, code);
        if (code)
            throw unwritable(m_folder, code);
    }
    ~Workshop()
    {
        std::error_code code;
        if (!m_folder.empty())
            fs::remove_all(m_folder, code);
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    const fs::path& folder() const { return m_folder; }

    void becomes(const fs::path& wanted)
    {
        std::error_code code;
        fs::rename(m_folder, wanted, code);
        if (code)
            throw unwritable(wanted, code);
        m_folder.clear();
    }

private:
    fs::path m_folder;
};

/// What lies in the way. @throws Error as assemblePack.
void requireRoom(const fs::path& folder, bool replace)
{
    std::error_code code;
    if (!fs::exists(fs::symlink_status(folder, code)) || (isFolder(folder) && fs::is_empty(folder, code)))
        return;
    if (!replace)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 is there already: give the pack another name, or remove it first.", folder.string()));
    fs::path foreign;
    if (!isAssembled(folder, &foreign)) {
        throw Error(
            ErrorCode::InvalidArgument,
            sentence("The pack would replace %1, which is your own: move it away, or give the pack another name.",
                     foreign.string()));
    }
}

/// The first thing in an assembled folder that was not placed there; empty when there is none.
fs::path foreignIn(const fs::path& folder)
{
    if (!fs::is_regular_file(fs::symlink_status(folder / kMark)))
        return folder;
    const Json placed = readJsonFile(folder / kMark);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_directory() && !entry.is_symlink())
            continue;
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (name == kMark || entry.is_symlink())
            continue;
        const auto file = placed.find(name);
        if (file == placed.end() || !entry.is_regular_file() || *file != sha256OfFile(entry.path()))
            return entry.path();
    }
    return {};
}

} // namespace

ModelPack assemblePack(const fs::path& folder, PackManifest manifest, const PackAssembly& assembly)
{
    requireRoom(folder, assembly.replace);
    std::error_code code;
    const fs::path wanted = fs::absolute(folder).lexically_normal();
    Workshop workshop(wanted);
    manifest.files.clear();
    OrderedJson placed = OrderedJson::object();
    double done = 0;
    for (const auto& [name, source] : assembly.files) {
        assembly.control.throwIfStopped();
        assembly.control.report("Placing " + name, done++ / double(assembly.files.size()));
        if (!staysInside(name))
            throw Error(ErrorCode::InvalidArgument, sentence("\"%1\" is no path inside a pack.", name));
        const PackFile file = measured(source);
        const fs::path to = workshop.folder() / name;
        fs::create_directories(to.parent_path(), code);
        if (code)
            throw unwritable(to, code);
        if (source.text)
            writeFileAtomically(to, *source.text);
        else
            place(fs::absolute(source.file).lexically_normal(), to, wanted.parent_path(), assembly.placing);
        manifest.files[name] = file;
        placed[name] = file.sha256;
    }
    const OrderedJson json = toJson(manifest);
    const PackManifest checked = manifestFromJson(Json(json), (wanted / "pack.json").string());
    const std::string text = jsonText(json) + "\n";
    placed["pack.json"] = sha256(text);
    writeFileAtomically(workshop.folder() / kMark, jsonText(placed));
    writeFileAtomically(workshop.folder() / "pack.json", text);
    assembly.control.throwIfStopped();
    requireRoom(folder, assembly.replace); // something may have come meanwhile
    if (isFolder(wanted))
        isAssembled(wanted) ? removeAssembled(wanted) : void(fs::remove(wanted, code));
    workshop.becomes(wanted);
    return {folder, checked};
}

bool isAssembled(const fs::path& folder, fs::path* foreign)
{
    fs::path found = folder;
    try {
        found = foreignIn(folder);
    } catch (const std::exception&) {
    }
    if (foreign)
        *foreign = found;
    return found.empty();
}

void removeAssembled(const fs::path& folder)
{
    fs::path foreign;
    if (!isAssembled(folder, &foreign)) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 cannot be removed: %2 was not made by this program, or was changed.", folder.string(),
                             foreign.string()));
    }
    std::error_code code;
    fs::remove_all(folder, code); // links are removed, not what they lead to
    if (code)
        throw unwritable(folder, code);
}

} // namespace vbs
