#include "app/commands/inspect_command.h"

#include "app/commands/inspect_form.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/engine/task_table.h"
#include "core/nn/visual_bert/checkpoint_summary.h"
#include "core/pack/model_pack.h"
#include "core/regions/extractor_fit.h"

#include <cstdio>
#include <iostream>
#include <set>

namespace vbs {

namespace {

constexpr std::size_t kMostNamed = 10; ///< of missing or unexpected weights in the text; --json has all

/// What the class is for, as pack.json calls it; empty for the bare trunk.
std::string taskOf(const std::string& architecture)
{
    const TaskInfo* info = taskWith(&TaskInfo::architecture, architecture);
    return info ? std::string(info->packKey) : "";
}

/// "float16, int64": every type that occurs.
std::string typesText(const CheckpointSummary& found)
{
    std::set<std::string> types;
    for (const TensorSummary& tensor : found.tensors)
        types.insert(tensor.type);
    std::string text;
    for (const std::string& type : types)
        text += (text.empty() ? "" : ", ") + type;
    return text;
}

OrderedJson mismatchesJson(const LoadReport& report)
{
    OrderedJson list = OrderedJson::array();
    for (const LoadReport::ShapeMismatch& mismatch : report.mismatched)
        list.push_back({{"name", mismatch.name}, {"shape", mismatch.inFile}, {"config_wants", mismatch.inModule}});
    return list;
}

OrderedJson tensorsJson(const CheckpointSummary& found)
{
    OrderedJson list = OrderedJson::array();
    for (const TensorSummary& tensor : found.tensors)
        list.push_back({{"name", tensor.name}, {"dtype", tensor.type}, {"shape", tensor.shape}});
    return list;
}

OrderedJson inspectionJson(const CheckpointSummary& found)
{
    OrderedJson json;
    json["format"] = found.format;
    json["files"] = OrderedJson::array();
    for (const auto& file : found.files)
        json["files"].push_back(file.string());
    json["architecture"] = found.architecture.empty() ? OrderedJson(nullptr) : OrderedJson(found.architecture);
    const std::string task = taskOf(found.architecture);
    json["task"] = task.empty() ? OrderedJson(nullptr) : OrderedJson(task);
    json["visual_embedding_dim"] = found.config ? OrderedJson(found.config->visual_embedding_dim) : nullptr;
    json["fitting_extractors"] = OrderedJson::array();
    if (found.config)
        for (const FittingExtractor& extractor : wantedFeatures(found.config->visual_embedding_dim).extractors)
            json["fitting_extractors"].push_back(extractor.name);
    json["family"] = found.family.empty() ? OrderedJson(nullptr) : OrderedJson(found.family);
    json["config"] = found.config ? visualBertConfigToJson(*found.config) : OrderedJson(nullptr);
    json["config_from"] = !found.config ? OrderedJson(nullptr) : found.configRead ? "config.json" : "weights";
    json["fits"] = !found.architecture.empty() && found.report.fits();
    json["missing"] = found.report.missing;
    json["unexpected"] = found.report.unexpected;
    json["mismatched"] = mismatchesJson(found.report);
    json["wrong_type"] = found.report.wrongType;
    json["conflicting"] = found.report.conflicting;
    json["ignored"] = found.report.ignored;
    json["renamed"] = OrderedJson::array();
    for (const auto& [from, to] : found.report.renaming.renamed)
        json["renamed"].push_back({{"from", from}, {"to", to}});
    json["dropped"] = found.report.renaming.dropped;
    json["naming"] = found.report.renaming.schemes;
    json["notes"] = found.notes;
    json["metadata"] = found.metadata;
    json["tensors"] = tensorsJson(found);
    return json;
}

/// Says what a checkpoint is, and proves a published one right.
class InspectCommand : public Command {
public:
    std::string name() const override { return "inspect"; }
    std::string help() const override { return "Show what a checkpoint holds, its class and what is missing"; }

    void declare(CLI::App& app) override
    {
        app.add_option("path", m_path, "weights file of any format, shard index, or model folder")->required();
        app.add_flag("--check", m_check,
                     "verify a published checkpoint: run its inputs and compare with the published values");
        app.add_option("--values", m_values, "JSON file of expected values to check against instead");
        app.add_flag("--summary", m_summary, "leave the list of tensors out");
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        const bool check = m_check || !m_values.empty();
        const CheckpointSummary found =
            summarizeCheckpoint({m_path, sharedTrunkOf(m_path), check, m_values,
                                 m_check && m_values.empty() ? publishedNameOf(m_path) : std::string()});
        const InspectedForm form = inspectedForm(m_path, found);
        m_json ? printJson(found, form) : printText(found, form);
        if (found.check)
            requireEqual(*found.check);
    }

private:
    void requireEqual(const PublishedCheck& check) const
    {
        for (const PublishedComparison& comparison : check.comparisons) {
            if (!comparison.holds) {
                throw Error(ErrorCode::Mismatch, m_path + " does not give the published values of " + check.checkpoint +
                                                     ": " + comparison.output + " is not within " +
                                                     std::to_string(comparison.tolerance) +
                                                     ". Were the weights changed, or is this another checkpoint?");
            }
        }
    }

