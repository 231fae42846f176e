#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// How far an explanation can be trusted: take regions away in the order of their weights and see when the answers go
/// wrong. With the most important first, a faithful explanation makes accuracy fall early (a small area under the
/// curve is better); with the least important first, late (a large one is better).
namespace vbs {

enum class RemovalOrder { MostImportantFirst, LeastImportantFirst };

/// Region indices in the order in which they are taken away; equal weights in the order of the regions, what is not a
/// number counts as least important.
std::vector<std::size_t> removalOrder(std::span<const double> weights, RemovalOrder order);

/// 0, 1 / steps … 1; steps > 0. With as many steps as regions, each step takes one region away.
std::vector<double> evenFractions(std::size_t steps);

/// How many of `count` regions are gone at this fraction, rounded to the nearest.
std::size_t removedCount(double fraction, std::size_t count);

/// What each step hides, ready to be run: [fraction][region].
std::vector<std::vector<bool>> removalMasks(std::span<const std::size_t> order, std::span<const double> fractions);

/// One question under one explanation.
struct RemovalTrial {
    std::vector<double> fractions; ///< removed, growing from 0 to 1
    std::vector<bool> right;       ///< whether the answer was still right, one a fraction
};

/// The area under one trial's steps of right (1) and wrong (0), by the trapezoid rule over the fraction removed: 0..1.
/// @throws Error (InvalidArgument) when the fractions do not grow from 0 to 1 or the counts differ.
double removalArea(const RemovalTrial& trial);

/// The accuracy over all trials at each of these fractions; between a trial's own fractions it is interpolated.
/// @throws Error as removalArea, and without trials.
std::vector<double> removalCurve(std::span<const RemovalTrial> trials, std::span<const double> fractions);

/// A mean over questions with the bounds of its confidence interval.
struct Estimate {
    double value = 0, low = 0, high = 0;
};

/// How intervals come about: questions are drawn anew, with replacement, and the middle `confidence` of the means is
/// kept (percentile bootstrap). The same seed gives the same interval everywhere.
struct Bootstrap {
    std::size_t draws = 2000;
    double confidence = 0.95;
    std::uint64_t seed = 1;
};

/// The area under the curve of all trials, which is the mean of their areas.
/// @throws Error (InvalidArgument) as removalCurve, for no draws or a confidence outside 0..1.
Estimate areaUnderRemoval(std::span<const RemovalTrial> trials, const Bootstrap& bootstrap = {});

/// By how much the first explanation's area exceeds the second's. The trials are of the same questions in the same
/// order, and each draw takes the same questions for both, so that hard questions do not blur the comparison.
/// @throws Error as areaUnderRemoval, and when the counts differ.
Estimate areaDifference(std::span<const RemovalTrial> first, std::span<const RemovalTrial> second,
                        const Bootstrap& bootstrap = {});

} // namespace vbs
