#pragma once

#include "core/base/json.h"
#include "core/base/progress.h"
#include "core/engine/inference_types.h"
#include "core/pack/task_form.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vbs {

struct PackTokenizer {
    std::string vocab = "vocab.txt"; ///< path inside the pack
    bool doLowerCase = true;
};

struct PackTask {
    std::string model;   ///< folder inside the pack: config.json, model.safetensors
    std::string answers; ///< path inside the pack; empty where the task has no answer list
    std::string trunk;   ///< folder whose visual_bert.* weights the task uses too; empty: its own file has them
    Json settings;       ///< the whole object, for what only one task knows
    TaskForm form{};     ///< how its model is to be asked
    Json extractor{};    ///< its own, as PackManifest::extractor; null: the pack's
};

/// What the pack knows of pictures and texts that are unlike those it was taught; paths inside the pack, empty:
/// nothing.
struct PackStrangenessFiles {
    std::string pictures, texts;
};

struct PackFile {
    std::string sha256; ///< 64 lower-case hex digits
    std::uintmax_t bytes = 0;
};

/// An input to show a newcomer. Paths are inside the pack.
struct PackSample {
    std::string task = "vqa";          ///< as taskNamed(): masked words and matches come from one model
    std::string picture, rightPicture; ///< the second for nlvr only
    std::string text;                  ///< question, statement or sentence; phrases to find [like this]
    std::vector<std::string> choices;
};

/// The contents of pack.json, format 1. Keys of tasks: vqa, nlvr, multiple_choice, region_to_phrase, pretraining.
struct PackManifest {
    std::string name, title, description, license, source;
    PackTokenizer tokenizer;
    Json extractor = Json::object(); ///< its kind's own settings
    std::map<std::string, PackTask> tasks;
    PackStrangenessFiles strangeness{};
    std::map<std::string, PackFile> files; ///< by path inside the pack
    std::vector<PackSample> samples;
    std::vector<std::string> exampleQuestions;
};

/// A folder that makes the tasks work together. Reading it reads pack.json only.
struct ModelPack {
    std::filesystem::path folder;
    PackManifest manifest;

    /// Where a file or folder of the pack lies. @param what names its role in messages: "vocabulary".
    /// @throws Error (CorruptData) when the path leads out of the pack, (FileNotFound) when nothing is there.
    std::filesystem::path resolve(const std::string& relative, const std::string& what) const;

    /// @throws Error (Mismatch) naming the pack when it lacks the task.
    const PackTask& task(const std::string& key) const;
};

/// @throws Error naming the file and the key: FileNotFound (no pack.json), CorruptData, UnsupportedFormat (another
/// format number).
ModelPack readPack(const std::filesystem::path& folder);

/// The trunk that a model folder's weights are to be completed with: where the folder lies in a pack that says so, else
/// empty. A pack that cannot be read says nothing.
std::filesystem::path sharedTrunkOf(const std::filesystem::path& modelFolder);

/// Fills manifest.files with size and SHA-256 of every file of the folder but pack.json and README.md (which may be
/// edited freely) and writes pack.json. @throws Error (FileUnwritable, FileUnreadable, CorruptData for a manifest
/// that readPack would refuse).
ModelPack writePack(const std::filesystem::path& folder, PackManifest manifest);

/// Writes the pack's changed manifest with the size and SHA-256 of these files, which are new or changed, and of no
/// others: what is stated of those stays. @throws Error as writePack.
void amendPack(const ModelPack& pack, const std::vector<std::string>& files);

struct PackFault {
    std::string file;    ///< path inside the pack
    std::string message; ///< whole sentence that names the file
};

/// Compares every listed file's size and SHA-256. Empty: all is well. @throws Error (Cancelled).
std::vector<PackFault> verifyPack(const ModelPack& pack, const JobControl& control = {});

/// The settings of the extractor whose regions the task's model was taught with: its own, or the pack's.
const Json& extractorOf(const ModelPack& pack, const std::string& key);

/// What the window shows about a pack; samplePicture only when the file exists. Extractors are filled in by what loads
/// them.
PackInfo infoOf(const ModelPack& pack);

} // namespace vbs
