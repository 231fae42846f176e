#include "core/pack/model_pack.h"

#include "core/base/file_presence.h"
#include "core/base/hash.h"
#include "core/engine/task_table.h"
#include "core/pack/known_checkpoints.h"
#include "core/pack/pack_manifest.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr char kManifestName[] = "pack.json";
constexpr std::uintmax_t kMaxManifestBytes = 16u << 20;

/// Hidden files (an editor's, a version control's) are no part of a pack.
bool belongsToPack(const fs::path& relative)
{
    if (relative == kManifestName || relative == "README.md")
        return false;
    return std::ranges::none_of(relative, [](const fs::path& part) { return part.native().starts_with('.'); });
}

std::map<std::string, PackFile> hashFiles(const fs::path& folder)
{
    std::map<std::string, PackFile> files;
    try {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const fs::path relative = entry.path().lexically_relative(folder);
            if (entry.is_regular_file() && belongsToPack(relative))
                files[relative.generic_string()] = {sha256OfFile(entry.path()), entry.file_size()};
        }
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::FileUnreadable,
                    sentence("%1 cannot be listed: %2.", folder.string(), e.code().message()));
    }
    return files;
}

/// Of a pack that lists no files; what cannot be looked at counts nothing.
std::uintmax_t bytesIn(const fs::path& folder)
{
    std::uintmax_t bytes = 0;
    std::error_code code;
    for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        std::error_code unknown;
        const std::uintmax_t size = at->is_regular_file(unknown) ? at->file_size(unknown) : 0;
        bytes += unknown ? 0 : size;
    }
    return bytes;
}

ModelPack writeManifest(const fs::path& folder, const PackManifest& manifest)
{
    const fs::path file = folder / kManifestName;
    const OrderedJson json = toJson(manifest);
    const PackManifest checked = manifestFromJson(Json(json), file.string());
    writeJsonFile(file, json);
    return {folder, checked};
}

/// What is wrong with one file; empty when nothing is.
std::string faultOf(const fs::path& path, const PackFile& expected)
{
    std::error_code code;
    if (!fs::exists(path, code))
        return path.string() + " is missing.";
    const auto bytes = fs::file_size(path, code);
    if (code)
        return path.string() + " cannot be read: " + code.message() + ".";
    if (bytes != expected.bytes) {
        return path.string() + " has " + std::to_string(bytes) + " bytes; the pack states " +
               std::to_string(expected.bytes) + ".";
    }
    try {
        if (sha256OfFile(path) != expected.sha256)
            return path.string() + " does not match the SHA-256 that the pack states: it was changed or damaged.";
    } catch (const Error& e) {
        return e.what();
    }
    return "";
}

} // namespace

fs::path ModelPack::resolve(const std::string& relative, const std::string& what) const
{
    if (relative.empty())
        throw Error(ErrorCode::CorruptData,
                    sentence("The pack \"%1\" names no %2 in its pack.json.", manifest.name, what));
    if (!staysInside(relative)) {
        throw Error(ErrorCode::CorruptData, sentence("The %1 of the pack \"%2\" is outside its folder: \"%3\".", what,
                                                     manifest.name, relative));
    }
    const fs::path path = folder / relative;
    std::error_code code;
    if (!fs::exists(path, code)) {
        throw Error(ErrorCode::FileNotFound, sentence("The %1 of the pack \"%2\" is missing: %3 does not exist.", what,
                                                      manifest.name, path.string()));
    }
    return path;
}

const PackTask& ModelPack::task(const std::string& key) const
{
    const auto found = manifest.tasks.find(key);
    if (found != manifest.tasks.end())
        return found->second;
    std::string present;
    for (const auto& [name, unused] : manifest.tasks)
        present += (present.empty() ? "" : ", ") + name;
    throw Error(ErrorCode::Mismatch,
                sentence("The pack \"%1\" has no model for the task %2; it has: %3.", manifest.name, key, present));
}

