#include "core/detector/visual_genome/vg_config.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>

namespace vbs {

namespace {

enum class Kind { Text, Integer, Number, Flag, Numbers, Depth };

struct YamlKey {
    const char* path; ///< lower case, without "model."
    const char* member;
    Kind kind;
};

constexpr YamlKey kKeys[] = {
    {"input.format", "input_format", Kind::Text},
    {"input.min_size_test", "min_size", Kind::Integer},
    {"input.max_size_test", "max_size", Kind::Integer},
    {"pixel_mean", "pixel_mean", Kind::Numbers},
    {"pixel_std", "pixel_std", Kind::Numbers},
    {"pad_value", "pad_value", Kind::Number},
    {"max_pool", "caffe_max_pool", Kind::Flag},
    {"caffe_maxpool", "caffe_max_pool", Kind::Flag},
    {"resnets.depth", "stage_blocks", Kind::Depth},
    {"resnets.stem_out_channels", "stem_channels", Kind::Integer},
    {"resnets.width_per_group", "bottleneck_channels", Kind::Integer},
    {"resnets.res2_out_channels", "res2_channels", Kind::Integer},
    {"resnets.stride_in_1x1", "stride_in_1x1", Kind::Flag},
    {"anchor_generator.sizes", "anchor_sizes", Kind::Numbers},
    {"anchor_generator.aspect_ratios", "anchor_ratios", Kind::Numbers},
    {"anchor_generator.offset", "anchor_offset", Kind::Number},
    {"proposal_generator.hidden_channels", "rpn_hidden_channels", Kind::Integer},
    {"proposal_generator.hid_channels", "rpn_hidden_channels", Kind::Integer},
    {"proposal_generator.min_size", "rpn_min_size", Kind::Number},
    {"rpn.pre_nms_topk_test", "rpn_pre_nms_top_k", Kind::Integer},
    {"rpn.post_nms_topk_test", "rpn_post_nms_top_k", Kind::Integer},
    {"rpn.nms_thresh", "rpn_nms_thresh", Kind::Number},
    {"rpn.bbox_reg_weights", "rpn_box_weights", Kind::Numbers},
    {"roi_heads.num_classes", "num_classes", Kind::Integer},
    {"roi_heads.nms_thresh_test", "nms_thresh_test", Kind::Numbers},
    {"roi_box_head.num_attrs", "num_attributes", Kind::Integer},
    {"roi_box_head.pooler_resolution", "pooler_resolution", Kind::Integer},
    {"roi_box_head.res5halve", "res5_halve", Kind::Flag},
    {"roi_box_head.cls_agnostic_bbox_reg", "class_agnostic_boxes", Kind::Flag},
    {"roi_box_head.bbox_reg_weights", "box_weights", Kind::Numbers},
    {"min_detections", "min_detections", Kind::Integer},
    {"max_detections", "max_detections", Kind::Integer},
};

/// Settings with one value that this program computes. (The pooler's type and sampling ratio are none of them: the
/// published code reads them and always computes RoIPool.)
struct Fixed {
    const char* path;
    const char* value; ///< lower case
};
constexpr Fixed kFixed[] = {
    {"size_divisibility", "0"},
    {"resnets.num_groups", "1"},
};

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

using Settings = std::map<std::string, YAML::Node>;

struct BadSetting {
    std::string why;
};

/// Every leaf (and list) by its path.
void flatten(const YAML::Node& node, const std::string& prefix, int depth, Settings& settings)
{
    if (!node.IsMap() || depth > 16) {
        settings[prefix] = node;
        return;
    }
    for (const auto& item : node) {
        const std::string key = lower(item.first.as<std::string>());
        // "model." adds nothing: the published code reads some settings with it and some without.
        const bool drop = prefix.empty() && key == "model";
        flatten(item.second, drop ? "" : prefix.empty() ? key : prefix + "." + key, depth + 1, settings);
    }
}

/// Numbers of a list, of a list in a list (one a level, and there is one level), or a single one.
void appendNumbers(const YAML::Node& node, int depth, Json& numbers)
{
    if (!node.IsSequence()) {
        numbers.push_back(node.as<double>());
        return;
    }
    if (depth > 2 || node.size() > 1000)
        throw BadSetting{"has too many numbers"};
    for (const auto& item : node)
        appendNumbers(item, depth + 1, numbers);
}

std::int64_t integerOf(const YAML::Node& node)
{
    const double value = node.as<double>(); // PyYAML writes 1.0e+3, too
    if (value != std::floor(value) || std::abs(value) > 1e15)
        throw BadSetting{"should be a whole number"};
    return static_cast<std::int64_t>(value);
}

Json valueOf(const YAML::Node& node, Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return node.as<std::string>();
    case Kind::Integer:
        return integerOf(node);
    case Kind::Number:
        return node.as<double>();
    case Kind::Flag:
        return node.as<bool>();
    case Kind::Numbers: {
        Json numbers = Json::array();
        appendNumbers(node, 0, numbers);
        return numbers;
    }
    case Kind::Depth:
        switch (integerOf(node)) {
        case 50:
            return {3, 4, 6, 3};
        case 101:
            return {3, 4, 23, 3};
        case 152:
            return {3, 8, 36, 3};
        default:
            throw BadSetting{"should be 50, 101 or 152"};
        }
    }
    return {};
}

Settings parse(const std::filesystem::path& path)
{
    const std::string text = readTextFile(path, 1 << 20);
    try {
        const YAML::Node root = YAML::Load(text);
        if (!root.IsMap())
            throw Error(ErrorCode::CorruptData, sentence("%1 is not a list of settings by name.", path.string()));
        Settings settings;
        flatten(root, "", 0, settings);
        return settings;
    } catch (const YAML::Exception& e) {
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 is not valid YAML: there is unexpected text at line %2, column %3.", path.string(),
                             e.mark.line + 1, e.mark.column + 1));
    }
}

template <typename Read>
void readSetting(const Settings& settings, const char* name, const std::filesystem::path& path, Read&& read)
{
    const auto found = settings.find(name);
    if (found == settings.end() || found->second.IsNull())
        return;
    try {
        read(found->second);
    } catch (const BadSetting& bad) {
        throw Error(ErrorCode::CorruptData, sentence("%1: the setting \"%2\" %3.", path.string(), name, bad.why));
    } catch (const YAML::Exception&) {
        throw Error(ErrorCode::CorruptData,
                    sentence("%1: the setting \"%2\" is not of the kind that is expected there.", path.string(), name));
    }
}

} // namespace

Json readVgConfigYaml(const std::filesystem::path& path)
{
    const Settings settings = parse(path);
    for (const Fixed& fixed : kFixed) {
        readSetting(settings, fixed.path, path, [&](const YAML::Node& node) {
            const std::string value = lower(node.as<std::string>());
            if (value != fixed.value)
                throw Error(ErrorCode::UnsupportedFormat, sentence("%1: \"%2\" is \"%3\"; only \"%4\" is computed.",
                                                                   path.string(), fixed.path, value, fixed.value));
        });
    }
    Json json = Json::object();
    for (const YamlKey& key : kKeys)
        readSetting(settings, key.path, path,
                    [&](const YAML::Node& node) { json[key.member] = valueOf(node, key.kind); });
    readSetting(settings, "roi_box_head.attr", path, [&](const YAML::Node& node) {
        if (!node.as<bool>())
            json["num_attributes"] = 0;
    });
    return json;
}

} // namespace vbs
