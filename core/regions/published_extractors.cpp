#include "core/regions/published_extractors.h"

#include "core/base/error.h"
#include "core/base/file_presence.h"
#include "core/regions/extractor_kinds.h"

namespace vbs {

namespace {

void apply(const std::optional<std::int64_t>& value, const char* key, const char* what, Json& config)
{
    if (!value)
        return;
    if (key == nullptr)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("An extractor of kind \"%1\" has no %2.", config["kind"].get<std::string>(), what));
    config[key] = *value;
}

} // namespace

std::vector<std::string> publishedExtractorNames()
{
    std::vector<std::string> names;
    for (const ExtractorKind& kind : extractorKinds())
        for (const PublishedExtractor& published : kind.published)
            names.emplace_back(published.name);
    return names;
}

Json publishedExtractorConfig(const std::string& name)
{
    if (const PublishedRow row = publishedExtractorNamed(name); row.kind) {
        Json config = row.extractor->config(row.extractor->name);
        config["kind"] = row.kind->kind;
        return config;
    }
    std::string known;
    for (const std::string& one : publishedExtractorNames())
        known += (known.empty() ? "" : ", ") + one;
    throw Error(ErrorCode::InvalidArgument,
                sentence("There is no published extractor \"%1\"; this version knows: %2.", name, known));
}

Json extractorConfigOfFolder(const std::filesystem::path& folder)
{
    if (isThere(folder / "config.json")) {
        const Json config = readJsonFile(folder / "config.json");
        if (config.is_object() && config.contains("kind"))
            return config;
    }
    if (!isThere(folder / "config.yaml"))
        throw Error(ErrorCode::FileNotFound, sentence("%1 holds no extractor: neither a config.json that names its "
                                                      "\"kind\" nor the config.yaml of a Visual Genome detector.",
                                                      folder.string()));
    for (const char* weights : {"model.safetensors", "pytorch_model.bin"}) {
        if (isThere(folder / weights))
            return {{"kind", "vg_faster_rcnn"}, {"config", "config.yaml"}, {"weights", weights}};
    }
    throw Error(ErrorCode::FileNotFound, sentence("%1 has a config.yaml but no weights: put the published "
                                                  "pytorch_model.bin or a model.safetensors beside it.",
                                                  folder.string()));
}

void applyExtractorLimits(const ExtractorLimits& limits, Json& config)
{
    const ExtractorKind* kind = extractorKindNamed(config.value("kind", std::string()));
    if (!kind)
        return;
    apply(limits.minSize, kind->minSize, "least size to resize pictures to", config);
    apply(limits.maxSize, kind->maxSize, "largest size to resize pictures to", config);
    const bool grid = config.value("mode", std::string()) == "grid";
    apply(limits.maxRegions, grid ? nullptr : kind->maxRegions, "largest number of regions", config);
}

} // namespace vbs
