#include "core/checkpoint/shard_index.h"

#include "core/base/json.h"
#include "core/checkpoint/file_refusal.h"

#include <utility>

namespace vbs {

namespace {

constexpr std::size_t kMaxIndexBytes = 8u << 20;
constexpr int kMaxDepth = 8;

/// Parses with a bound on depth; everything deeper is refused while reading, before it costs memory.
Json parseFlat(std::string_view text, const FileRefusal& refusal)
{
    const auto boundDepth = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > kMaxDepth)
            refusal.refuse("it is nested too deeply");
        return true;
    };
    try {
        return Json::parse(text, boundDepth);
    } catch (const Json::parse_error& e) {
        refusal.refuse("it is not valid JSON (at byte " + std::to_string(e.byte) + ")");
    } catch (const Json::exception&) {
        refusal.refuse("it holds a number that is too large");
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
    const Json root = parseFlat({reinterpret_cast<const char*>(json.data()), json.size()}, refusal);
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
