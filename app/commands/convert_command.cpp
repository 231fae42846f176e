#include "app/commands/convert_command.h"

#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/nn/visual_bert/checkpoint_conversion.h"
#include "core/pack/model_pack.h"

#include <iostream>

namespace vbs {

namespace {

/// Any accepted format to safetensors under today's names.
class ConvertCommand : public Command {
public:
    std::string name() const override { return "convert"; }
    std::string help() const override { return "Convert a checkpoint of any format to safetensors with current names"; }

    void declare(CLI::App& app) override
    {
        app.add_option("from", m_from, "weights file, shard index, or model folder")->required();
        app.add_option("to", m_to, "a .safetensors file, or a folder to make (model.safetensors, config.json)")
            ->required();
        app.add_flag("--force", m_force, "replace what is there");
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        const ConversionReport report = convertCheckpoint({m_from, m_to, sharedTrunkOf(m_from), m_force});
        m_json ? printJson(report) : printText(report);
    }

private:
    static void printJson(const ConversionReport& report)
    {
        const RenameReport& renaming = report.report.renaming;
        const OrderedJson json = {
            {"from_format", report.format},
            {"output", report.weights.string()},
            {"tensors", report.tensors},
            {"renamed", renaming.renamed.size()},
            {"dropped", renaming.dropped},
            {"added", renaming.added},
            {"fits", !report.architecture.empty() && report.report.fits()},
            {"missing", report.report.missing},
            {"unexpected", report.report.unexpected},
            {"architecture", report.architecture.empty() ? OrderedJson(nullptr) : OrderedJson(report.architecture)},
            {"notes", report.notes}};
        std::cout << jsonText(json) << '\n';
    }

    static void printText(const ConversionReport& report)
    {
        const RenameReport& renaming = report.report.renaming;
        std::cout << report.weights.string() << ": " << report.tensors << " tensors from " << report.format
                  << ", read back and found equal\n";
        for (const std::string& scheme : renaming.schemes)
            std::cout << "names: " << scheme << ", now the current ones (" << renaming.renamed.size() << " renamed, "
                      << renaming.dropped.size() << " dropped, " << renaming.added.size() << " added)\n";
        for (const std::string& note : report.notes)
            std::cout << "note: " << withoutControls(note) << '\n';
        if (report.architecture.empty())
            std::cout << "note: No class of VisualBERT has weights of these names; they were kept as they are.\n";
        else if (!report.report.fits())
            std::cout << "note: " << report.report.summary() << " See `visualbert inspect`.\n";
    }

    std::string m_from, m_to;
    bool m_force = false, m_json = false;
};

} // namespace

std::unique_ptr<Command> makeConvertCommand()
{
    return std::make_unique<ConvertCommand>();
}

} // namespace vbs