    static void printJson(const CheckpointSummary& found, const InspectedForm& form)
    {
        OrderedJson json = inspectionJson(found);
        json["form"] = form.packKey.empty() ? OrderedJson(nullptr) : toJson(form.form);
        json["asked"] =
            form.packKey.empty() ? OrderedJson(nullptr) : OrderedJson(describeForm(form.form, form.packKey).english());
        json["form_from"] = form.packKey.empty() ? OrderedJson(nullptr) : OrderedJson(form.origin);
        if (found.check) {
            json["check"] = {{"checkpoint", found.check->checkpoint}, {"tolerance", found.check->tolerance}};
            for (const PublishedComparison& c : found.check->comparisons)
                json["check"]["outputs"].push_back({{"output", c.output},
                                                    {"numbers", c.count},
                                                    {"largest_difference", c.largestDifference},
                                                    {"tolerance", c.tolerance},
                                                    {"holds", c.holds}});
        }
        std::cout << jsonText(json) << '\n';
    }

    void printText(const CheckpointSummary& found, const InspectedForm& form) const
    {
        std::printf("%s: %s, %zu tensors, %.1f MB, %s\n", m_path.c_str(), found.format.c_str(), found.tensors.size(),
                    found.bytes / 1e6, typesText(found).c_str());
        printClass(found);
        if (!form.packKey.empty())
            std::printf("asked (%s): %s\n", withoutControls(form.origin).c_str(),
                        withoutControls(describeForm(form.form, form.packKey).english()).c_str());
        printNames("missing", found.report.missing);
        printNames("not used", found.report.unexpected);
        printNames("dropped", found.report.renaming.dropped);
        for (const std::string& note : found.notes)
            std::printf("note: %s\n", withoutControls(note).c_str());
        if (found.check)
            for (const PublishedComparison& c : found.check->comparisons)
                std::printf("%s: %s, %d numbers, largest difference %.2g: %s\n", found.check->checkpoint.c_str(),
                            c.output.c_str(), static_cast<int>(c.count), c.largestDifference,
                            c.holds ? "as published" : "WRONG");
        if (m_summary)
            return;
        std::printf("\n");
        for (const TensorSummary& tensor : found.tensors)
            std::printf("%-9s %-16s %s\n", tensor.type.c_str(), tensor.shapeText().c_str(),
                        withoutControls(tensor.name).c_str());
    }

    static void printClass(const CheckpointSummary& found)
    {
        if (found.architecture.empty()) {
            std::printf("class: no VisualBERT%s\n", found.family.empty() ? "" : (", but " + found.family).c_str());
            return;
        }
        const VisualBertConfig& config = *found.config;
        const std::string task = taskOf(found.architecture);
        std::printf("class: %s%s\n", found.architecture.c_str(), task.empty() ? "" : (" (task " + task + ")").c_str());
        std::printf("size: %d layers, hidden %d, %d heads, %d words, %d positions\n",
                    static_cast<int>(config.num_hidden_layers), static_cast<int>(config.hidden_size),
                    static_cast<int>(config.num_attention_heads), static_cast<int>(config.vocab_size),
                    static_cast<int>(config.max_position_embeddings));
        if (task == "vqa" || task == "nlvr")
            std::printf("outputs: %d\n", static_cast<int>(config.numLabels()));
        std::printf("regions: an extractor must provide %d values each: %s\n",
                    static_cast<int>(config.visual_embedding_dim), adviceFor(config.visual_embedding_dim).c_str());
        for (const std::string& scheme : found.report.renaming.schemes)
            std::printf("names: %s, read as the current ones\n", scheme.c_str());
        std::printf("fit: %s\n", found.report.fits() ? "all weights are present" : found.report.summary().c_str());
    }

    static void printNames(const char* what, const std::vector<std::string>& names)
    {
        for (std::size_t i = 0; i < names.size() && i < kMostNamed; ++i)
            std::printf("%s: %s\n", what, withoutControls(names[i]).c_str());
        if (names.size() > kMostNamed)
            std::printf("%s: %zu more (--json lists all)\n", what, names.size() - kMostNamed);
    }

    std::string m_path, m_values;
    bool m_check = false, m_summary = false, m_json = false;
};

} // namespace

std::unique_ptr<Command> makeInspectCommand()
{
    return std::make_unique<InspectCommand>();
}

} // namespace vbs
