#pragma once

#include "core/predict/answer_lines.h"
#include "core/predict/run_description.h"

#include <fstream>
#include <vector>

namespace vbs {

/// The lines of all shards of a run, by item. Only their places are in memory.
class CollectedLines {
public:
    /// @throws Error (FileNotFound, Mismatch) as mergeRuns.
    explicit CollectedLines(const std::vector<std::filesystem::path>& runs);

    const RunDescription& run() const { return m_run; }
    std::size_t shards() const { return m_files.size(); }

    /// @throws Error (Mismatch) naming the first missing items and the shards that are not finished.
    void requireAll() const;

    /// The line of an item, as it lies in its file. @throws Error (CorruptData) for a file that changed meanwhile.
    std::string line(std::size_t item);
    std::string placeOf(std::size_t item) const; ///< for messages

private:
    struct Place {
        std::uint64_t begin = 0;
        std::uint32_t bytes = 0; ///< 0: there is none
        std::uint32_t file = 0;
    };
    void add(const ShardFolder& shard);

    RunDescription m_run;
    std::vector<std::filesystem::path> m_files;
    std::vector<std::ifstream> m_streams; ///< of the files; m_open of them are open
    std::size_t m_open = 0;
    std::vector<Place> m_places;
    std::vector<Shard> m_known;
};

} // namespace vbs
