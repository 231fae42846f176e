#include "core/checkpoint/wrapper_prefix.h"

#include "core/base/error.h"
#include "core/checkpoint/file_refusal.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <ATen/core/Tensor.h>

namespace vbs {

namespace {

/// Parts that no network of ours has, and what puts them there.
struct WrapperPart {
    std::string_view part, name;
};
constexpr std::array kWrapperParts{WrapperPart{"module", "DataParallel's names"},
                                   WrapperPart{"_orig_mod", "torch.compile's names"}};

/// First parts of the names of all networks that are known here (also of those that are refused by name).
constexpr std::array<std::string_view, 28> kRoots{"visual_bert",
                                                  "embeddings",
                                                  "encoder",
                                                  "pooler",
                                                  "cls",
                                                  "additional_layer",
                                                  "attention",
                                                  "bert",
                                                  "detector",
                                                  "conv1",
                                                  "bn1",
                                                  "layer1",
                                                  "layer2",
                                                  "layer3",
                                                  "layer4",
                                                  "fc",
                                                  "backbone",
                                                  "rpn",
                                                  "roi_heads",
                                                  "proposal_generator",
                                                  "stem",
                                                  "vilt",
                                                  "lxmert",
                                                  "visual",
                                                  "vision_model",
                                                  "text_model",
                                                  "text_projection",
                                                  "visual_projection"};

std::vector<std::string_view> partsOf(std::string_view name)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t dot = std::min(name.find('.', at), name.size());
        parts.push_back(name.substr(at, dot - at));
        at = dot + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string_view>& parts)
{
    std::string name;
    for (const std::string_view part : parts)
        name.append(name.empty() ? "" : ".").append(part);
    return name;
}

/// What stands before the network's own name, with its dot; empty also where no known name begins anywhere.
std::string prefixOf(std::string_view name)
{
    std::size_t at = 0;
    if (const std::size_t trunk = name.find(".visual_bert."); trunk != std::string_view::npos)
        return std::string(name.substr(0, trunk + 1));
    for (const std::string_view part : partsOf(name)) {
        if (std::ranges::find(kRoots, part) != kRoots.end())
            return std::string(name.substr(0, at));
        at += part.size() + 1;
    }
    return {};
}

/// The prefix of more names than any other and than none; among equals the shortest. Empty: none.
std::string commonPrefix(const std::map<std::string, std::string, std::less<>>& ownNames)
{
    std::map<std::string, std::size_t> counts;
    for (const auto& [inFile, own] : ownNames)
        ++counts[prefixOf(own)];
    std::string best;
    for (const auto& [prefix, count] : counts)
        if (count > counts[best] || (count == counts[best] && !best.empty() && prefix.size() < best.size()))
            best = prefix;
    return best;
}

} // namespace

Unwrapping withoutWrappers(const TensorMap& tensors)
{
    Unwrapping result;
    std::array<bool, kWrapperParts.size()> found{};
    for (const auto& item : tensors) {
        std::vector<std::string_view> parts = partsOf(item.first);
        for (std::size_t i = 0; i < kWrapperParts.size(); ++i)
            if (parts.size() > 1 && std::erase(parts, kWrapperParts[i].part) > 0)
                found[i] = true;
        result.ownName.emplace(item.first, parts.empty() ? item.first : joined(parts));
    }
    for (std::size_t i = 0; i < kWrapperParts.size(); ++i)
        if (found[i])
            result.wrappers.emplace_back(kWrapperParts[i].name);
    if (const std::string prefix = commonPrefix(result.ownName); !prefix.empty()) {
        result.wrappers.push_back("the prefix " + quotedName(prefix));
        for (auto& [inFile, own] : result.ownName)
            if (own.starts_with(prefix) && own.size() > prefix.size())
                own.erase(0, prefix.size());
    }
    return result;
}

TensorMap unwrapped(const TensorMap& tensors, const Unwrapping& unwrapping)
{
    TensorMap result;
    std::map<std::string_view, std::string_view> inFile;
    for (const auto& [name, tensor] : tensors) {
        const std::string& own = unwrapping.ownName.find(name)->second;
        if (!result.emplace(own, tensor).second)
            throw Error(ErrorCode::CorruptData, sentence("The weights %1 and %2 both become %3.",
                                                         quotedName(inFile[own]), quotedName(name), quotedName(own)));
        inFile.emplace(own, name);
    }
    return result;
}

} // namespace vbs
