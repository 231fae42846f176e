#include "core/picture_book/calibration/scene_calibration.h"

#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/regions/strangeness_learning.h"
#include "core/runtime/device.h"
#include "core/runtime/loaded_pack.h"
#include "core/runtime/torch_device.h"

#include <torch/types.h>

namespace vbs {

namespace {

TextStrangeness learnTexts(LoadedPack& pack, const std::vector<Scene>& scenes, const SceneCalibration& options,
                           const JobControl& control)
{
    TextStrangeness strangeness(std::int64_t(pack.tokenizer().vocabularySize()));
    for (const Task task : pack.info().tasks) {
        if (!pack.hasNetwork(task))
            continue;
        control.throwIfStopped();
        control.report("Reading the texts of the task " + std::string(nameOf(task)));
        const EncodingRules rules = pack.encodingRules(task);
        std::vector<EncodedRequest> learned, measured;
        for (const SceneExample& example : sceneExamples(task, scenes, options.seed, options.textsOfScene)) {
            auto& texts = learned.size() < 3 * (measured.size() + 1) ? learned : measured;
            texts.push_back(headOf(task).encode(example.request, pack.tokenizer(), rules));
        }
        strangeness.learn(task, learned);
        strangeness.calibrate(task, measured, kPassingShare);
    }
    return strangeness;
}

} // namespace

void calibrateOnScenes(const SceneCalibration& options, const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    LoadedPack pack(options.pack, torchDevice(chooseDevice(options.device)), torch::kFloat, control, false);
    std::vector<Scene> scenes;
    for (int i = 0; i < options.scenes; ++i)
        scenes.push_back(sceneOfSeries(options.seed, std::uint64_t(i)));
    const TextStrangeness texts = learnTexts(pack, scenes, options, control);
    const PictureStrangeness pictures = learnPictureStrangeness(
        pack.extractor(pack.info().tasks.front()), scenes.size(), [&](std::size_t i) { return drawScene(scenes[i]); },
        control);

    const std::string about =
        std::to_string(options.scenes) + " picture-book scenes of seed " + std::to_string(options.seed);
    ModelPack written = readPack(options.pack);
    const PackStrangenessFiles files{"strangeness/pictures.safetensors", "strangeness/texts.safetensors"};
    pictures.write(options.pack / files.pictures, about);
    texts.write(options.pack / files.texts,
                about + ", " + std::to_string(options.textsOfScene) + " texts a scene of each task");
    written.manifest.strangeness = files;
    amendPack(written, {files.pictures, files.texts});
}

} // namespace vbs
