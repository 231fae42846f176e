#include "core/checkpoint/shard_index.h"

#include "core/base/json.h"
#include "core/checkpoint/file_refusal.h"

#include <utility>

namespace vbs {

namespace {

constexpr std::size_t kMaxIndexBytes = 8u << 20;

/// What is wrong with the JSON, in the form of the other refusals.
Json parse(std::string_view text, const FileRefusal& refusal)
{
    try {
        return parseJson(text, "it");
    } catch (const Error& e) {
        const std::string_view sentence = e.what();
        refusal.refuse(std::string(sentence.substr(0, sentence.size() - 1)), e.code());
    }
}

void checkShardName(std::string_view name, const FileRefusal& refusal)
{
    const bool plain = !name.empty() && name != "." && name != ".." &&
                       name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
    if (!plain)
        refusal.refuse("it names the shard " + quotedName(name) + "; shards must lie in the folder of the index");
}

} // namespace

ShardIndex parseShardIndex(std::span<const std::byte> json, const std::filesystem::path& path)
{
    const FileRefusal refusal(path, "shard index");
    if (json.size() > kMaxIndexBytes)
        refusal.refuse("it has more than 8 MiB", ErrorCode::TooLarge);
    const Json root = parse({reinterpret_cast<const char*>(json.data()), json.size()}, refusal);
    const auto map = root.is_object() ? root.find("weight_map") : root.end();
    if (!root.is_object() || map == root.end() || !map->is_object())
        refusal.refuse("it has no \"weight_map\" from names to files");
    ShardIndex index;
    for (const auto& [name, shard] : map->items()) {
        if (!shard.is_string())
            refusal.refuse("the file of " + quotedName(name) + " is not a name");
        checkShardName(shard.get_ref<const std::string&>(), refusal);
        index.shardOf.emplace(name, shard.get<std::string>());
    }
    if (index.shardOf.empty())
        refusal.refuse("its \"weight_map\" is empty");
    if (const auto metadata = root.find("metadata"); metadata != root.end() && metadata->is_object())
        for (const auto& [key, value] : metadata->items())
            if (value.is_primitive() && !value.is_null())
                index.metadata.emplace(key, value.is_string() ? value.get<std::string>() : value.dump());
    return index;
}

} // namespace vbs
