#include "core/training/picture_book_pack.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/image/image_io.h"
#include "core/pack/model_pack.h"
#include "core/scenes/questions.h"
#include "core/scenes/scene_drawing.h"

#include <torch/torch.h>

namespace vbs {

namespace {

void copyInto(const std::filesystem::path& from, const std::filesystem::path& to)
{
    writeFileAtomically(to, readTextFile(from));
}

/// Pretty scenes of a series that no model is trained on; the first is the picture of the first start.
constexpr std::uint64_t kSampleSeed = 31337;
struct Sample {
    const char* name;
    std::uint64_t index;
    const char* question;
};
constexpr Sample kSamples[] = {
    {"picture-book", 147763, "What color is the ball?"}, {"boats", 87163, "How many boats are there?"},
    {"toys", 119834, "What is there most of?"},          {"umbrellas", 61372, "Which thing is different from the others?"},
    {"night", 128545, "What is the purple thing?"},
};

std::string pictureOf(const Sample& sample)
{
    return std::string("samples/") + sample.name + ".png";
}

PackManifest manifest()
{
    PackManifest manifest;
    manifest.name = "picture-book";
    manifest.title = "Picture-book scenes";
    manifest.description = "Answers questions about drawn scenes: houses, trees, cars, boats, fish, cats, birds, "
                           "flowers, balloons, balls, stars, cups, books, umbrellas, hats and suns in eight colours.";
    manifest.license = "Apache-2.0";
    manifest.source = "Trained by visualbert train on scenes of visualbert scenes";
    manifest.tokenizer = {"vocab.txt", true};
    manifest.extractor = {{"kind", "faster_rcnn_fpn"}, {"config", "extractor/config.json"}};
    manifest.tasks["vqa"] = {"vqa", "answers.txt", {}};
    for (const Sample& sample : kSamples)
        manifest.samples.push_back({pictureOf(sample), sample.question});
    manifest.exampleQuestions = {"How many things are there?", "What is the leftmost object?",
                                 "Is there a cat?",            "Is the bird left of the sun?",
                                 "What color is the book?",    "Where is this?"};
    return manifest;
}

} // namespace

void writePictureBookPack(const std::filesystem::path& folder, const std::filesystem::path& extractorFolder,
                          const std::filesystem::path& vocabularyFile, const VisualBertConfig& config,
                          TrainingNet net)
{
    for (const char* file : {"config.json", "model.safetensors"})
        copyInto(extractorFolder / file, folder / "extractor" / file);
    copyInto(vocabularyFile, folder / "vocab.txt");
    std::string answers;
    VisualBertConfig answered = config;
    answered.id2label.clear();
    for (const std::string_view answer : kSceneAnswers) {
        answers += std::string(answer) + "\n";
        answered.id2label.emplace_back(answer);
    }
    writeFileAtomically(folder / "answers.txt", answers);

    torch::NoGradGuard noGrad;
    VisualBertForQuestionAnswering model(answered, net->visual_bert);
    model->cls->weight.copy_(net->vqa->weight);
    model->cls->bias.copy_(net->vqa->bias);
    writeVisualBertConfig(folder / "vqa" / "config.json", answered);
    writeSafetensors(folder / "vqa" / "model.safetensors", asFloat16(saveModule(*model)));
    for (const Sample& sample : kSamples)
        writeImage(folder / pictureOf(sample), drawScene(sceneOfSeries(kSampleSeed, sample.index)));
    writePack(folder, manifest());
}

} // namespace vbs
