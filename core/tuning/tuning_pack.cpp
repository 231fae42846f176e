#include "core/tuning/tuning_pack.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/nn/visual_bert/visual_bert_folder.h"

#include <algorithm>
#include <cstdio>

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// The keys under which an extractor's configuration names files; names of classes may also stand there as lists.
constexpr const char* kFileKeys[] = {"weights", "config", "objects", "attributes", "labels"};
/// Ready-made features stay where they are: they may be larger than everything else together.
constexpr const char* kFeaturesKey = "features";
constexpr const char* kSourceBegins = "Fine-tuned from ";
/// Stands in a pack that is not finished: hidden, so that no manifest lists it.
constexpr const char* kUnfinishedMark = ".unfinished";

void copyAll(const fs::path& from, const fs::path& to)
{
    try {
        fs::create_directories(to.parent_path());
        fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::FileUnwritable,
                    from.string() + " cannot be copied to " + to.string() + ": " + e.code().message() + ".");
    }
}

/// Everything that the pack's manifest lists, which leaves out what merely lies there; all where it lists nothing. What
/// was strange to it may be just what the new pack was taught.
void copyPack(const ModelPack& pack, const fs::path& folder)
{
    const PackStrangenessFiles& strangeness = pack.manifest.strangeness;
    if (pack.manifest.files.empty())
        copyAll(pack.folder, folder);
    for (const auto& [name, file] : pack.manifest.files)
        if (name != strangeness.pictures && name != strangeness.texts)
            copyAll(pack.folder / name, folder / name);
}

void copyExtractor(const ExtractorChoice& choice, const fs::path& folder)
{
    Json config = choice.config;
    for (const char* key : kFileKeys) {
        const auto named = config.find(key);
        if (named == config.end() || !named->is_string())
            continue;
        const fs::path from = choice.folder / named->get<std::string>();
        const fs::path name = from.has_filename() ? from.filename() : from.parent_path().filename();
        copyAll(from, folder / name);
        *named = name.string();
    }
    if (const auto features = config.find(kFeaturesKey); features != config.end() && features->is_string())
        *features = fs::absolute(choice.folder / features->get<std::string>()).string();
    writeJsonFile(folder / "config.json", OrderedJson(config));
}

std::string percent(const Measures& measures, const std::string& name)
{
    const auto found = measures.find(name);
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * (found == measures.end() ? 0 : found->second));
    return found == measures.end() ? "-" : text;
}

std::string card(const TuningResultPack& result, const PackManifest& manifest)
{
    std::string text = "# " + manifest.title + "\n\n" + manifest.description + "\n\nFine-tuned by `visualbert train " +
                       "finetune --task " + std::string(result.task->name) + "` from " + result.start->name + " on " +
                       result.dataset + ".\n\n| held out | before | after |\n|---|---|---|\n";
    for (const auto& [name, value] : result.after)
        if (name != "loss")
            text += "| " + name + " | " + percent(result.before, name) + " | " + percent(result.after, name) + " |\n";
    return text;
}

/// A folder that no other task of the pack uses.
std::string freeFolder(const PackManifest& manifest, const std::string& key)
{
    const auto used = [&](const std::string& folder) {
        return std::ranges::any_of(manifest.tasks, [&](const auto& item) {
            const Json& settings = item.second.settings;
            const bool trunk = settings.is_object() && settings.value("trunk", Json()) == folder;
            return (item.first != key && item.second.model == folder) || (item.first != key && trunk);
        });
    };
    std::string folder = key;
    while (used(folder))
        folder += "-tuned";
    return folder;
}

PackManifest manifestOf(const TuningResultPack& result)
{
    PackManifest manifest;
    const std::string task(result.task->name);
    if (result.start->pack)
        manifest = result.start->pack->manifest;
    manifest.strangeness = {}; // see copyPack
    manifest.title = result.start->pack ? manifest.title + ", fine-tuned for " + task : "Fine-tuned for " + task;
    manifest.name =
        !result.name.empty() ? result.name : (result.start->pack ? manifest.name : "checkpoint") + "-" + task;
    manifest.source = kSourceBegins + result.start->name + " for " + task + " on " + result.dataset;
    if (!result.start->pack)
        manifest.description = manifest.source + ".";
    if (!result.start->pack || result.ownExtractor) {
        manifest.tasks.clear();
        manifest.extractor = {{"kind", result.extractor->config.value("kind", "")},
                              {"config", "extractor/config.json"}};
    }
    return manifest;
}

