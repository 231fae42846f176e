#include "core/training/picture_book_pack.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/pack/model_pack.h"
#include "core/scenes/questions.h"

#include <torch/torch.h>

namespace vbs {

namespace {

void copyInto(const std::filesystem::path& from, const std::filesystem::path& to)
{
    writeFileAtomically(to, readTextFile(from));
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
    manifest.exampleQuestions = {"What color is the house?",      "How many things are there?",
                                 "Is there a cat?",               "What is left of the tree?",
                                 "Which thing is the leftmost?",  "Where is this?"};
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
    writePack(folder, manifest());
}

} // namespace vbs
