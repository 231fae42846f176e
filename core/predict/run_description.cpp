#include "core/predict/run_description.h"

#include "core/base/error.h"
#include "core/engine/task_table.h"

#include <algorithm>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr int kRunFormat = 1;

constexpr std::size_t kMostRunItems = 1u << 26; ///< merging keeps the place of each in memory
constexpr std::size_t kMostRunBatch = 1u << 20;

[[noreturn]] void refuseDescription(const fs::path& file)
{
    throw Error(ErrorCode::CorruptData,
                sentence("%1 is damaged: remove the shard's folder, and predict that shard again.", file));
}

template <typename T> Sentence differing(const char* what, const T& one, const T& other)
{
    return sentence("%1 is %2 in the one and %3 in the other", what, one, other);
}

} // namespace

OrderedJson RunDescription::toJson() const
{
    return {{"format", kRunFormat},
            {"task", task},
            {"dataset_format", format},
            {"dataset", files.dataset.string()},
            {"annotations", files.annotations.string()},
            {"images", files.images.string()},
            {"fingerprint", fingerprint},
            {"items", items},
            {"model", model},
            {"precision", precision},
            {"batch", batch},
            {"top", top},
            {"shard", shard.index + 1},
            {"shards", shard.count}};
}

RunDescription RunDescription::read(const fs::path& file)
{
    const Json json = readJsonFile(file);
    try {
        if (json.at("format").get<int>() != kRunFormat)
            throw Error(
                ErrorCode::UnsupportedFormat,
                sentence("%1 was written by another version of this program, which has to go on with it.", file));
        RunDescription run;
        run.task = json.at("task");
        run.format = json.at("dataset_format");
        run.files = {json.at("dataset").get<std::string>(), json.at("annotations").get<std::string>(),
                     json.at("images").get<std::string>()};
        run.fingerprint = json.at("fingerprint");
        run.items = json.at("items");
        run.model = json.at("model");
        run.precision = json.at("precision");
        run.batch = json.at("batch");
        run.top = json.at("top");
        run.shard = {json.at("shard").get<std::size_t>() - 1, json.at("shards").get<std::size_t>()};
        if (run.shard.count == 0 || run.shard.count > kMostShards || run.shard.index >= run.shard.count)
            throw Error(ErrorCode::CorruptData, sentence("%1 names no shard that there can be.", file));
        if (!taskNamed(run.task) || run.items > kMostRunItems || run.batch == 0 || run.batch > kMostRunBatch)
            refuseDescription(file);
        return run;
    } catch (const Json::exception&) {
        refuseDescription(file);
    }
}

Sentence RunDescription::differenceTo(const RunDescription& other) const
{
    if (task != other.task)
        return differing("the task", task, other.task);
    if (format != other.format)
        return differing("the data set's format", format, other.format);
    if (items != other.items)
        return differing("the number of the data set's items", items, other.items);
    if (fingerprint != other.fingerprint)
        return sentence("the data set's items are others");
    if (model != other.model)
        return differing("the pack", model, other.model);
    if (precision != other.precision)
        return differing("the precision", precision, other.precision);
    if (batch != other.batch)
        return differing("the size of batches", batch, other.batch);
    if (top != other.top)
        return differing("the number of answers that are kept", top, other.top);
    return {};
}

ShardFolder ShardFolder::of(const fs::path& run, const Shard& shard)
{
    return {run / "shards" / (std::to_string(shard.index + 1) + "-of-" + std::to_string(shard.count))};
}

std::vector<ShardFolder> ShardFolder::in(const fs::path& run)
{
    std::vector<ShardFolder> folders;
    std::error_code code;
    for (fs::directory_iterator at(run / "shards", code), end; !code && at != end; at.increment(code))
        if (fs::exists(at->path() / "run.json"))
            folders.push_back({at->path()});
    if (folders.empty())
        throw Error(ErrorCode::FileNotFound,
                    sentence("%1 holds no shards of a run of `visualbert predict`: name the folder that was its "
                             "--output.",
                             run));
    std::ranges::sort(folders, {}, &ShardFolder::folder);
    return folders;
}

} // namespace vbs
