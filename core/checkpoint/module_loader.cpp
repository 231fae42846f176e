#include "core/checkpoint/module_loader.h"

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/tensor_text.h"

#include <array>
#include <utility>

#include <torch/torch.h>

namespace vbs {

namespace {

constexpr std::string_view kTrunkPrefix = "visual_bert.";

struct TiedKey {
    std::string_view alias;
    std::string_view owner;
};

/// Keys of shared tensors: a module lists only the owner.
constexpr std::array kTiedKeys{
    TiedKey{"cls.predictions.decoder.weight", "visual_bert.embeddings.word_embeddings.weight"},
    TiedKey{"cls.predictions.decoder.bias", "cls.predictions.bias"},
};

bool isIgnored(std::string_view name)
{
    return name == "position_ids" || name.ends_with(".position_ids");
}

bool mayBeMissing(std::string_view name)
{
    return name == "num_batches_tracked" || name.ends_with(".num_batches_tracked");
}

TensorMap slotsOf(const torch::nn::Module& module)
{
    TensorMap slots;
    for (const auto& item : module.named_parameters())
        slots.emplace(item.key(), item.value());
    for (const auto& item : module.named_buffers())
        slots.emplace(item.key(), item.value());
    return slots;
}

template <typename Map> bool anyHasTrunkPrefix(const Map& map)
{
    const auto it = map.lower_bound(kTrunkPrefix);
    return it != map.end() && it->first.starts_with(kTrunkPrefix);
}

/// Names of the bare trunk's parts.
bool belongsToTrunk(std::string_view name)
{
    return name.starts_with("embeddings.") || name.starts_with("encoder.") || name.starts_with("pooler.") ||
           name.starts_with("additional_layer.");
}

/// The bare trunk is stored without its prefix; either may be loaded into either.
TensorMap adaptPrefix(const TensorMap& tensors, const TensorMap& slots)
{
    const bool fileHas = anyHasTrunkPrefix(tensors);
    const bool moduleHas = anyHasTrunkPrefix(slots);
    if (fileHas == moduleHas)
        return tensors;
    TensorMap adapted;
    for (const auto& [name, tensor] : tensors) {
        if (moduleHas && belongsToTrunk(name))
            adapted.emplace(std::string(kTrunkPrefix) + name, tensor);
        else if (fileHas && name.starts_with(kTrunkPrefix) && belongsToTrunk(name.substr(kTrunkPrefix.size())))
            adapted.emplace(name.substr(kTrunkPrefix.size()), tensor);
        else
            adapted.emplace(name, tensor);
    }
    return adapted;
}

/// Moves aliases that the module does not list to their owners.
void resolveTiedKeys(TensorMap& tensors, const TensorMap& slots, LoadReport& report)
{
    for (const TiedKey& key : kTiedKeys) {
        const auto alias = tensors.find(key.alias);
        if (alias == tensors.end() || slots.count(key.alias) || !slots.count(key.owner))
            continue;
        const auto owner = tensors.find(key.owner);
        if (owner == tensors.end())
            tensors.emplace(std::string(key.owner), alias->second);
        else if (!owner->second.sizes().equals(alias->second.sizes()) || !owner->second.equal(alias->second))
            report.conflicting.emplace_back(key.alias);
        tensors.erase(alias);
    }
}

/// One tensor and the place where it goes.
struct Assignment {
    at::Tensor source;
    at::Tensor target;
};

LoadReport plan(const TensorMap& original, const torch::nn::Module& module, std::vector<Assignment>& assignments)
{
    LoadReport report;
    const TensorMap slots = slotsOf(module);
    TensorMap tensors = adaptPrefix(original, slots);
    resolveTiedKeys(tensors, slots, report);
    for (const auto& [name, tensor] : tensors) {
        const auto slot = slots.find(name);
        if (slot == slots.end()) {
            (isIgnored(name) ? report.ignored : report.unexpected).push_back(name);
            continue;
        }
        const at::Tensor& target = slot->second;
        if (!tensor.sizes().equals(target.sizes()))
            report.mismatched.push_back({name, tensor.sizes().vec(), target.sizes().vec()});
        else if (tensor.is_floating_point() != target.is_floating_point())
            report.wrongType.push_back(name);
        else
            assignments.push_back({tensor, target});
    }
    for (const auto& [name, target] : slots)
        if (!tensors.count(name) && !mayBeMissing(name))
            report.missing.push_back(name);
    return report;
}

} // namespace

std::string LoadReport::summary() const
{
    std::string text;
    if (!missing.empty())
        text = "the weight \"" + missing.front() + "\" is missing";
    else if (!mismatched.empty())
        text = "the weight \"" + mismatched.front().name + "\" has the shape " + shapeText(mismatched.front().inFile) +
               "; the model's config wants " + shapeText(mismatched.front().inModule);
    else if (!wrongType.empty())
        text = "the weight \"" + wrongType.front() +
               "\" has the wrong kind of numbers (whole for floating-point, or the reverse)";
    else if (!conflicting.empty())
        text = "the weight \"" + conflicting.front() + "\" differs from the one that it is tied to";
    else
        return {};
    const std::size_t others = missing.size() + mismatched.size() + wrongType.size() + conflicting.size() - 1;
    if (others > 0)
        text += " (and " + std::to_string(others) + " more do not fit)";
    return "The weights do not fit the model: " + text + ".";
}

LoadReport compareWithModule(const TensorMap& tensors, const torch::nn::Module& module)
{
    std::vector<Assignment> assignments;
    return plan(tensors, module, assignments);
}

LoadReport loadModule(const TensorMap& tensors, torch::nn::Module& module)
{
    std::vector<Assignment> assignments;
    LoadReport report = plan(tensors, module, assignments);
    if (!report.fits())
        throw Error(ErrorCode::Mismatch, report.summary());
    torch::NoGradGuard noGrad;
    for (Assignment& assignment : assignments)
        assignment.target.copy_(assignment.source);
    return report;
}

LoadReport loadModule(const std::filesystem::path& path, torch::nn::Module& module)
{
    const SafetensorsFile file = readSafetensors(path);
    try {
        return loadModule(file.tensors, module);
    } catch (const Error& e) {
        throw e.withContext(path.string());
    }
}

TensorMap saveModule(const torch::nn::Module& module)
{
    TensorMap tensors;
    for (const auto& [name, tensor] : slotsOf(module))
        tensors.emplace(name, tensor.detach());
    return tensors;
}

} // namespace vbs