ModelPack readPack(const fs::path& folder)
{
    const fs::path file = folder / kManifestName;
    std::error_code code;
    if (!fs::is_directory(folder, code))
        throw Error(ErrorCode::FileNotFound, sentence("%1 is not a folder with a pack.", folder.string()));
    if (!fs::exists(file, code))
        throw Error(ErrorCode::FileNotFound, isCheckpoint(folder)
                                                 ? Sentence(checkpointHint(folder))
                                                 : sentence("%1 is not a pack: it holds no pack.json.", folder));
    return {folder, manifestFromJson(readJsonFile(file, kMaxManifestBytes), file.string())};
}

fs::path sharedTrunkOf(const fs::path& modelFolder)
{
    std::error_code code;
    const fs::path folder = fs::weakly_canonical(modelFolder, code);
    if (code || !fs::exists(folder.parent_path() / "pack.json", code))
        return {};
    try {
        const ModelPack pack = readPack(folder.parent_path());
        for (const auto& [key, task] : pack.manifest.tasks)
            if (task.model == folder.filename() && !task.trunk.empty())
                return pack.resolve(task.trunk, key + " trunk");
    } catch (const Error&) {
        return {};
    }
    return {};
}

ModelPack writePack(const fs::path& folder, PackManifest manifest)
{
    manifest.files = hashFiles(folder);
    return writeManifest(folder, manifest);
}

void amendPack(const ModelPack& pack, const std::vector<std::string>& files)
{
    PackManifest manifest = pack.manifest;
    for (const std::string& name : files) {
        const fs::path path = pack.resolve(name, "new file");
        manifest.files[name] = {sha256OfFile(path), fs::file_size(path)};
    }
    writeManifest(pack.folder, manifest);
}

std::vector<PackFault> verifyPack(const ModelPack& pack, const JobControl& control)
{
    std::uintmax_t total = 1, done = 0;
    for (const auto& [name, file] : pack.manifest.files)
        total += file.bytes;
    std::vector<PackFault> faults;
    for (const auto& [name, file] : pack.manifest.files) {
        control.throwIfStopped();
        control.report("Checking " + name, double(done) / double(total));
        if (std::string fault = faultOf(pack.folder / name, file); !fault.empty())
            faults.push_back({name, std::move(fault)});
        done += file.bytes;
    }
    control.report("Checked", 1);
    return faults;
}

const Json& extractorOf(const ModelPack& pack, const std::string& key)
{
    const auto task = pack.manifest.tasks.find(key);
    const bool own = task != pack.manifest.tasks.end() && !task->second.extractor.is_null();
    return own ? task->second.extractor : pack.manifest.extractor;
}

PackInfo infoOf(const ModelPack& pack)
{
    const PackManifest& manifest = pack.manifest;
    PackInfo info;
    info.folder = pack.folder;
    info.name = manifest.name;
    info.title = manifest.title;
    info.description = manifest.description;
    info.license = manifest.license;
    info.knowsStrangeness = !manifest.strangeness.pictures.empty();
    info.exampleQuestions = manifest.exampleQuestions;
    for (const TaskInfo& task : kTaskTable) {
        const std::string key(task.packKey);
        if (const auto model = manifest.tasks.find(key); model != manifest.tasks.end()) {
            info.tasks.push_back(task.task);
            info.models.push_back({task.task, describeForm(model->second.form, key), {}});
        }
    }
    for (const auto& [name, file] : manifest.files)
        info.bytes += file.bytes;
    if (manifest.files.empty())
        info.bytes = bytesIn(pack.folder);
    for (const PackSample& sample : manifest.samples) {
        const std::optional<Task> task = taskNamed(sample.task);
        if (!task || !isThere(pack.folder / sample.picture) ||
            (!sample.rightPicture.empty() && !isThere(pack.folder / sample.rightPicture)))
            continue;
        if (*task == Task::VisualQuestionAnswering && info.samplePicture.empty()) {
            info.samplePicture = pack.folder / sample.picture;
            info.sampleQuestion = sample.text;
        }
        info.examples.push_back({*task, pack.folder / sample.picture,
                                 sample.rightPicture.empty() ? fs::path() : pack.folder / sample.rightPicture,
                                 sample.text, sample.choices});
    }
    return info;
}

} // namespace vbs
