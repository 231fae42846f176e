#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vbs {

/// Attention probabilities of one example, as the encoder returns them: [layers, heads, query, key], row-major;
/// the first tokenCount positions are text, the rest regions.
struct AttentionView {
    std::span<const float> probabilities;
    std::size_t layers = 0, heads = 0, positions = 0;
    std::size_t tokenCount = 0;
};

struct AttentionQuestion {
    int layer = -1;                ///< 0-based; -1: mean of all
    int head = -1;                 ///< 0-based; -1: mean of all
    std::size_t queryPosition = 0; ///< whose attention is asked for: 0 is [CLS]
    std::vector<bool> leaveOut;    ///< positions to give no weight ([CLS], [SEP], padding); empty: none
};

/// Where one position looks: weights that add up to 1 over tokens and regions together (all 0 when every
/// position that was not left out has no weight).
struct AttentionSummary {
    std::vector<double> tokens;  ///< one a token
    std::vector<double> regions; ///< one a region
};

/// @throws Error (InvalidArgument) when the sizes do not fit or layer, head or position do not exist.
AttentionSummary summarizeAttention(const AttentionView& attention, const AttentionQuestion& question);

/// leaveOut that skips special tokens ([CLS], [SEP]) and keeps every other token and every region.
/// @param special one a token. @param positions tokens and regions together.
std::vector<bool> leaveOutSpecial(const std::vector<bool>& special, std::size_t positions);

} // namespace vbs
