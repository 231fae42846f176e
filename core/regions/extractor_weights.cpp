#include "core/regions/extractor_weights.h"

#include "core/base/error.h"
#include "core/checkpoint/checkpoint_reader.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/network_kind.h"
#include "core/checkpoint/wrapper_prefix.h"

#include <torch/types.h>

#include <string>

namespace vbs {

namespace {

struct Renaming {
    std::string_view before, after;
    bool atStart; ///< before begins the key and the rest follows; otherwise it is a whole last part
};

/// torchvision 0.13 put every block of the pyramid and of the proposal head into a Sequential; the published COCO_V1
/// files are older.
constexpr Renaming kRenamings[] = {
    {"rpn.head.conv.weight", "rpn.head.conv.0.0.weight", true},
    {"rpn.head.conv.bias", "rpn.head.conv.0.0.bias", true},
    {".gamma", ".weight", false},
    {".beta", ".bias", false},
};
constexpr std::string_view kPyramids[] = {"backbone.fpn.inner_blocks.", "backbone.fpn.layer_blocks."};

std::string renamed(const std::string& key)
{
    for (const std::string_view pyramid : kPyramids) {
        // <pyramid>K.weight → <pyramid>K.0.weight
        if (!key.starts_with(pyramid))
            continue;
        const std::size_t dot = key.find('.', pyramid.size());
        if (dot != std::string::npos && key.find('.', dot + 1) == std::string::npos)
            return key.substr(0, dot) + ".0" + key.substr(dot);
    }
    for (const Renaming& rule : kRenamings) {
        if (rule.atStart ? key == rule.before : key.ends_with(rule.before))
            return key.substr(0, key.size() - rule.before.size()) + std::string(rule.after);
    }
    return key;
}

/// Parts that other networks add to the same trunk.
constexpr std::string_view kForeign[] = {"fc.", "roi_heads.mask_", "roi_heads.keypoint_"};

bool isForeign(const std::string& key)
{
    for (const std::string_view prefix : kForeign)
        if (key.starts_with(prefix))
            return true;
    return false;
}

TensorMap readWeights(const std::filesystem::path& file)
{
    const TensorMap tensors = readCheckpoint(file).tensors;
    return unwrapped(tensors, withoutWrappers(tensors));
}

} // namespace

TensorMap withCurrentKeys(TensorMap tensors)
{
    TensorMap result;
    for (auto& [key, tensor] : tensors)
        if (!isForeign(key))
            result.emplace(renamed(key), std::move(tensor));
    return result;
}

void loadExtractorWeights(const std::filesystem::path& file, torch::nn::Module& network)
{
    TensorMap tensors = withCurrentKeys(readWeights(file));
    const std::string kind = networkKind(tensors); // of the file, before anything is added
    const TensorMap own = saveModule(network);
    std::size_t known = 0;
    for (const auto& [key, tensor] : own) {
        known += tensors.contains(key) ? 1 : 0;
        // The anchors follow from the configuration where a file does not state them.
        if (key.find(".cell_anchors.") != std::string::npos)
            tensors.emplace(key, tensor);
    }
    // A network that is known by name is named by the loader, which says more.
    if (known == 0 && kind.empty())
        throw Error(ErrorCode::Mismatch, sentence("%1 holds the weights of another network: none of the %2 tensors of "
                                                  "this extractor (\"%3\", …) is in it.",
                                                  file.string(), own.size(), own.begin()->first));
    try {
        loadModule(tensors, network);
    } catch (const Error& e) {
        throw e.withContext(file.string());
    }
}

} // namespace vbs
