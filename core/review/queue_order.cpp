#include "core/review/queue_order.h"

#include "core/base/splitmix.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace vbs {

namespace {

constexpr std::array<std::string_view, kQueueOrders> kOrderNames{"data-set",        "most-surprising", "least-certain",
                                                                 "people-disagree", "random",          "by-picture"};

/// The order of values turned round: the largest comes first. What is not known (negative, or not a number) comes last.
std::uint32_t largestFirst(float value)
{
    if (!(value >= 0))
        return std::numeric_limits<std::uint32_t>::max();
    // The bits of floats of one sign are ordered as the floats are; + 0 makes -0 the other zero.
    return std::numeric_limits<std::uint32_t>::max() - 1 - std::bit_cast<std::uint32_t>(value + 0.f);
}

constexpr int kDigitBits = 11; ///< three digits hold a key, and their counts stay in the nearest cache

/// Puts numbers in the order of one digit of their keys; equal ones stay as they are.
void sortByDigit(std::vector<std::uint64_t>& numbers, std::vector<std::uint64_t>& spare, int shift)
{
    constexpr std::size_t kDigits = std::size_t(1) << kDigitBits;
    const auto digit = [shift](std::uint64_t number) { return std::size_t(number >> shift) & (kDigits - 1); };
    std::array<std::size_t, kDigits + 1> places{};
    for (const std::uint64_t number : numbers)
        ++places[digit(number) + 1];
    if (std::ranges::find(places, numbers.size()) != places.end())
        return; // all have the same
    for (std::size_t i = 1; i < places.size(); ++i)
        places[i] += places[i - 1];
    for (const std::uint64_t number : numbers)
        spare[places[digit(number)]++] = number;
    numbers.swap(spare);
}

} // namespace

std::string_view nameOf(QueueOrder order)
{
    return kOrderNames.at(static_cast<std::size_t>(order));
}

std::optional<QueueOrder> queueOrderNamed(std::string_view name)
{
    const auto found = std::ranges::find(kOrderNames, name);
    if (found == kOrderNames.end())
        return std::nullopt;
    return static_cast<QueueOrder>(found - kOrderNames.begin());
}

std::uint32_t queueKeyOf(const ItemSummary& item, QueueOrder order, std::uint64_t seed)
{
    switch (order) {
    case QueueOrder::MostSurprising:
        return largestFirst(item.surprise);
    case QueueOrder::LeastCertain:
        return largestFirst(item.entropy);
    case QueueOrder::PeopleDisagree:
        return largestFirst(item.dissent);
    case QueueOrder::Random:
        return std::uint32_t(splitMix(seed, item.number) >> 32);
    case QueueOrder::ByPicture:
        return item.group;
    case QueueOrder::DataSet:
        break;
    }
    return 0; // items come as they are
}

std::vector<std::uint32_t> numbersByKey(std::vector<std::uint64_t> numbers)
{
    // A radix sort: several times as fast as comparing, and reviewers wait for it at every filter.
    std::vector<std::uint64_t> spare(numbers.size());
    for (int shift = 32; shift < 64; shift += kDigitBits)
        sortByDigit(numbers, spare, shift);
    std::vector<std::uint32_t> sorted(numbers.size());
    std::ranges::transform(numbers, sorted.begin(), [](std::uint64_t number) { return std::uint32_t(number); });
    return sorted;
}

} // namespace vbs
