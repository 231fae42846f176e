#include "core/metrics/agreement.h"

#include <algorithm>
#include <map>

namespace vbs {

namespace {

std::size_t itemsOf(const Ratings& ratings)
{
    std::size_t items = 0;
    for (const auto& reviewer : ratings)
        items = std::max(items, reviewer.size());
    return items;
}

/// How many said what of an item.
std::map<std::string, double> tallyOf(const Ratings& ratings, std::size_t item)
{
    std::map<std::string, double> tally;
    for (const auto& reviewer : ratings)
        if (item < reviewer.size() && reviewer[item])
            ++tally[*reviewer[item]];
    return tally;
}

double sumOf(const std::map<std::string, double>& tally)
{
    double sum = 0;
    for (const auto& [value, count] : tally)
        sum += count;
    return sum;
}

} // namespace

std::optional<double> cohenKappa(const std::vector<std::optional<std::string>>& one,
                                 const std::vector<std::optional<std::string>>& other)
{
    std::map<std::string, double> first, second;
    double same = 0, items = 0;
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
        if (!one[i] || !other[i])
            continue;
        ++first[*one[i]];
        ++second[*other[i]];
        same += *one[i] == *other[i];
        ++items;
    }
    double byChance = 0;
    for (const auto& [value, count] : first)
        if (const auto found = second.find(value); found != second.end())
            byChance += count * found->second;
    if (items == 0 || byChance == items * items)
        return std::nullopt;
    return (same / items - byChance / (items * items)) / (1 - byChance / (items * items));
}

std::optional<double> fleissKappa(const Ratings& ratings)
{
    const auto reviewers = double(ratings.size());
    std::map<std::string, double> all;
    double agreement = 0, items = 0;
    for (std::size_t i = 0; i < itemsOf(ratings); ++i) {
        const auto tally = tallyOf(ratings, i);
        if (sumOf(tally) != reviewers)
            continue;
        double squares = 0;
        for (const auto& [value, count] : tally) {
            squares += count * count;
            all[value] += count;
        }
        agreement += (squares - reviewers) / (reviewers * (reviewers - 1));
        ++items;
    }
    if (reviewers < 2 || items == 0 || all.size() < 2)
        return std::nullopt;
    double byChance = 0;
    for (const auto& [value, count] : all)
        byChance += count / (items * reviewers) * (count / (items * reviewers));
    return (agreement / items - byChance) / (1 - byChance);
}

std::optional<double> krippendorffAlpha(const Ratings& ratings)
{
    std::map<std::string, double> totals;
    double values = 0, observed = 0; // disagreement
    for (std::size_t i = 0; i < itemsOf(ratings); ++i) {
        const auto tally = tallyOf(ratings, i);
        const double count = sumOf(tally);
        if (count < 2)
            continue;
        values += count;
        for (const auto& [value, times] : tally) {
            totals[value] += times;
            observed += times * (count - times) / (count - 1);
        }
    }
    double expected = 0;
    for (const auto& [value, times] : totals)
        expected += times * (values - times);
    if (expected == 0)
        return std::nullopt;
    return 1 - (values - 1) * observed / expected;
}

} // namespace vbs
