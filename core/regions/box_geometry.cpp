#include "core/regions/box_geometry.h"

#include "core/base/error.h"

#include <torch/types.h>

#include <cmath>
#include <numbers>

namespace vbs {

BoxGeometryConfig boxGeometryFromJson(const Json& json)
{
    BoxGeometryConfig config;
    if (json.is_null())
        return config;
    const auto refuse = [] {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("A region extractor's \"geometry\" must be {\"kind\": \"none\"} or "
                             "{\"kind\": \"fourier\", \"frequencies\": K} with K from 1 to 16."));
    };
    if (!json.is_object() || !json.contains("kind") || !json["kind"].is_string())
        refuse();
    const std::string kind = json["kind"].get<std::string>();
    if (kind == "none")
        return config;
    if (kind != "fourier")
        refuse();
    config.kind = BoxGeometryConfig::Kind::Fourier;
    if (json.contains("frequencies")) {
        if (!json["frequencies"].is_number_integer())
            refuse();
        const auto frequencies = json["frequencies"].get<std::int64_t>();
        if (frequencies < 1 || frequencies > 16)
            refuse();
        config.frequencies = static_cast<int>(frequencies);
    }
    return config;
}

OrderedJson boxGeometryToJson(const BoxGeometryConfig& config)
{
    if (config.kind == BoxGeometryConfig::Kind::None)
        return {{"kind", "none"}};
    return {{"kind", "fourier"}, {"frequencies", config.frequencies}};
}

at::Tensor boxGeometry(const at::Tensor& boxes, std::int64_t imageWidth, std::int64_t imageHeight,
                       const BoxGeometryConfig& config)
{
    if (config.kind == BoxGeometryConfig::Kind::None)
        return torch::zeros({boxes.size(0), 0}, boxes.options());
    const double width = double(imageWidth), height = double(imageHeight);
    const at::Tensor unit = boxes / torch::tensor({width, height, width, height}, boxes.options());
    const at::Tensor x1 = unit.select(1, 0), y1 = unit.select(1, 1), x2 = unit.select(1, 2), y2 = unit.select(1, 3);
    std::vector<at::Tensor> columns;
    for (const at::Tensor& value : {x1, y1, x2, y2, x2 - x1, y2 - y1})
        columns.push_back((value - .5) * 4);
    for (const at::Tensor& centre : {(x1 + x2) / 2, (y1 + y2) / 2}) {
        for (int k = 0; k < config.frequencies; ++k) {
            const at::Tensor angle = centre * (std::numbers::pi * std::exp2(k));
            columns.push_back(angle.sin());
            columns.push_back(angle.cos());
        }
    }
    return torch::stack(columns, 1);
}

} // namespace vbs
