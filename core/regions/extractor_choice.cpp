#include "core/regions/extractor_choice.h"

#include "core/base/error.h"
#include "core/base/file_presence.h"
#include "core/checkpoint/checkpoint_reader.h"
#include "core/checkpoint/network_kind.h"
#include "core/checkpoint/wrapper_prefix.h"
#include "core/pack/pack_catalog.h"
#include "core/regions/extractor_kinds.h"

#include <algorithm>
#include <array>

#include <c10/core/Device.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr char kShippedPack[] = "picture-book";

std::string kindOf(const Json& config)
{
    const auto kind = config.is_object() ? config.find("kind") : config.end();
    return config.is_object() && kind != config.end() && kind->is_string() ? kind->get<std::string>() : std::string();
}

/// The one file in a folder that can hold weights; the folder itself where they are in several parts.
fs::path weightsIn(const fs::path& folder)
{
    static constexpr std::array<std::string_view, 5> kSuffixes = {".safetensors", ".bin", ".pth", ".pt", ".th"};
    for (const char* usual : {"model.safetensors", "pytorch_model.bin"})
        if (isThere(folder / usual))
            return folder / usual;
    for (const char* parts : {"model.safetensors.index.json", "pytorch_model.bin.index.json"})
        if (isThere(folder / parts))
            return folder;
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        if (std::ranges::find(kSuffixes, at->path().extension().string()) != kSuffixes.end())
            found.push_back(at->path());
    std::ranges::sort(found);
    if (found.size() == 1)
        return found.front();
    throw Error(ErrorCode::FileNotFound,
                found.empty()
                    ? sentence("%1 holds no weights: they end in .safetensors, .bin, .pth, .pt or .th.", folder)
                    : sentence("%1 holds several weight files, e.g. %2 and %3: name the one that is meant.", folder,
                               found[0].filename(), found[1].filename()));
}

/// Absolute, since a configuration's paths are relative to its own folder.
fs::path weightsFile(const fs::path& weights)
{
    if (!isThere(weights))
        throw Error(ErrorCode::FileNotFound, sentence("The weights %1 do not exist.", weights.string()));
    std::error_code code;
    return fs::absolute(isFolder(weights) ? weightsIn(weights) : weights, code);
}

bool holdsConfiguration(const fs::path& folder)
{
    return isThere(folder / "pack.json") || isThere(folder / "config.yaml") ||
           (isThere(folder / "config.json") && !kindOf(readJsonFile(folder / "config.json")).empty());
}

/// @param weightsGiven whether the user names the weights, so that the folder need not hold any.
ExtractorChoice folderExtractor(const fs::path& folder, bool weightsGiven)
{
    if (isThere(folder / "pack.json"))
        return packExtractor(readPack(folder));
    if (weightsGiven && !isThere(folder / "config.json") && isThere(folder / "config.yaml"))
        return {"vg_faster_rcnn", {{"kind", "vg_faster_rcnn"}, {"config", "config.yaml"}}, folder};
    const Json config = extractorConfigOfFolder(folder);
    return {kindOf(config), config, folder};
}

/// Which published extractor weights belong to; empty when it is none.
std::string publishedNameOf(const TensorMap& tensors)
{
    for (const ExtractorKind& kind : extractorKinds())
        for (const PublishedExtractor& extractor : kind.published)
            if (extractor.recognises(tensors, extractor.name))
                return extractor.name;
    return {};
}

ExtractorChoice choiceOfWeights(const fs::path& weights)
{
    const fs::path file = weightsFile(weights);
    const TensorMap inFile = readCheckpoint(file).tensors;
    const TensorMap tensors = unwrapped(inFile, withoutWrappers(inFile));
    const std::string name = publishedNameOf(tensors), kind = networkKind(tensors);
    if (!name.empty())
        return {name, publishedExtractorConfig(name), {}};
    throw Error(ErrorCode::Mismatch,
                sentence("%1 holds %2, which is no published extractor: name the extractor with --extractor.",
                         file.string(), (kind.empty() ? "an unknown network" : kind)));
}

ExtractorChoice namedExtractor(const std::string& name, const fs::path& weights)
{
    const std::vector<std::string> names = publishedExtractorNames();
    if (std::ranges::find(names, name) == names.end()) {
        std::string known;
        for (const std::string& one : names)
            known += one + ", ";
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There is no extractor \"%1\": name one of %2or a folder with config.json or config.yaml.",
                             name, known));
    }
    if (weights.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The published extractor %1 needs its weights: name the file with --weights.", name));
    }
    return {name, publishedExtractorConfig(name), {}};
}

ExtractorChoice startingPoint(const ExtractorRequest& request)
{
    const bool weightsGiven = !request.weights.empty();
    const bool configured = isFolder(request.weights) && holdsConfiguration(request.weights);
    if (!request.extractor.empty() && isFolder(request.extractor))
        return folderExtractor(request.extractor, weightsGiven);
    if (!request.extractor.empty()) {
        ExtractorChoice choice = namedExtractor(request.extractor, request.weights);
        if (!configured)
            return choice;
        ExtractorChoice own = folderExtractor(request.weights, true);
        if (kindOf(own.config) == kindOf(choice.config))
            return own;
        throw Error(
            ErrorCode::Mismatch,
            sentence("%1 is configured as %2, not as %3: leave --extractor out, or name the weights file itself.",
                     request.weights.string(), kindOf(own.config), request.extractor));
    }
    if (!request.pack.empty() || !weightsGiven)
        return packExtractor(readPack(findPack(request.pack.empty() ? kShippedPack : request.pack)));
    return configured ? folderExtractor(request.weights, true) : choiceOfWeights(request.weights);
}

} // namespace

ExtractorChoice packExtractor(const ModelPack& pack, const std::string& task)
{
    const Json& manifest = extractorOf(pack, task);
    const auto named = manifest.find("config");
    const bool isText = named != manifest.end() && named->is_string();
    if (const std::string kind = kindOf(manifest);
        !isText && !kind.empty() && !isThere(pack.folder / "extractor/config.json")) // pack.json says it all
        return {pack.manifest.name + "/" + kind, manifest, pack.folder};
    const fs::path file =
        pack.resolve(isText ? named->get<std::string>() : "extractor/config.json", "extractor configuration");
    const Json config = readJsonFile(file);
    const std::string kind = kindOf(config);
    return {pack.manifest.name + (kind.empty() ? "" : "/" + kind), config, file.parent_path()};
}

ExtractorChoice chooseExtractor(const ExtractorRequest& request)
{
    ExtractorChoice choice = startingPoint(request);
    if (!request.weights.empty())
        choice.config["weights"] = weightsFile(request.weights).string();
    try {
        applyExtractorLimits(request.limits, choice.config);
    } catch (const Error& e) {
        throw e.withContext("The extractor " + choice.name);
    }
    if (request.precision != "auto" && request.precision != "float32" && request.precision != "bfloat16") {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("Precision \"%1\" is not supported: use auto, float32 or bfloat16.", request.precision));
    }
    if (request.precision != "auto")
        choice.config["precision"] = request.precision;
    return choice;
}

std::unique_ptr<RegionExtractor> createRegionExtractor(const ExtractorChoice& choice, const std::string& device)
{
    return createRegionExtractor(choice.config, choice.folder, c10::Device(device));
}

} // namespace vbs
