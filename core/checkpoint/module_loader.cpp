#include "core/checkpoint/module_loader.h"

#include "core/base/error.h"
#include "core/checkpoint/key_map.h"
#include "core/checkpoint/network_kind.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::string_view kTrunkPrefix = "visual_bert.";

struct TiedKey {
    std::string_view alias;
    std::string_view owner;
    bool aliasCounts; ///< where a file holds both with different values, the alias is what its network computes with
};

/// Keys of shared tensors: a module lists only the owner.
constexpr std::array kTiedKeys{
    TiedKey{"cls.predictions.decoder.weight", "visual_bert.embeddings.word_embeddings.weight", false},
    // transformers 5 unties them where tie_word_embeddings is false, and adds the decoder's.
    TiedKey{"cls.predictions.decoder.bias", "cls.predictions.bias", true},
};

bool isIgnored(std::string_view name)
{
    return name == "position_ids" || name.ends_with(".position_ids");
}

/// Counters that inference never reads: old files lack them, or hold them with another shape.
bool isCounter(std::string_view name)
{
    return name == "num_batches_tracked" || name.ends_with(".num_batches_tracked");
}

/// Heads that a class has but its forward pass never reads; transformers 5 saves them in part.
bool isUnused(std::string_view name, const torch::nn::Module& module)
{
    return name.starts_with("cls.") && module.name().find("VisualBertForRegionToPhraseAlignment") != std::string::npos;
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

/// Also without reading them when they are the same memory, as torch.save stores tied weights.
bool areEqual(const at::Tensor& a, const at::Tensor& b)
{
    if (a.scalar_type() != b.scalar_type() || !a.sizes().equals(b.sizes()))
        return false;
    return (a.data_ptr() == b.data_ptr() && a.strides().equals(b.strides())) || a.equal(b);
}

/// Moves aliases that the module does not list to their owners.
void resolveTiedKeys(TensorMap& tensors, const TensorMap& slots, LoadReport& report)
{
    for (const TiedKey& key : kTiedKeys) {
        const auto alias = tensors.find(key.alias);
        const auto owner = tensors.find(key.owner);
        if (alias == tensors.end() || slots.count(key.alias) || !slots.count(key.owner))
            continue;
        if (owner == tensors.end())
            tensors.emplace(std::string(key.owner), alias->second);
        else if (!areEqual(owner->second, alias->second)) {
            if (key.aliasCounts)
                owner->second = alias->second;
            else
                report.conflicting.emplace_back(key.alias);
        }
        tensors.erase(alias);
    }
}

/// False for the stand-in of a weight that was left to be loaded (see DeferredWeights): all its elements are one.
bool hasMemory(const at::Tensor& target)
{
    return target.is_non_overlapping_and_dense();
}

/// Hands out memory of loaded tensors, no byte of it twice.
class SharedMemory {
public:
    /// The source itself, or a copy where it does not fit the target's type, device or layout, or where its memory
    /// was handed out before.
    at::Tensor asLike(const at::Tensor& source, const at::Tensor& target)
    {
        const bool fits = source.scalar_type() == target.scalar_type() && source.device() == target.device() &&
                          source.is_contiguous() && !source.requires_grad();
        if (fits && take(source))
            return source;
        return source.to(target.options(), false, true).contiguous();
    }

private:
    bool take(const at::Tensor& tensor)
    {
        if (tensor.numel() == 0)
            return true;
        const auto begin = reinterpret_cast<std::uintptr_t>(tensor.data_ptr());
        const auto end = begin + tensor.nbytes();
        const auto next = m_taken.lower_bound(begin);
        if (next != m_taken.end() && next->first < end)
            return false;
        if (next != m_taken.begin() && std::prev(next)->second > begin)
            return false;
        m_taken.emplace(begin, end);
        return true;
    }

    std::map<std::uintptr_t, std::uintptr_t> m_taken; ///< begin and end
};

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
        const bool fits =
            tensor.sizes().equals(target.sizes()) && tensor.is_floating_point() == target.is_floating_point();
        if (!fits && isCounter(name))
            report.ignored.push_back(name);
        else if (!tensor.sizes().equals(target.sizes()))
            report.mismatched.push_back({name, tensor.sizes().vec(), target.sizes().vec()});
        else if (tensor.is_floating_point() != target.is_floating_point())
            report.wrongType.push_back(name);
        else
            assignments.push_back({tensor, target});
    }
    for (const auto& [name, target] : slots)
        if (tensors.count(name) || isCounter(name))
            continue;
        else if (isUnused(name, module)) // a deferred weight still needs memory
            assignments.push_back({at::zeros(target.sizes(), target.options()), target});
        else
            report.missing.push_back(name);
    return report;
}

