#include "core/explain/removal_curve.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/ranking.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <string>

namespace vbs {

namespace {

void require(bool fine, const std::string& sentence)
{
    if (!fine)
        throw Error(ErrorCode::InvalidArgument, sentence);
}

void check(const RemovalTrial& trial)
{
    require(trial.fractions.size() == trial.right.size(), "A trial has " + std::to_string(trial.fractions.size()) +
                                                              " fractions and " + std::to_string(trial.right.size()) +
                                                              " answers.");
    const bool grows = std::ranges::adjacent_find(trial.fractions, std::not_fn(std::less{})) == trial.fractions.end();
    require(trial.fractions.size() >= 2 && grows && trial.fractions.front() == 0 && trial.fractions.back() == 1,
            "The fractions of a trial must grow from 0 to 1.");
}

/// 0..1: the trial's answers, joined by straight lines.
double rightAt(const RemovalTrial& trial, double fraction)
{
    const auto after = std::ranges::lower_bound(trial.fractions, fraction);
    const auto i = std::size_t(after - trial.fractions.begin());
    if (i == 0 || *after == fraction)
        return trial.right[i];
    const double part = (fraction - trial.fractions[i - 1]) / (trial.fractions[i] - trial.fractions[i - 1]);
    return (1 - part) * trial.right[i - 1] + part * trial.right[i];
}

std::vector<double> areasOf(std::span<const RemovalTrial> trials)
{
    require(!trials.empty(), "There are no trials to take a mean of.");
    std::vector<double> areas;
    for (const RemovalTrial& trial : trials)
        areas.push_back(removalArea(trial));
    return areas;
}

/// Interpolated between the two nearest of the sorted values.
double quantile(const std::vector<double>& sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = std::size_t(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

Estimate meanOf(const std::vector<double>& values, const Bootstrap& bootstrap)
{
    require(bootstrap.draws > 0, "An interval needs at least one draw.");
    require(bootstrap.confidence > 0 && bootstrap.confidence < 1, "A confidence lies between 0 and 1.");
    const auto count = double(values.size());
    Rng rng(bootstrap.seed);
    std::vector<double> means(bootstrap.draws);
    for (double& mean : means) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += values[rng.below(values.size())];
        mean = sum / count;
    }
    std::ranges::sort(means);
    const double tail = (1 - bootstrap.confidence) / 2;
    return {std::accumulate(values.begin(), values.end(), 0.) / count, quantile(means, tail),
            quantile(means, 1 - tail)};
}

} // namespace

std::vector<std::size_t> removalOrder(std::span<const double> weights, RemovalOrder order)
{
    if (order == RemovalOrder::MostImportantFirst)
        return greatestFirst(weights);
    std::vector<double> turned(weights.begin(), weights.end());
    for (double& weight : turned)
        weight = std::isnan(weight) ? std::numeric_limits<double>::infinity() : -weight;
    return greatestFirst(turned);
}

std::vector<double> evenFractions(std::size_t steps)
{
    require(steps > 0, "A curve needs at least one step.");
    std::vector<double> fractions(steps + 1);
    for (std::size_t i = 0; i <= steps; ++i)
        fractions[i] = double(i) / double(steps);
    return fractions;
}

std::size_t removedCount(double fraction, std::size_t count)
{
    require(fraction >= 0 && fraction <= 1, "A fraction lies between 0 and 1.");
    return std::size_t(std::lround(fraction * double(count)));
}

std::vector<std::vector<bool>> removalMasks(std::span<const std::size_t> order, std::span<const double> fractions)
{
    std::vector<std::vector<bool>> masks;
    for (const double fraction : fractions) {
        std::vector<bool> hidden(order.size(), false);
        for (const std::size_t region : order.first(removedCount(fraction, order.size()))) {
            require(region < order.size(), "There is no region " + std::to_string(region) + " to take away.");
            hidden[region] = true;
        }
        masks.push_back(std::move(hidden));
    }
    return masks;
}

double removalArea(const RemovalTrial& trial)
{
    check(trial);
    double area = 0;
    for (std::size_t i = 1; i < trial.right.size(); ++i)
        area += (trial.fractions[i] - trial.fractions[i - 1]) * (int(trial.right[i]) + int(trial.right[i - 1])) / 2;
    return area;
}

std::vector<double> removalCurve(std::span<const RemovalTrial> trials, std::span<const double> fractions)
{
    require(!trials.empty(), "There are no trials to draw a curve of.");
    std::ranges::for_each(trials, check);
    std::vector<double> accuracies;
    for (const double fraction : fractions) {
        require(fraction >= 0 && fraction <= 1, "A fraction lies between 0 and 1.");
        double sum = 0;
        for (const RemovalTrial& trial : trials)
            sum += rightAt(trial, fraction);
        accuracies.push_back(sum / double(trials.size()));
    }
    return accuracies;
}

Estimate areaUnderRemoval(std::span<const RemovalTrial> trials, const Bootstrap& bootstrap)
{
    return meanOf(areasOf(trials), bootstrap);
}

Estimate areaDifference(std::span<const RemovalTrial> first, std::span<const RemovalTrial> second,
                        const Bootstrap& bootstrap)
{
    require(first.size() == second.size(), "There are " + std::to_string(first.size()) +
                                               " trials of one explanation and " + std::to_string(second.size()) +
                                               " of the other.");
    std::vector<double> differences = areasOf(first);
    const std::vector<double> others = areasOf(second);
    for (std::size_t i = 0; i < differences.size(); ++i)
        differences[i] -= others[i];
    return meanOf(differences, bootstrap);
}

} // namespace vbs
