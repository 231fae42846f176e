#include "core/runtime/box_words.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

/// The first word piece of a mention in a sequence; -1: cut off.
std::int64_t positionOf(const BoxMention& mention, const std::vector<TextToken>& tokens)
{
    const auto piece = std::ranges::find_if(tokens, [&](const TextToken& token) {
        return !token.special && token.ofChoice == (mention.choice >= 0) && token.begin >= mention.span.begin &&
               token.end <= mention.span.end && token.begin < token.end;
    });
    return piece == tokens.end() ? -1 : piece - tokens.begin();
}

} // namespace

at::Tensor boxWords(const InferenceRequest& request, const EncodedRequest& encoded, std::int64_t regions,
                    std::int64_t firstBox)
{
    if (!encoded.tellsBoxes || request.boxes.empty() || request.mentions.empty())
        return {};
    const auto sequences = std::int64_t(encoded.tokens.size());
    std::vector<std::vector<std::int64_t>> places(std::size_t(sequences * regions));
    std::size_t most = 1;
    for (std::int64_t sequence = 0; sequence < sequences; ++sequence) {
        for (const BoxMention& mention : request.mentions) {
            const std::int64_t region = std::int64_t(mention.box) + firstBox;
            if ((mention.choice >= 0 && mention.choice != sequence) || region >= regions)
                continue;
            const std::int64_t position = positionOf(mention, encoded.tokens[std::size_t(sequence)]);
            auto& own = places[std::size_t(sequence * regions + region)];
            if (position >= 0)
                own.push_back(position);
            most = std::max(most, own.size());
        }
    }
    at::Tensor alignment = torch::full({sequences * regions, std::int64_t(most)}, -1, torch::kLong);
    for (std::size_t row = 0; row < places.size(); ++row)
        for (std::size_t i = 0; i < places[row].size(); ++i)
            alignment[std::int64_t(row)][std::int64_t(i)] = places[row][i];
    return alignment.view({sequences, regions, std::int64_t(most)});
}

} // namespace vbs
