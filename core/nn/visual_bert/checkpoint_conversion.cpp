#include "core/nn/visual_bert/checkpoint_conversion.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_errors.h"
#include "core/nn/visual_bert/visual_bert_inspection.h"

#include <cstring>

#include <torch/types.h>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// Bit for bit, so that NaNs and the zeros' signs count.
bool sameBits(const at::Tensor& a, const at::Tensor& b)
{
    if (a.scalar_type() != b.scalar_type() || !a.sizes().equals(b.sizes()))
        return false;
    const at::Tensor x = a.contiguous(), y = b.contiguous();
    return x.nbytes() == 0 || std::memcmp(x.data_ptr(), y.data_ptr(), x.nbytes()) == 0;
}

void requireSameOnDisk(const fs::path& path, const TensorMap& expected)
{
    const SafetensorsFile written = readSafetensors(path);
    bool same = written.tensors.size() == expected.size();
    for (const auto& [name, tensor] : expected) {
        const auto it = written.tensors.find(name);
        same = same && it != written.tensors.end() && sameBits(it->second, tensor);
    }
    if (!same)
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 does not read back as it was written: check the disk.", path.string()));
}

/// A safetensors file's own notes stay; an index's describe its shards, which are no more.
std::map<std::string, std::string> notesToKeep(const Checkpoint& checkpoint)
{
    return checkpoint.files.size() == 1 ? checkpoint.metadata : std::map<std::string, std::string>();
}

/// A config that was read is copied with all its keys; one that was read off the weights is written anew.
void writeConfig(const fs::path& path, const fs::path& from, const CheckpointInspection& found)
{
    if (!found.configRead) {
        writeVisualBertConfig(path, *found.config);
        return;
    }
    const fs::path folder = fs::is_directory(from) ? from : from.parent_path();
    writeFileAtomically(path, readTextFile(folder / "config.json"));
}

void requireWritable(const ConversionRequest& request, const CheckpointInspection& found, const fs::path& weights)
{
    if (!found.checkpoint.foreign.empty()) {
        const ForeignTensor& tensor = found.checkpoint.foreign.front();
        throw Error(ErrorCode::UnsupportedFormat, sentence("%1 cannot be converted: its tensor \"%2\" is of the type "
                                                           "%3, which is not written; leave it out of the file.",
                                                           request.from.string(), tensor.name, tensor.type));
    }
    std::error_code ignored;
    for (const fs::path& source : found.checkpoint.files)
        if (fs::equivalent(source, weights, ignored))
            throw Error(ErrorCode::InvalidArgument,
                        sentence("%1 cannot be converted onto itself; name another place.", request.from.string()));
}

} // namespace

ConversionReport convertCheckpoint(const ConversionRequest& request)
try {
    const bool toFile = request.to.extension() == ".safetensors";
    const fs::path weights = toFile ? request.to : request.to / "model.safetensors";
    std::error_code ignored;
    if (!request.replace && fs::exists(weights, ignored))
        throw Error(ErrorCode::FileUnwritable, sentence("%1 exists already; --force replaces it.", weights.string()));
    const CheckpointInspection found = inspectCheckpoint(request.from, request.trunk);
    requireWritable(request, found, weights);
    writeSafetensors(weights, found.tensors, notesToKeep(found.checkpoint));
    requireSameOnDisk(weights, found.tensors);
    if (!toFile && found.config)
        writeConfig(request.to / "config.json", request.from, found);
    return {weights, found.checkpoint.format, found.tensors.size(), found.architecture, found.report, found.notes};
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
