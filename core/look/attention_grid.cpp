#include "core/look/attention_grid.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

double entropyOf(std::span<const float> row)
{
    double entropy = 0;
    for (const float share : row)
        if (share > 0)
            entropy -= double(share) * std::log(double(share));
    return row.size() > 1 ? entropy / std::log(double(row.size())) : 0;
}

HeadMeasures measuresOf(const Inspection& inspection, std::size_t layer, std::size_t head)
{
    const std::vector<TextToken>& tokens = inspection.result.tokens;
    const std::size_t positions = inspection.positions, text = tokens.size();
    HeadMeasures measures;
    for (std::size_t from = 0; from < positions; ++from) {
        const std::span<const float> row = inspection.row(layer, head, from);
        measures.entropy += entropyOf(row) / double(positions);
        const std::size_t kind = from < text ? 0 : 1;
        const double share = 1. / double(kind == 0 ? text : positions - text);
        for (std::size_t to = 0; to < positions; ++to) {
            measures.blocks[kind][to < text ? 0 : 1] += double(row[to]) * share;
            if (to >= text)
                measures.onRegions += double(row[to]) / double(positions);
            else if (tokens[to].text == "[SEP]")
                measures.onSeparator += double(row[to]) / double(positions);
        }
    }
    return measures;
}

} // namespace

std::vector<std::vector<HeadMeasures>> attentionGrid(const Inspection& inspection)
{
    const std::size_t each = inspection.positions * inspection.positions;
    if (inspection.attention.size() != inspection.layers * inspection.heads * each ||
        inspection.result.tokens.size() > inspection.positions)
        throw Error(ErrorCode::InvalidArgument, sentence("The attention does not fit the text and the regions."));
    std::vector<std::vector<HeadMeasures>> grid(inspection.layers);
    for (std::size_t layer = 0; layer < inspection.layers; ++layer)
        for (std::size_t head = 0; head < inspection.heads; ++head)
            grid[layer].push_back(measuresOf(inspection, layer, head));
    return grid;
}

int settledLayer(const Inspection& inspection)
{
    const auto& layers = inspection.answersByLayer;
    if (layers.empty() || layers.back().empty())
        return -1;
    std::size_t layer = layers.size() - 1;
    while (layer > 0 && !layers[layer - 1].empty() && layers[layer - 1].front().text == layers.back().front().text)
        --layer;
    return int(layer);
}

std::vector<int> settledPhrases(const Inspection& inspection)
{
    const auto& layers = inspection.phrasesByLayer;
    std::vector<int> settled;
    for (std::size_t phrase = 0; !layers.empty() && phrase < layers.back().size(); ++phrase) {
        const auto surest = [&](std::size_t layer) {
            const std::vector<double>& regions = layers[layer].at(phrase).regions;
            return std::ranges::max_element(regions) - regions.begin();
        };
        std::size_t layer = layers.size() - 1;
        while (layer > 0 && surest(layer - 1) == surest(layers.size() - 1))
            --layer;
        settled.push_back(int(layer));
    }
    return settled;
}

} // namespace vbs
