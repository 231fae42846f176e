#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vbs {

/// One of several equal parts of a data set's pictures.
struct Shard {
    std::size_t index = 0; ///< from 0
    std::size_t count = 1;

    bool has(std::uint64_t number) const { return number % count == index; }
    std::string name() const; ///< "3 of 8", counted from 1

    friend bool operator==(const Shard&, const Shard&) = default;
};

inline constexpr std::size_t kMostShards = 100000;

/// A part as commands take it: "I/N", counted from 1, or "auto": the task of Slurm's array that this program runs in
/// (SLURM_ARRAY_TASK_ID, _COUNT, _MIN and _MAX; arrays may begin anywhere and have a step).
/// @throws Error (InvalidArgument) for anything else.
Shard shardNamed(const std::string& text);

/// A picture's number, the same on every machine and in every release, by which pictures are told to parts.
/// @param name its path in the folder of pictures, without the suffix.
std::uint64_t pictureNumber(std::string_view name);

} // namespace vbs
