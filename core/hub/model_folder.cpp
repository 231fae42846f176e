#include "core/hub/model_folder.h"

#include "core/base/file_presence.h"
#include "core/base/json.h"
#include "core/hub/file_places.h"
#include "core/pack/pack_manifest.h"

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr char kNote[] = ".pulled.json"; // hidden files are no part of a pack
constexpr char kPackFile[] = "pack.json";

OrderedJson packJson(const CatalogEntry& entry, const PulledFolder& content)
{
    Json manifest = entry.pack;
    manifest["format"] = 1;
    manifest["name"] = entry.name;
    manifest["title"] = entry.title;
    manifest["description"] = entry.description;
    manifest["license"] = entry.license;
    manifest["source"] = "visualbert packs pull " + entry.name;
    manifest["example_questions"] = entry.exampleQuestions;
    PackManifest read = manifestFromJson(manifest, kPackFile);
    for (const auto& [path, file] : content.files)
        read.files[path] = {file.sha256, file.bytes};
    return toJson(read);
}

void place(const fs::path& target, const fs::path& link)
{
    std::error_code code;
    if (fs::equivalent(target, link, code) && !code)
        return;
    if (makeLink(target, link))
        return;
    // No links on this disk: a second name for the same file, else a copy.
    fs::create_directories(link.parent_path(), code);
    fs::remove(link, code);
    fs::create_hard_link(target, link, code);
    if (!code)
        return;
    const fs::path temporary = link.string() + ".copy";
    fs::copy_file(target, temporary, fs::copy_options::overwrite_existing, code);
    if (!code)
        fs::rename(temporary, link, code);
    if (code) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", link.string(), code.message()));
    }
}

} // namespace

std::optional<PulledFolder> readPulledFolder(const fs::path& folder)
{
    if (!isThere(folder / kNote))
        return std::nullopt;
    try {
        const Json json = readJsonFile(folder / kNote, 16u << 20);
        PulledFolder result;
        result.entry = json.at("entry").get<std::string>();
        for (const auto& item : json.at("files").items()) {
            if (!staysInside(item.key()))
                return std::nullopt;
            result.files[item.key()] = {item.value().at("sha256").get<std::string>(),
                                        item.value().at("bytes").get<std::uintmax_t>(),
                                        item.value().at("target").get<std::string>()};
        }
        return result;
    } catch (const std::exception&) {
        return std::nullopt; // not written by pull()
    }
}

void writePulledFolder(const fs::path& folder, const CatalogEntry& entry, const PulledFolder& content)
{
    std::error_code code;
    if (isThere(folder) && !readPulledFolder(folder) && !fs::is_empty(folder, code)) {
        throw Error(
            ErrorCode::InvalidArgument,
            sentence("%1 is there already and was not made by pull: give it another name first.", folder.string()));
    }
    OrderedJson note = {{"entry", content.entry}, {"files", OrderedJson::object()}};
    for (const auto& [path, file] : content.files)
        note["files"][path] = {{"sha256", file.sha256}, {"bytes", file.bytes}, {"target", file.target.string()}};
    // The note comes first, so that a half-made folder is known as ours; pack.json last, so that it is no pack yet.
    writeJsonFile(folder / kNote, note);
    for (const auto& [path, file] : content.files)
        place(file.target, folder / path);
    if (entry.kind == CatalogEntry::Kind::Pack)
        writeJsonFile(folder / kPackFile, packJson(entry, content));
}

std::vector<fs::path> removePulledFolder(const fs::path& folder)
{
    const auto pulled = readPulledFolder(folder);
    if (!pulled)
        return {};
    std::error_code code;
    fs::remove(folder / kPackFile, code); // no pack from here on
    for (const auto& [path, file] : pulled->files) {
        fs::remove(folder / path, code);
        for (fs::path below = fs::path(path).parent_path(); !below.empty(); below = below.parent_path())
            fs::remove(folder / below, code); // goes when it is empty
    }
    fs::remove(folder / kNote, code);
    fs::remove(folder, code);
    std::vector<fs::path> left;
    for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        if (std::error_code ignored; !at->is_directory(ignored))
            left.push_back(at->path());
    return left;
}

} // namespace vbs
