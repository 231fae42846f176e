#pragma once

#include "core/review/review_item.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vbs {

enum class QueueOrder {
    DataSet,
    MostSurprising, ///< what the model finds least probable first
    LeastCertain,   ///< where the model's answers are spread most
    PeopleDisagree, ///< where annotators differ most
    Random,         ///< by a seed: the same everywhere
    ByPicture       ///< items on the same pictures together, in the order of first mention
};
inline constexpr std::size_t kQueueOrders = 6;

/// "data-set", "most-surprising", …
std::string_view nameOf(QueueOrder order);
std::optional<QueueOrder> queueOrderNamed(std::string_view name);

/// What comes first in an order has the smaller key. What has no value (the model was not asked yet) has the greatest.
/// @param seed of the random order.
std::uint32_t queueKeyOf(const ItemSummary& item, QueueOrder order, std::uint64_t seed);

/// A number below its key.
constexpr std::uint64_t keyed(std::uint32_t key, std::uint32_t number)
{
    return std::uint64_t(key) << 32 | number;
}

/// The numbers of what was keyed, by rising keys; where these are equal they keep their order.
std::vector<std::uint32_t> numbersByKey(std::vector<std::uint64_t> numbers);

} // namespace vbs
