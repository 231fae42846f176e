#include "core/selftest/batch_answers.h"

#include "core/base/background_work.h"
#include "core/predict/pack_stages.h"
#include "core/runtime/torch_device.h"

#include <map>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kPicturesKept = 8;

AskedBatch batchOf(PackStages& stages, RegionStore& store, const std::vector<const InferenceRequest*>& questions,
                   const JobControl& control)
{
    AskedBatch batch;
    for (const InferenceRequest* question : questions) {
        auto asked = std::make_unique<AskedExample>();
        asked->request = *question;
        for (const ImagePtr& image : {question->image, question->rightImage})
            if (image)
                asked->pictures.push_back(std::make_shared<const RunPicture>(RunPicture{{}, {}, std::nullopt, image}));
        stages.look(*asked, store, control);
        stages.encode(*asked);
        batch.examples.push_back(std::move(asked));
    }
    return batch;
}

} // namespace

std::vector<InferenceResult> answeredInBatches(const std::filesystem::path& folder, const DeviceInfo& device,
                                               const std::vector<InferenceRequest>& questions,
                                               const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    LoadedPack pack(folder, torchDevice(device), torchType(device), control, /*strangeness=*/false);
    BackgroundWork background;
    RegionStore store({.memoryEntries = kPicturesKept}, background);
    std::map<Task, std::vector<std::size_t>> places; // of each task's questions
    for (std::size_t i = 0; i < questions.size(); ++i)
        places[questions[i].task].push_back(i);
    std::vector<InferenceResult> results(questions.size());
    for (const auto& [task, own] : places) {
        PackStages stages(pack, device, task);
        std::vector<const InferenceRequest*> asked;
        for (const std::size_t place : own)
            asked.push_back(&questions[place]);
        AskedBatch batch = batchOf(stages, store, asked, control);
        if (stages.hasBatches())
            stages.join(batch);
        stages.compute(batch);
        for (std::size_t i = 0; i < own.size(); ++i)
            results[own[i]] = stages.resultOf(batch, i);
    }
    return results;
}

} // namespace vbs
