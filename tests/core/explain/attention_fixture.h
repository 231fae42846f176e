#pragma once

#include "core/explain/attention_summary.h"

#include <QList>
#include <QString>
#include <QTest>

#include <cmath>
#include <vector>

/// Made-up attention and gradients by formula, so that other programs can make the same ones.
namespace vbs::fixture {

inline constexpr std::size_t kLayers = 3, kHeads = 2, kPositions = 5, kTokens = 2;

template <typename Formula> std::vector<float> values(Formula formula)
{
    std::vector<float> result;
    for (int l = 0; l < int(kLayers); ++l)
        for (int h = 0; h < int(kHeads); ++h)
            for (int i = 0; i < int(kPositions); ++i)
                for (int j = 0; j < int(kPositions); ++j)
                    result.push_back(formula(l, h, i, j));
    return result;
}

/// Rows that add up to 1, in proportion to (7l + 5h + 3i + 11j + ij) mod 13 + 1.
inline std::vector<float> attention()
{
    const auto raw = [](int l, int h, int i, int j) { return (7 * l + 5 * h + 3 * i + 11 * j + i * j) % 13 + 1; };
    return values([&](int l, int h, int i, int j) {
        double sum = 0;
        for (int k = 0; k < int(kPositions); ++k)
            sum += raw(l, h, i, k);
        return float(raw(l, h, i, j) / sum);
    });
}

/// ((5l + 3h + 7i + 2j + 2ij) mod 11 - 5) / 10.
inline std::vector<float> gradients()
{
    return values(
        [](int l, int h, int i, int j) { return float(((5 * l + 3 * h + 7 * i + 2 * j + 2 * i * j) % 11 - 5) / 10.); });
}

inline AttentionView view(const std::vector<float>& probabilities)
{
    return {probabilities, kLayers, kHeads, kPositions, kTokens};
}

/// Tokens and regions, one after the other.
inline std::vector<double> joined(const AttentionSummary& summary)
{
    std::vector<double> all = summary.tokens;
    all.insert(all.end(), summary.regions.begin(), summary.regions.end());
    return all;
}

inline bool closeTo(const std::vector<double>& actual, const QList<double>& expected, double tolerance)
{
    if (qsizetype(actual.size()) != expected.size())
        return false;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        if (!(std::abs(actual[i] - expected[qsizetype(i)]) <= tolerance)) {
            qWarning("entry %d: %.12g, expected %.12g", int(i), actual[i], expected[qsizetype(i)]);
            return false;
        }
    }
    return true;
}

} // namespace vbs::fixture
