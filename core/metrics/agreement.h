#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// What each reviewer said of each item; nothing where he was not asked. [reviewer][item]
using Ratings = std::vector<std::vector<std::optional<std::string>>>;

/// Cohen's kappa of two reviewers over the items that both have (Cohen 1960). Nothing without such items, and when both
/// always say the same one thing, of which chance alone would be as good.
std::optional<double> cohenKappa(const std::vector<std::optional<std::string>>& one,
                                 const std::vector<std::optional<std::string>>& other);

/// Fleiss' kappa over the items that every reviewer has (Fleiss 1971). Nothing for fewer than two reviewers, without
/// such items, and when all say one thing throughout.
std::optional<double> fleissKappa(const Ratings& ratings);

/// Krippendorff's alpha for nominal data, with gaps (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").
/// Nothing when no item has two values, or only one value occurs.
std::optional<double> krippendorffAlpha(const Ratings& ratings);

} // namespace vbs
