#pragma once

#include "core/base/json.h"
#include "core/base/stopwatch.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

namespace vbs {

/// How far a shard has come. Several threads count; one writes.
struct ShardCounts {
    std::size_t items = 0, pictures = 0;             ///< of the shard, all
    std::size_t before = 0;                          ///< items that earlier runs did
    std::atomic<std::size_t> done{0};                ///< items of this run whose lines are on the disk
    std::atomic<std::size_t> failed{0};              ///< of all items of the shard, earlier runs' included
    std::atomic<std::size_t> looked{0};              ///< pictures of this run
    std::atomic<std::size_t> known{0};               ///< of them those whose regions came from the cache
    std::atomic<std::uint64_t> cells{0}, padding{0}; ///< places in batches, and those of them that only fill up
    std::atomic<std::size_t> batches{0};
    std::atomic<std::uint64_t> networkMicros{0}, extractorMicros{0}; ///< time that each computed
};

/// Writes a shard's progress.json, by a temporary file and a rename, so that others may read it at any moment:
/// {"state": "running", "finished", "stopped" or "failed", "shard", "shards", "items", "done", "failed", "pictures",
/// "pictures_looked_at", "items_per_second", "from_cache_percent", "seconds", "seconds_left", "host", "process",
/// "updated": Unix time}.
/// Once a second at most; what cannot be written is left out.
class ShardProgress {
public:
    ShardProgress(std::filesystem::path file, std::size_t shard, std::size_t shards, const ShardCounts& counts);

    void update();                        ///< when a second has passed
    void close(const std::string& state); ///< the last one
    std::string text() const;             ///< a line for people
    double fraction() const;
    double seconds() const { return m_watch.seconds(); }

private:
    void write(const std::string& state);
    double secondsLeft() const; ///< negative: not known

    std::filesystem::path m_file;
    std::size_t m_shard, m_shards;
    const ShardCounts& m_counts;
    Stopwatch m_watch, m_sinceWritten;
};

} // namespace vbs
