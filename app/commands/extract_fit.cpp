#include "app/commands/extract_fit.h"

#include "core/nn/visual_bert/visual_bert_config.h"
#include "core/pack/model_pack.h"
#include "core/pack/pack_catalog.h"
#include "core/regions/extractor_fit.h"

#include <iostream>
#include <optional>
#include <vector>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// A checkpoint whose wish is explained.
struct Model {
    std::string name; ///< "picture-book, task vqa", or the folder
    std::string architecture;
    WantedFeatures wanted;
};

/// The extractor that is judged.
struct Judged {
    std::string name;
    std::int64_t featureSize = 0; ///< 0: it cannot be loaded
    std::string fault;
};

Model modelOf(const std::string& name, const fs::path& config)
{
    const VisualBertConfig read = readVisualBertConfig(config);
    return {name, read.architectures.empty() ? "VisualBERT" : read.architectures.front(),
            wantedFeatures(read.visual_embedding_dim)};
}

std::vector<Model> modelsOf(const ModelPack& pack)
{
    std::vector<Model> models;
    for (const auto& [key, task] : pack.manifest.tasks) {
        models.push_back(modelOf(pack.manifest.name + ", task " + key,
                                 pack.resolve(task.model, "model of the task " + key) / "config.json"));
    }
    return models;
}

/// The weights are read too, since some extractors' sizes depend on them.
std::optional<Judged> judgedExtractor(const fs::path& model, const ExtractorRequest& request)
{
    const bool named = !request.extractor.empty() || !request.weights.empty();
    if (!named && !model.empty() && request.pack.empty())
        return std::nullopt;
    Judged judged{request.extractor, 0, {}};
    try {
        const ExtractorChoice choice = chooseExtractor(request);
        judged.name = choice.name;
        judged.featureSize = createRegionExtractor(choice, "cpu")->featureSize();
    } catch (const std::exception& e) {
        judged.fault = e.what();
    }
    return judged;
}

std::string verdict(const Judged& judged, const Model& model)
{
    if (!judged.fault.empty())
        return "The extractor cannot be loaded, so it is unknown whether it fits: " + judged.fault;
    const std::string gives = "The extractor " + judged.name + " gives " + std::to_string(judged.featureSize);
    if (judged.featureSize == model.wanted.size)
        return gives + " values per region: it fits.";
    return gives + " values per region, but " + std::to_string(model.wanted.size) +
           " are expected: " + adviceFor(model.wanted.size) + ".";
}

void printText(const std::vector<Model>& models, const std::optional<Judged>& judged)
{
    for (const Model& model : models) {
        std::cout << model.name << ": " << model.architecture << " expects " << model.wanted.size
                  << " values per region (visual_embedding_dim).\n"
                  << model.wanted.published << '\n';
        if (!model.wanted.extractors.empty())
            std::cout << "Extractors with " << model.wanted.size << ":\n";
        for (const FittingExtractor& extractor : model.wanted.extractors)
            std::cout << "  " << extractor.name << ": " << extractor.remark << ".\n";
        if (judged)
            std::cout << verdict(*judged, model) << '\n';
    }
}

void printJson(const std::vector<Model>& models, const std::optional<Judged>& judged)
{
    OrderedJson json = {{"models", OrderedJson::array()}};
    for (const Model& model : models) {
        OrderedJson entry = {{"model", model.name},
                             {"architecture", model.architecture},
                             {"visual_embedding_dim", model.wanted.size},
                             {"published", model.wanted.published},
                             {"extractors", OrderedJson::array()}};
        for (const FittingExtractor& extractor : model.wanted.extractors)
            entry["extractors"].push_back({{"name", extractor.name}, {"remark", extractor.remark}});
        if (judged) {
            entry["fits"] =
                judged->fault.empty() ? OrderedJson(judged->featureSize == model.wanted.size) : OrderedJson();
            entry["verdict"] = verdict(*judged, model);
        }
        json["models"].push_back(entry);
    }
    if (judged) {
        json["extractor"] = {
            {"name", judged->name},
            {"feature_size", judged->fault.empty() ? OrderedJson(judged->featureSize) : OrderedJson()}};
        if (!judged->fault.empty())
            json["extractor"]["fault"] = judged->fault;
    }
    std::cout << jsonText(json) << '\n';
}

} // namespace

void explainFit(const fs::path& model, const ExtractorRequest& request, bool json)
{
    std::error_code code;
    const std::vector<Model> models =
        model.empty() ? modelsOf(readPack(findPack(request.pack.empty() ? "picture-book" : request.pack)))
                      : std::vector<Model>{
                            modelOf(model.string(), fs::is_directory(model, code) ? model / "config.json" : model)};
    const std::optional<Judged> judged = judgedExtractor(model, request);
    json ? printJson(models, judged) : printText(models, judged);
}

} // namespace vbs