fs::path unfinishedOf(const fs::path& folder)
{
    return folder.string() + ".new";
}

/// The first thing in a pack that its manifest does not list as this program wrote it; empty when there is none.
std::string foreignIn(const fs::path& folder)
{
    const ModelPack pack = readPack(folder);
    if (!pack.manifest.source.starts_with(kSourceBegins))
        return "pack.json";
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (!entry.is_directory() && name != "pack.json" && name != "README.md" && !pack.manifest.files.contains(name))
            return name;
    }
    const std::vector<PackFault> changed = verifyPack(pack);
    return changed.empty() ? "" : changed.front().file;
}

} // namespace

bool isPackName(const std::string& name)
{
    return !name.empty() && name.front() != '.' && name.find_first_of(std::string("/\0", 2)) == std::string::npos;
}

void requireOwnPack(const fs::path& folder)
{
    std::error_code code;
    const fs::path unfinished = unfinishedOf(folder);
    std::string foreign;
    if (fs::exists(fs::symlink_status(unfinished, code)) && !fs::exists(unfinished / kUnfinishedMark, code) &&
        !(fs::is_directory(unfinished, code) && fs::is_empty(unfinished, code)))
        foreign = unfinished.string();
    if (foreign.empty() && fs::exists(fs::symlink_status(folder, code)) &&
        !(fs::is_directory(folder, code) && fs::is_empty(folder, code))) {
        try {
            if (const std::string file = foreignIn(folder); !file.empty())
                foreign = (folder / file).string();
        } catch (const std::exception&) {
            foreign = folder.string(); // no pack at all
        }
    }
    if (!foreign.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    "The pack would replace " + foreign +
                        ", which no training run wrote in its present form: move it away, or name "
                        "another --output.");
    }
}

void writeTunedPack(const TuningResultPack& result)
{
    const fs::path folder = unfinishedOf(result.folder);
    std::error_code code;
    requireOwnPack(result.folder); // it may have come meanwhile
    fs::remove_all(folder, code);
    writeFileAtomically(folder / kUnfinishedMark, "This pack is being written.\n");
    PackManifest manifest = manifestOf(result);
    if (result.start->pack && !result.ownExtractor) {
        copyPack(*result.start->pack, folder);
    } else {
        copyExtractor(*result.extractor, folder / "extractor");
        manifest.samples.clear();
    }
    manifest.tokenizer = {"vocab.txt", result.start->lowerCase};
    copyAll(result.start->vocabulary, folder / "vocab.txt");

    const std::string key(result.task->packKey());
    const std::string model = freeFolder(manifest, key);
    fs::remove_all(folder / model, code);
    saveVisualBert(folder / model, *result.network, std::string(result.task->architecture()));
    PackTask task; // of the old one only what this program does not know: the trunk is in the new file
    task.settings = manifest.tasks[key].settings;
    if (task.settings.is_object())
        task.settings.erase("trunk");
    task.form = result.start->form;
    task.extractor = manifest.tasks[key].extractor;
    task.model = model;
    if (result.task->task == Task::RegionToPhrase) {
        if (!task.settings.is_object())
            task.settings = Json::object();
        task.settings["read_at"] = nameOf(kTaughtPhraseReadAt);
    }
    if (taskInfo(result.task->task).answerList) {
        task.answers = model + "/answers.txt";
        std::string answers;
        for (const std::string& answer : result.labels)
            answers += answer + "\n";
        writeFileAtomically(folder / task.answers, answers);
    }
    manifest.tasks[key] = task;
    writeFileAtomically(folder / "README.md", card(result, manifest));
    writePack(folder, manifest);
    fs::remove(folder / kUnfinishedMark, code);
    fs::remove_all(result.folder, code);
    fs::rename(folder, result.folder, code);
    if (code)
        throw Error(ErrorCode::FileUnwritable, result.folder.string() + " cannot be written: " + code.message() + ".");
}

} // namespace vbs