/// The network that the module is. A class of VisualBERT is known by its type: several have heads of one shape.
std::string wantedKind(const torch::nn::Module& module)
{
    std::string name = module.name();
    const std::size_t begin = name.rfind("VisualBert");
    if (begin == std::string::npos)
        return networkKind(slotsOf(module));
    name.erase(0, begin);
    return name.ends_with("Impl") ? name.substr(0, name.size() - 4) : name;
}

/// Why weights do not fit; when they are of another network altogether, that says it better than a missing tensor.
std::string misfit(const LoadReport& report, const TensorMap& tensors, const torch::nn::Module& module)
{
    // Only sizes differ: the network is the right one, and its class cannot be told from a head's rows.
    const TensorMap slots = slotsOf(module);
    const bool sameHead = tensors.count("cls.weight") && slots.count("cls.weight") &&
                          !visualBertClass(tensors).empty() && !visualBertClass(slots).empty();
    if (report.missing.empty() || sameHead)
        return report.summary();
    const std::string given = networkKind(tensors), wanted = wantedKind(module);
    if (given.empty() || wanted.empty() || given == networkKind(slots))
        return report.summary();
    return "these are the weights of " + given + ", but those of " + wanted +
           " are wanted: use the file that belongs to the configuration.";
}

/// A weight that seems to be missing may be there in a type that cannot be used.
std::string foreignWeight(const Checkpoint& checkpoint, const torch::nn::Module& module)
{
    if (checkpoint.foreign.empty())
        return {};
    RenameReport renaming;
    for (const std::string& name : compareWithModule(renameToCurrent(checkpoint.tensors, renaming), module).missing)
        if (std::string text = foreignTypeText(checkpoint.foreign, name); !text.empty())
            return text;
    return {};
}

} // namespace

LoadReport compareWithModule(const TensorMap& tensors, const torch::nn::Module& module)
{
    std::vector<Assignment> assignments;
    return plan(tensors, module, assignments);
}

LoadReport loadModule(const TensorMap& tensors, torch::nn::Module& module, LoadMode mode)
{
    std::vector<Assignment> assignments;
    LoadReport report = plan(tensors, module, assignments);
    if (!report.fits())
        throw Error(ErrorCode::Mismatch, misfit(report, tensors, module));
    torch::NoGradGuard noGrad;
    SharedMemory shared;
    for (Assignment& assignment : assignments) {
        if (mode == LoadMode::Share || !hasMemory(assignment.target))
            assignment.target.set_data(shared.asLike(assignment.source, assignment.target));
        else
            assignment.target.copy_(assignment.source);
    }
    return report;
}

LoadReport loadModule(const Checkpoint& checkpoint, torch::nn::Module& module)
{
    try {
        RenameReport renaming;
        const TensorMap tensors = renameToCurrent(checkpoint.tensors, renaming);
        LoadReport report = loadModule(tensors, module, LoadMode::Share);
        report.renaming = std::move(renaming);
        return report;
    } catch (const Error& e) {
        const std::string foreign = foreignWeight(checkpoint, module);
        throw Error(e.code(), foreign.empty() ? e.what() : foreign).withContext(checkpoint.files.front().string());
    }
}

LoadReport loadModule(const std::filesystem::path& path, torch::nn::Module& module)
{
    return loadModule(readCheckpoint(path), module);
}

TensorMap saveModule(const torch::nn::Module& module)
{
    TensorMap tensors;
    for (const auto& [name, tensor] : slotsOf(module))
        tensors.emplace(name, tensor.detach());
    return tensors;
}

} // namespace vbs
