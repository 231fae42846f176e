#include "core/nn/visual_bert/visual_bert_folder.h"

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/shared_trunk.h"
#include "core/nn/visual_bert/deferred_weights.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"

#include <torch/types.h>

namespace vbs {

LoadedVisualBert loadVisualBert(const std::filesystem::path& folder, const std::filesystem::path& trunk)
{
    const std::filesystem::path configPath = folder / "config.json";
    const VisualBertConfig config = readVisualBertConfig(configPath);
    if (config.architectures.empty()) {
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 names no class under \"architectures\", e.g. VisualBertModel.", configPath.string()));
    }
    LoadedVisualBert loaded;
    loaded.architecture = config.architectures.front();
    try {
        const DeferredWeights deferred;
        loaded.network = makeVisualBert(loaded.architecture, config);
    } catch (const Error& e) {
        throw e.withContext(configPath.string());
    }
    Checkpoint checkpoint = readCheckpoint(folder);
    addSharedTrunk(checkpoint, trunk);
    loaded.format = checkpoint.format;
    loaded.files = checkpoint.files;
    loaded.report = loadModule(checkpoint, *loaded.network);
    loaded.unexpected = loaded.report.unexpected;
    loaded.network->eval();
    return loaded;
}

void saveVisualBert(const std::filesystem::path& folder, const VisualBertPreTrainedModel& network,
                    const std::string& architecture, bool half)
{
    VisualBertConfig config = network.config();
    config.architectures = {architecture};
    const TensorMap weights = saveModule(network);
    writeSafetensors(folder / "model.safetensors", half ? asFloat16(weights) : weights);
    writeVisualBertConfig(folder / "config.json", config);
}

} // namespace vbs
