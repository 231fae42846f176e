#include "core/training/detector_checkpoint.h"

#include "core/base/error.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"

#include <torch/torch.h>

#include <charconv>

namespace vbs {

namespace {

constexpr const char* kModelPrefix = "model.";
constexpr const char* kFirstMomentPrefix = "first_moment.";
constexpr const char* kSecondMomentPrefix = "second_moment.";

void copyMoment(const TensorMap& tensors, const std::string& name, at::Tensor& moment)
{
    const auto found = tensors.find(name);
    if (found == tensors.end() || found->second.sizes() != moment.sizes())
        throw Error(ErrorCode::Mismatch, "\"" + name + "\" is missing or has another shape.");
    moment.copy_(found->second);
}

double number(const std::map<std::string, std::string>& metadata, const char* key)
{
    const auto found = metadata.find(key);
    double value = 0;
    if (found != metadata.end()) {
        const char* end = found->second.data() + found->second.size();
        if (std::from_chars(found->second.data(), end, value).ptr == end)
            return value;
    }
    throw Error(ErrorCode::CorruptData, std::string("the metadata have no number \"") + key + "\".");
}

} // namespace

std::filesystem::path detectorCheckpointFile(const std::filesystem::path& folder)
{
    return folder / "state.safetensors";
}

void saveDetectorCheckpoint(const std::filesystem::path& folder, FasterRcnn& detector, AdamW& optimizer,
                            const CheckpointState& state)
{
    TensorMap tensors;
    for (const auto& [name, tensor] : saveModule(*detector))
        tensors[kModelPrefix + name] = tensor;
    for (const AdamW::Slot& slot : optimizer.slots()) {
        tensors[kFirstMomentPrefix + slot.name] = slot.firstMoment;
        tensors[kSecondMomentPrefix + slot.name] = slot.secondMoment;
    }
    writeSafetensors(detectorCheckpointFile(folder), tensors,
                     {{"step", std::to_string(state.step)},
                      {"seconds", std::to_string(state.seconds)},
                      {"updates", std::to_string(optimizer.updates())}});
}

CheckpointState loadDetectorCheckpoint(const std::filesystem::path& folder, FasterRcnn& detector, AdamW& optimizer)
{
    const torch::NoGradGuard noGrad;
    const std::filesystem::path path = detectorCheckpointFile(folder);
    const SafetensorsFile file = readSafetensors(path);
    try {
        const CheckpointState state{static_cast<int>(number(file.metadata, "step")),
                                    number(file.metadata, "seconds")};
        const double updates = number(file.metadata, "updates");
        TensorMap model;
        const std::string prefix = kModelPrefix;
        for (const auto& [name, tensor] : file.tensors) {
            if (name.starts_with(prefix))
                model[name.substr(prefix.size())] = tensor;
        }
        loadModule(model, *detector);
        for (AdamW::Slot& slot : optimizer.slots()) {
            copyMoment(file.tensors, kFirstMomentPrefix + slot.name, slot.firstMoment);
            copyMoment(file.tensors, kSecondMomentPrefix + slot.name, slot.secondMoment);
        }
        optimizer.setUpdates(static_cast<long>(updates));
        return state;
    } catch (const Error& e) {
        throw e.withContext(path.string());
    }
}

} // namespace vbs
