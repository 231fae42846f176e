#include "core/tuning/process_place.h"

#include "core/base/error.h"

#include <charconv>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace vbs {

namespace {

using Variables = std::function<const char*(const char* name)>;

/// A variable that stands for something; nullptr: empty or not there.
const char* valueOf(const Variables& variable, const char* name)
{
    const char* value = variable(name);
    return value && *value ? value : nullptr;
}

/// The number in the first of the variables that is there.
std::optional<int> numberOf(const Variables& variable, std::initializer_list<const char*> names, int least, int most)
{
    for (const char* name : names) {
        const char* value = valueOf(variable, name);
        if (!value)
            continue;
        const std::string_view text = value;
        int number = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (fault != std::errc() || end != text.data() + text.size() || number < least || number > most) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The environment variable %1 is \"%2\"; it must be a whole number from %3 to %4.",
                                 name, text, least, most));
        }
        return number;
    }
    return {};
}

} // namespace

ProcessPlace processPlaceOf(const Variables& variable)
{
    constexpr int kMost = 1 << 20;
    ProcessPlace place;
    const char* address = valueOf(variable, "MASTER_ADDR");
    const std::optional<int> port = numberOf(variable, {"MASTER_PORT"}, 1, 65535);
    // A batch script sees its job's number of tasks too, though it runs once; a step's number is of what srun started.
    const std::optional<int> count =
        address ? numberOf(variable, {"WORLD_SIZE", "SLURM_STEP_NUM_TASKS", "SLURM_NTASKS"}, 1, kMost)
                : numberOf(variable, {"WORLD_SIZE", "SLURM_STEP_NUM_TASKS"}, 1, kMost);
    place.count = count.value_or(1);
    if (place.isAlone())
        return place;
    if (!address || !port) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("This is one of %1 processes, but %2 is not set: set MASTER_ADDR to the name of the first "
                             "process's computer and MASTER_PORT to a free port there.",
                             place.count, address ? "MASTER_PORT" : "MASTER_ADDR"));
    }
    const std::optional<int> rank = numberOf(variable, {"RANK", "SLURM_PROCID"}, 0, place.count - 1);
    if (!rank) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("This is one of %1 processes, but RANK is not set: set it to 0 for the first and to %2 "
                             "for the last.",
                             place.count, place.count - 1));
    }
    place.rank = *rank;
    place.localRank = numberOf(variable, {"LOCAL_RANK", "SLURM_LOCALID"}, 0, kMost).value_or(0);
    place.address = address;
    place.port = *port;
    return place;
}

} // namespace vbs
