#include "core/detector/extractor_choice.h"

#include "core/base/error.h"
#include "core/pack/pack_catalog.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// What the three common options are called in the configuration of a kind; null: the kind has no such thing.
struct KindKeys {
    const char* kind;
    const char* minSize;
    const char* maxSize;
    const char* maxRegions;
};

constexpr KindKeys kKinds[] = {{"faster_rcnn_fpn", "min_size", "max_size", "max_regions"},
                               {"features", nullptr, nullptr, "max_regions"}};

std::string kindOf(const Json& config)
{
    const auto kind = config.is_object() ? config.find("kind") : config.end();
    return config.is_object() && kind != config.end() && kind->is_string() ? kind->get<std::string>() : std::string();
}

bool isThere(const fs::path& path)
{
    std::error_code code;
    return fs::exists(path, code);
}

ExtractorChoice folderExtractor(const fs::path& folder)
{
    if (isThere(folder / "pack.json"))
        return packExtractor(readPack(folder));
    if (isThere(folder / "config.json")) {
        const Json config = readJsonFile(folder / "config.json");
        const std::string kind = kindOf(config);
        if (kind.empty()) {
            throw Error(ErrorCode::UnsupportedFormat,
                        (folder / "config.json").string() + " is no region extractor's configuration: it names no \"kind\".");
        }
        return {kind, config, folder};
    }
    throw Error(ErrorCode::FileNotFound, folder.string() + " is no region extractor: it holds neither config.json nor config.yaml.");
}

/// The one file in a folder that can hold weights.
fs::path weightsIn(const fs::path& folder)
{
    static constexpr std::array<std::string_view, 5> kSuffixes = {".safetensors", ".bin", ".pth", ".pt", ".th"};
    for (const char* usual : {"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin", "pytorch_model.bin.index.json"})
        if (isThere(folder / usual))
            return folder / usual;
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        if (std::ranges::find(kSuffixes, at->path().extension().string()) != kSuffixes.end())
            found.push_back(at->path());
    std::ranges::sort(found);
    if (found.size() == 1)
        return found.front();
    throw Error(ErrorCode::FileNotFound,
                found.empty() ? folder.string() + " holds no weights: they end in .safetensors, .bin, .pth, .pt or .th."
                              : folder.string() + " holds several weight files, e.g. " + found[0].filename().string() + " and " +
                                    found[1].filename().string() + ": name the one that is meant.");
}

/// Absolute, since the configuration's paths are relative to its own folder.
std::string weightsPath(const fs::path& weights)
{
    std::error_code code;
    if (!isThere(weights))
        throw Error(ErrorCode::FileNotFound, "The weights " + weights.string() + " do not exist.");
    const fs::path file = fs::is_directory(weights, code) ? weightsIn(weights) : weights;
    return fs::absolute(file, code).string();
}

void setNumber(ExtractorChoice& choice, const char* key, const char* option, std::optional<std::int64_t> value)
{
    if (!value)
        return;
    if (!key) {
        throw Error(ErrorCode::InvalidArgument, std::string("The extractor ") + choice.name + " (" + kindOf(choice.config) +
                                                    ") has no " + option + ": leave that option out.");
    }
    choice.config[key] = *value;
}

void applyOptions(ExtractorChoice& choice, const ExtractorRequest& request)
{
    const std::string kind = kindOf(choice.config);
    const auto keys = std::ranges::find_if(kKinds, [&](const KindKeys& k) { return kind == k.kind; });
    const KindKeys none{"", nullptr, nullptr, nullptr}, &known = keys == std::end(kKinds) ? none : *keys;
    setNumber(choice, known.minSize, "--min-size", request.minSize);
    setNumber(choice, known.maxSize, "--max-size", request.maxSize);
    setNumber(choice, known.maxRegions, "--max-regions", request.maxRegions);
}

} // namespace

ExtractorChoice packExtractor(const ModelPack& pack)
{
    const Json& manifest = pack.manifest.extractor;
    const fs::path file = pack.resolve(manifest.value("config", std::string("extractor/config.json")), "extractor configuration");
    const Json config = readJsonFile(file);
    const std::string kind = kindOf(config);
    return {pack.manifest.name + (kind.empty() ? "" : "/" + kind), config, file.parent_path()};
}

ExtractorChoice chooseExtractor(const ExtractorRequest& request)
{
    ExtractorChoice choice;
    std::error_code code;
    if (request.extractor.empty())
        choice = packExtractor(readPack(findPack(request.pack)));
    else if (fs::is_directory(request.extractor, code))
        choice = folderExtractor(request.extractor);
    else
        throw Error(ErrorCode::InvalidArgument, "There is no extractor \"" + request.extractor + "\".");
    if (!request.weights.empty())
        choice.config["weights"] = weightsPath(request.weights);
    applyOptions(choice, request);
    return choice;
}

std::unique_ptr<RegionExtractor> createRegionExtractor(const ExtractorChoice& choice, const c10::Device& device)
{
    return createRegionExtractor(choice.config, choice.folder, device);
}

} // namespace vbs
