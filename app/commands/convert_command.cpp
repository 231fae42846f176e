#include "app/commands/convert_command.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/tensor_text.h"
#include "core/nn/visual_bert/visual_bert_inspection.h"
#include "core/pack/model_pack.h"

#include <cstring>
#include <iostream>

#include <torch/types.h>

namespace vbs {

namespace {

/// Bit for bit, so that NaNs and the zeros' signs count.
bool sameBits(const at::Tensor& a, const at::Tensor& b)
{
    if (a.scalar_type() != b.scalar_type() || !a.sizes().equals(b.sizes()))
        return false;
    const at::Tensor x = a.contiguous(), y = b.contiguous();
    return x.nbytes() == 0 || std::memcmp(x.data_ptr(), y.data_ptr(), x.nbytes()) == 0;
}

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
        const std::filesystem::path to = m_to;
        const bool toFile = to.extension() == ".safetensors";
        const std::filesystem::path weights = toFile ? to : to / "model.safetensors";
        std::error_code ignored;
        if (!m_force && std::filesystem::exists(weights, ignored))
            throw Error(ErrorCode::FileUnwritable, weights.string() + " exists already; --force replaces it.");
        const CheckpointInspection found = inspectCheckpoint(m_from, sharedTrunkOf(m_from));
        if (!found.checkpoint.foreign.empty()) {
            const ForeignTensor& tensor = found.checkpoint.foreign.front();
            throw Error(ErrorCode::UnsupportedFormat, m_from + " cannot be converted: its tensor \"" + tensor.name +
                                                          "\" is of the type " + tensor.type +
                                                          ", which is not written; leave it out of the file.");
        }
        for (const auto& source : found.checkpoint.files)
            if (std::filesystem::equivalent(source, weights, ignored))
                throw Error(ErrorCode::InvalidArgument,
                            m_from + " cannot be converted onto itself; name another place.");
        writeSafetensors(weights, found.tensors, notesToKeep(found.checkpoint));
        verify(weights, found.tensors);
        if (!toFile && found.config)
            writeConfig(to / "config.json", found);
        report(found, weights);
    }

private:
    /// A safetensors file's own notes stay; an index's describe its shards, which are no more.
    static std::map<std::string, std::string> notesToKeep(const Checkpoint& checkpoint)
    {
        return checkpoint.files.size() == 1 ? checkpoint.metadata : std::map<std::string, std::string>();
    }

    static void verify(const std::filesystem::path& path, const TensorMap& expected)
    {
        const SafetensorsFile written = readSafetensors(path);
        bool same = written.tensors.size() == expected.size();
        for (const auto& [name, tensor] : expected) {
            const auto it = written.tensors.find(name);
            same = same && it != written.tensors.end() && sameBits(it->second, tensor);
        }
        if (!same)
            throw Error(ErrorCode::CorruptData,
                        path.string() + " does not read back as it was written: check the disk.");
    }

    /// A config that was read is copied with all its keys; one that was read off the weights is written anew.
    void writeConfig(const std::filesystem::path& path, const CheckpointInspection& found) const
    {
        if (!found.configRead) {
            writeVisualBertConfig(path, *found.config);
            return;
        }
        const std::filesystem::path from = m_from;
        const std::filesystem::path folder = std::filesystem::is_directory(from) ? from : from.parent_path();
        writeFileAtomically(path, readTextFile(folder / "config.json"));
    }

    void report(const CheckpointInspection& found, const std::filesystem::path& weights) const
    {
        const RenameReport& renaming = found.report.renaming;
        if (m_json) {
            OrderedJson json = {
                {"from_format", found.checkpoint.format},
                {"output", weights.string()},
                {"tensors", found.tensors.size()},
                {"renamed", renaming.renamed.size()},
                {"dropped", renaming.dropped},
                {"added", renaming.added},
                {"fits", !found.architecture.empty() && found.report.fits()},
                {"missing", found.report.missing},
                {"unexpected", found.report.unexpected},
                {"architecture", found.architecture.empty() ? OrderedJson(nullptr) : OrderedJson(found.architecture)},
                {"notes", found.notes}};
            std::cout << jsonText(json) << '\n';
            return;
        }
        std::cout << weights.string() << ": " << found.tensors.size() << " tensors from " << found.checkpoint.format
                  << ", read back and found equal\n";
        for (const std::string& scheme : renaming.schemes)
            std::cout << "names: " << scheme << ", now today's (" << renaming.renamed.size() << " renamed, "
                      << renaming.dropped.size() << " dropped, " << renaming.added.size() << " added)\n";
        for (const std::string& note : found.notes)
            std::cout << "note: " << withoutControls(note) << '\n';
        if (found.architecture.empty())
            std::cout << "note: No class of VisualBERT has weights of these names; they were kept as they are.\n";
        else if (!found.report.fits())
            std::cout << "note: " << found.report.summary() << " See `visualbert inspect`.\n";
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
