#include "core/checkpoint/key_map.h"

#include "core/base/error.h"
#include "core/checkpoint/file_refusal.h"
#include "core/checkpoint/wrapper_prefix.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include <torch/types.h>

namespace vbs {

namespace {

struct Replacement {
    std::string_view from;
    std::string_view to;
};

/// The names of the authors' checkpoints (github.com/uclanlp/visualbert): replaced anywhere in a name, in this order,
/// as transformers' convert_visual_bert_original_pytorch_checkpoint_to_pytorch.py does.
constexpr std::array kOriginal{
    Replacement{"bert.bert", "visual_bert"},
    Replacement{"bert.cls", "cls"},
    Replacement{"bert.classifier", "cls"},
    Replacement{"token_type_embeddings_visual", "visual_token_type_embeddings"},
    Replacement{"position_embeddings_visual", "visual_position_embeddings"},
    Replacement{"projection", "visual_projection"},
};

/// TensorFlow's names of a LayerNorm's parameters, which the first PyTorch ports of BERT kept.
constexpr std::array kEarlyLayerNorm{
    Replacement{"LayerNorm.gamma", "LayerNorm.weight"},
    Replacement{"LayerNorm.beta", "LayerNorm.bias"},
};

constexpr std::string_view kOriginalPrefix = "bert.bert.";
/// The authors' VCR network carries the detector that made its regions.
constexpr std::string_view kDetector = "detector";

/// Gives a name of today, or nothing for an entry that is dropped.
using Rename = std::optional<std::string> (*)(std::string name);

std::string replaced(std::string name, std::span<const Replacement> rules)
{
    for (const Replacement& rule : rules)
        for (std::size_t at = name.find(rule.from); at != std::string::npos;
             at = name.find(rule.from, at + rule.to.size()))
            name.replace(at, rule.from.size(), rule.to);
    return name;
}

std::optional<std::string> fromOriginal(std::string name)
{
    if (name.find(kDetector) != std::string::npos)
        return std::nullopt;
    return replaced(std::move(name), kOriginal);
}

std::optional<std::string> fromEarlyLayerNorm(std::string name)
{
    return name.ends_with("LayerNorm.gamma") || name.ends_with("LayerNorm.beta")
               ? replaced(std::move(name), kEarlyLayerNorm)
               : name;
}

bool isOriginal(const TensorMap& tensors)
{
    const auto it = tensors.lower_bound(kOriginalPrefix);
    return it != tensors.end() && it->first.starts_with(kOriginalPrefix);
}

bool hasEarlyLayerNorm(const TensorMap& tensors)
{
    return std::any_of(tensors.begin(), tensors.end(), [](const auto& item) {
        return item.first.ends_with("LayerNorm.gamma") || item.first.ends_with("LayerNorm.beta");
    });
}

/// What the authors' files leave out: the decoder's bias is another name of the predictions' bias, and the positions
/// are 0, 1, 2...
void addLeftOut(TensorMap& tensors, RenameReport& report)
{
    const auto add = [&](const char* name, const at::Tensor& tensor) {
        if (tensors.emplace(name, tensor).second)
            report.added.emplace_back(name);
    };
    if (const auto bias = tensors.find("cls.predictions.bias"); bias != tensors.end())
        add("cls.predictions.decoder.bias", bias->second);
    const auto positions = tensors.find("visual_bert.embeddings.position_embeddings.weight");
    constexpr std::int64_t kMostPositions = 1 << 20;
    if (positions != tensors.end() && positions->second.dim() == 2 && positions->second.size(0) <= kMostPositions)
        add("visual_bert.embeddings.position_ids", at::arange(positions->second.size(0)).unsqueeze(0));
}

/// An older naming; they are undone in this order, and one file may use several.
struct Scheme {
    std::string_view name;
    bool (*recognises)(const TensorMap&);
    Rename rename;
    void (*complete)(TensorMap&, RenameReport&);
};

constexpr std::array kSchemes{
    Scheme{"the authors' original names", isOriginal, fromOriginal, addLeftOut},
    Scheme{"early BERT's LayerNorm names", hasEarlyLayerNorm, fromEarlyLayerNorm, nullptr},
};

/// Today's names, each with the name in the file.
struct Renaming {
    TensorMap tensors;
    std::map<std::string, std::string, std::less<>> inFile;
};

Renaming applied(const Scheme& scheme, const Renaming& before, RenameReport& report)
{
    Renaming after;
    for (const auto& [name, tensor] : before.tensors) {
        const std::string& original = before.inFile.find(name)->second;
        const std::optional<std::string> current = scheme.rename(name);
        if (!current) {
            report.dropped.push_back(original);
            continue;
        }
        if (!after.tensors.emplace(*current, tensor).second) {
            throw Error(ErrorCode::CorruptData, sentence("The weights %1 and %2 both become %3.",
                                                         quotedName(after.inFile.find(*current)->second),
                                                         quotedName(original), quotedName(*current)));
        }
        after.inFile.emplace(*current, original);
    }
    return after;
}

} // namespace

TensorMap renameToCurrent(const TensorMap& tensors, RenameReport& report)
{
    const Unwrapping unwrapping = withoutWrappers(tensors);
    report.schemes = unwrapping.wrappers;
    Renaming renaming{unwrapped(tensors, unwrapping), {}};
    for (const auto& [name, own] : unwrapping.ownName)
        renaming.inFile.emplace(own, name);
    for (const Scheme& scheme : kSchemes) {
        if (!scheme.recognises(renaming.tensors))
            continue;
        report.schemes.emplace_back(scheme.name);
        renaming = applied(scheme, renaming, report);
        if (scheme.complete)
            scheme.complete(renaming.tensors, report);
        for (const std::string& name : report.added) // under their own names
            renaming.inFile.emplace(name, name);
    }
    for (const auto& [current, original] : renaming.inFile)
        if (current != original)
            report.renamed.emplace_back(original, current);
    return std::move(renaming.tensors);
}

} // namespace vbs
