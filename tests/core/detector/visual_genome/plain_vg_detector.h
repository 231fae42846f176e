#pragma once

#include "core/checkpoint/tensor_map.h"
#include "core/detector/ops/roi_pool.h"
#include "core/detector/visual_genome/vg_detector.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <torch/types.h>

namespace vbs::test {

/// The network written down once more, plainly: batch norms unfolded, regions one by one.
struct PlainVgDetector {
    TensorMap state;
    VgDetectorConfig config;

    at::Tensor value(const std::string& key) const { return state.at(key); }

    at::Tensor conv(const std::string& name, const at::Tensor& x, int stride, int padding, int dilation = 1) const
    {
        const at::Tensor y = torch::conv2d(x, value(name + ".weight"), {}, stride, padding, dilation);
        return torch::batch_norm(y, value(name + ".norm.weight"), value(name + ".norm.bias"),
                                 value(name + ".norm.running_mean"), value(name + ".norm.running_var"), false, 0,
                                 config.normEps, false);
    }

    at::Tensor stage(const std::string& name, at::Tensor x, std::int64_t blocks, int stride, int dilation) const
    {
        for (std::int64_t i = 0; i < blocks; ++i) {
            const std::string block = name + "." + std::to_string(i);
            const int s = i == 0 ? stride : 1;
            at::Tensor y = conv(block + ".conv1", x, config.strideIn1x1 ? s : 1, 0).relu();
            y = conv(block + ".conv2", y, config.strideIn1x1 ? 1 : s, dilation, dilation).relu();
            y = conv(block + ".conv3", y, 1, 0);
            const bool shortcut = state.contains(block + ".shortcut.weight");
            x = (y + (shortcut ? conv(block + ".shortcut", x, s, 0) : x)).relu();
        }
        return x;
    }

    at::Tensor res4(const at::Tensor& x) const
    {
        at::Tensor y = conv("backbone.stem.conv1", x, 2, 3).relu();
        y = config.caffeMaxPool ? torch::max_pool2d(y, 3, 2, 0, 1, true) : torch::max_pool2d(y, 3, 2, 1);
        y = stage("backbone.res2", y, config.stageBlocks[0], 1, 1);
        y = stage("backbone.res3", y, config.stageBlocks[1], 2, 1);
        return stage("backbone.res4", y, config.stageBlocks[2], 2, 1);
    }

    at::Tensor linear(const std::string& name, const at::Tensor& x) const
    {
        const std::string prefix = "roi_heads.box_predictor." + name;
        return torch::linear(x, value(prefix + ".weight"), value(prefix + ".bias"));
    }

    /// @return boxes by falling logit, in the resized picture.
    at::Tensor proposals(const at::Tensor& map, PixelSize size) const
    {
        const std::string head = "proposal_generator.rpn_head.";
        const auto layer = [&](const std::string& name, const at::Tensor& x, int padding) {
            return torch::conv2d(x, value(head + name + ".weight"), value(head + name + ".bias"), 1, padding);
        };
        const at::Tensor hidden = layer("conv", map, 1).relu();
        const at::Tensor logits = layer("objectness_logits", hidden, 0), deltas = layer("anchor_deltas", hidden, 0);
        const at::Tensor cells = value("proposal_generator.anchor_generator.cell_anchors.0");
        std::vector<std::pair<float, at::Tensor>> all;
        for (std::int64_t y = 0; y < map.size(2); ++y)
            for (std::int64_t x = 0; x < map.size(3); ++x)
                for (std::int64_t a = 0; a < cells.size(0); ++a) {
                    const auto dx = 16. * (double(x) + config.anchorOffset),
                               dy = 16. * (double(y) + config.anchorOffset);
                    const at::Tensor anchor = cells[a] + torch::tensor({dx, dy, dx, dy}, torch::kFloat);
                    const at::Tensor delta = deltas[0].slice(0, 4 * a, 4 * a + 4).select(1, y).select(1, x);
                    all.emplace_back(logits[0][a][y][x].item<float>(), decoded(delta, anchor, config.rpnBoxWeights));
                }
        std::ranges::stable_sort(all, [](const auto& a, const auto& b) { return a.first > b.first; });
        all.resize(std::min<std::size_t>(all.size(), std::size_t(config.rpnPreNmsTopK)));
        std::vector<at::Tensor> boxes;
        std::vector<float> scores;
        for (const auto& [logit, box] : all) {
            const at::Tensor cut = clipBoxesToImage(box.unsqueeze(0), size.height, size.width);
            if ((cut[0][2] > cut[0][0]).item<bool>() && (cut[0][3] > cut[0][1]).item<bool>()) {
                boxes.push_back(cut);
                scores.push_back(logit);
            }
        }
        const at::Tensor together = torch::cat(boxes);
        return together.index_select(
            0, nms(together, torch::tensor(scores), config.rpnNmsThresh).slice(0, 0, config.rpnPostNmsTopK));
    }

