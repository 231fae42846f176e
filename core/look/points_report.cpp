#include "core/look/points_report.h"

#include "core/base/utf8.h"
#include "core/look/look_report.h"

#include <cstdio>

namespace vbs {
namespace {

std::string layerLine(std::size_t layer, const std::array<double, 2>& explained)
{
    char line[120];
    if (layer == 0)
        std::snprintf(line, sizeof line, "embeddings");
    else
        std::snprintf(line, sizeof line, "layer %zu", layer);
    char shares[120];
    std::snprintf(shares, sizeof shares, ": %.1f %% and %.1f %% of the variance\n", 100 * explained[0],
                  100 * explained[1]);
    return std::string(line) + shares;
}

std::string nameOfPosition(std::size_t position, const InferenceResult& result)
{
    const std::size_t text = result.tokens.size();
    return withoutControls(position < text ? result.tokens[position].text : regionNameIn(result, position - text));
}

} // namespace

std::string pointsText(const std::vector<PlanePoints>& layers, const Inspection& inspection)
{
    std::string text = "Words and regions in the two directions in which each layer varies most (PCA)\n";
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        text += layerLine(layer, layers[layer].explained);
        for (std::size_t i = 0; i < layers[layer].points.size(); ++i) {
            char numbers[64];
            std::snprintf(numbers, sizeof numbers, "%9.3f %9.3f  ", layers[layer].points[i][0],
                          layers[layer].points[i][1]);
            text += numbers + nameOfPosition(i, inspection.result) + '\n';
        }
    }
    return text;
}

OrderedJson pointsJson(const std::vector<PlanePoints>& layers, const Inspection& inspection)
{
    OrderedJson list = OrderedJson::array();
    for (const PlanePoints& layer : layers)
        list.push_back({{"explained", layer.explained}, {"points", layer.points}});
    return {{"positions", positionsJson(inspection)}, {"layers", std::move(list)}};
}

} // namespace vbs
