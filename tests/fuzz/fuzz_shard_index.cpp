#include "core/checkpoint/shard_index.h"
#include "tests/fuzz/fuzz_input.h"

#include <cstdlib>

/// *.index.json. No name that it lets through may leave the folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto file = vbs::fuzz::fileOf(data, size);
        for (const auto& item : vbs::parseShardIndex(file->bytes(), file->path()).shardOf) {
            const std::filesystem::path shard(item.second);
            if (shard.has_parent_path() || shard == ".." || shard == "." || shard.empty())
                std::abort();
        }
    } catch (const vbs::Error&) {
    }
    return 0;
}