    static at::Tensor decoded(const at::Tensor& delta, const at::Tensor& box, const std::vector<double>& weights)
    {
        const auto number = [](const at::Tensor& t) { return t.item<double>(); };
        const double width = number(box[2] - box[0]), height = number(box[3] - box[1]);
        const double x = number(delta[0]) / weights[0] * width + number(box[0]) + width / 2;
        const double y = number(delta[1]) / weights[1] * height + number(box[1]) + height / 2;
        const double most = std::log(1000. / 16);
        const double w = std::exp(std::min(number(delta[2]) / weights[2], most)) * width;
        const double h = std::exp(std::min(number(delta[3]) / weights[3], most)) * height;
        return torch::tensor({x - w / 2, y - h / 2, x + w / 2, y + h / 2}, torch::kFloat);
    }

    VgDetections detect(const DetectorInput& input) const
    {
        const torch::NoGradGuard noGrad;
        const PixelSize size = input.sizes[0];
        const at::Tensor map = res4(input.images), regions = proposals(map, size);
        std::vector<at::Tensor> boxes, features;
        std::vector<float> scores, attributeScores;
        std::vector<std::int64_t> classes, attributes;
        for (std::int64_t i = 0; i < regions.size(0); ++i) {
            const at::Tensor pooled = roiPool(map, roiCells(regions.slice(0, i, i + 1), 1. / 16), 14, 14);
            const bool halve = config.res5Halve;
            const at::Tensor feature =
                stage("roi_heads.res5", pooled, config.stageBlocks[3], halve ? 2 : 1, halve ? 1 : 2).mean({2, 3});
            const at::Tensor logits = linear("cls_score", feature)[0];
            const at::Tensor probabilities = logits.softmax(0);
            std::int64_t best = 0;
            for (std::int64_t c = 1; c < config.numClasses; ++c)
                if ((probabilities[c] > probabilities[best]).item<bool>())
                    best = c;
            const at::Tensor deltas = linear("bbox_pred", feature)[0];
            const std::int64_t first = config.classAgnosticBoxes ? 0 : 4 * best;
            boxes.push_back(
                clipBoxesToImage(decoded(deltas.slice(0, first, first + 4), regions[i], config.boxWeights).unsqueeze(0),
                                 size.height, size.width));
            const at::Tensor embedding =
                value("roi_heads.box_predictor.cls_embedding.weight")[logits.argmax().item<std::int64_t>()];
            const at::Tensor hidden = linear("fc_attr", torch::cat({feature, embedding.unsqueeze(0)}, 1)).relu();
            const at::Tensor attribute = linear("attr_score", hidden)[0].slice(0, 0, config.numAttributes).softmax(0);
            features.push_back(feature);
            classes.push_back(best);
            scores.push_back(probabilities[best].item<float>());
            attributes.push_back(attribute.argmax().item<std::int64_t>());
            attributeScores.push_back(attribute.max().item<float>());
        }
        const at::Tensor all = torch::cat(boxes);
        const at::Tensor kept =
            nms(all, torch::tensor(scores), config.nmsThreshTest[0]).slice(0, 0, config.maxDetections);
        const double x = double(input.original[0].width) / double(size.width);
        const double y = double(input.original[0].height) / double(size.height);
        const auto pick = [&](const at::Tensor& t) { return t.index_select(0, kept); };
        return {pick(all) * torch::tensor({x, y, x, y}, torch::kFloat),
                {},
                pick(torch::tensor(classes, torch::kLong)),
                pick(torch::tensor(scores)),
                pick(torch::tensor(attributes, torch::kLong)),
                pick(torch::tensor(attributeScores)),
                pick(torch::cat(features))};
    }
};

} // namespace vbs::test
