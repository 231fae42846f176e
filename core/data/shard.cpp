#include "core/data/shard.h"

#include "core/base/error.h"
#include "core/base/hash.h"

#include <charconv>
#include <cstdlib>
#include <optional>

namespace vbs {

namespace {

constexpr std::size_t kHexDigits = 16; ///< of 64 bits

std::optional<std::size_t> numberIn(std::string_view text)
{
    std::size_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<std::size_t> numberOfSlurm(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? numberIn(value) : std::nullopt;
}

Shard shardOfSlurm()
{
    const auto task = numberOfSlurm("SLURM_ARRAY_TASK_ID"), count = numberOfSlurm("SLURM_ARRAY_TASK_COUNT");
    if (!task || !count || *count == 0)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("--shard auto is for the tasks of a Slurm array, which set SLURM_ARRAY_TASK_ID and "
                             "SLURM_ARRAY_TASK_COUNT: name the part as in --shard 1/8."));
    const std::size_t first = numberOfSlurm("SLURM_ARRAY_TASK_MIN").value_or(0);
    const std::size_t last = numberOfSlurm("SLURM_ARRAY_TASK_MAX").value_or(first + *count - 1);
    const std::size_t step = *count > 1 && last > first ? (last - first) / (*count - 1) : 1;
    const Shard shard{*task >= first && step > 0 ? (*task - first) / step : *count, *count};
    if (shard.index >= shard.count || shard.count > kMostShards || (*task - first) % step != 0)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The task %1 is none of the %2 of Slurm's array, which must have equal steps: name the "
                             "part as in --shard 1/8.",
                             *task, *count));
    return shard;
}

} // namespace

std::string Shard::name() const
{
    return std::to_string(index + 1) + " of " + std::to_string(count);
}

Shard shardNamed(const std::string& text)
{
    if (text == "auto")
        return shardOfSlurm();
    const std::size_t slash = text.find('/');
    if (slash != std::string::npos) {
        const auto index = numberIn(std::string_view(text).substr(0, slash));
        const auto count = numberIn(std::string_view(text).substr(slash + 1));
        if (index && count && *index >= 1 && *index <= *count && *count <= kMostShards)
            return {*index - 1, *count};
    }
    throw Error(ErrorCode::InvalidArgument,
                sentence("\"%1\" names no part: write 1/8 for the first of eight, or auto in a Slurm array.", text));
}

std::uint64_t pictureNumber(std::string_view name)
{
    const std::string digits = sha256(name).substr(0, kHexDigits);
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return number;
}

} // namespace vbs
