#include "core/picture_book/training/picture_book_start.h"

#include "core/checkpoint/module_loader.h"
#include "core/pack/model_pack.h"

#include <torch/types.h>

namespace vbs {

namespace {

/// Heads of the net by the task of the pack and their name in that task's file.
struct Head {
    const char* task;
    const char* inFile;
    const char* inNet;
};
constexpr Head kHeads[] = {{"vqa", "cls.", "vqa."},
                           {"nlvr", "cls.", "nlvr."},
                           {"multiple_choice", "cls.", "choice."},
                           {"region_to_phrase", "attention.", "attention."},
                           {"pretraining", "cls.", "cls."}};

void copyTo(torch::nn::Module& net, const std::string& name, const at::Tensor& value, const std::string& file)
{
    const auto parameters = net.named_parameters();
    const at::Tensor* mine = parameters.find(name);
    if (!mine)
        return; // e.g. a decoder that is tied to the word table
    if (mine->sizes() != value.sizes())
        throw Error(ErrorCode::Mismatch,
                    file + ": " + name +
                        " has another shape than the network to train. Start from a pack of the same kind.");
    at::Tensor(*mine).copy_(value);
}

/// Row `unused` near row `used`, apart by half of what their starting values differed by.
void beginNear(const at::Tensor& table, std::int64_t unused, std::int64_t used)
{
    table[unused].copy_(table[used] + 0.5 * (table[unused] - table[used]));
}

} // namespace

void startFromPack(TrainingNet& net, const std::filesystem::path& folder)
{
    torch::NoGradGuard noGrad;
    const ModelPack pack = readPack(folder);
    const auto tensorsOf = [&](const std::string& task) {
        return readCheckpoint(pack.resolve(pack.task(task).model, task + " model")).tensors;
    };
    for (const auto& [name, value] : tensorsOf("vqa"))
        if (name.starts_with("visual_bert."))
            copyTo(*net, name, value, pack.manifest.name);
    for (const Head& head : kHeads) {
        if (!pack.manifest.tasks.contains(head.task))
            continue;
        for (const auto& [name, value] : tensorsOf(head.task))
            if (name.starts_with(head.inFile))
                copyTo(*net, head.inNet + name.substr(std::string_view(head.inFile).size()), value, pack.manifest.name);
    }
    auto& embeddings = *net->visual_bert->embeddings;
    if (!pack.manifest.tasks.contains("nlvr"))
        beginNear(embeddings.visual_token_type_embeddings->weight, 0, 1);
    if (!pack.manifest.tasks.contains("multiple_choice"))
        beginNear(embeddings.token_type_embeddings->weight, 1, 0);
}

} // namespace vbs
