#include "core/picture_book/training/picture_book_pack.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/image/image_io.h"
#include "core/pack/model_pack.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"

#include <algorithm>
#include <iterator>

#include <torch/types.h>

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
    {"picture-book", 147763, "What color is the ball?"},
    {"boats", 87163, "How many boats are there?"},
    {"toys", 119834, "What is there most of?"},
    {"umbrellas", 61372, "Which thing is different from the others?"},
    {"night", 128545, "What is the purple thing?"},
};

std::string pictureFile(const std::string& name)
{
    return "samples/" + name + ".png";
}

/// One of each of the other tasks, on the same pictures.
std::vector<PackSample> otherSamples()
{
    const std::string book = pictureFile("picture-book"), toys = pictureFile("toys"), boats = pictureFile("boats");
    return {{"nlvr", book, toys, "Both images contain a ball.", {}},
            {"nlvr", toys, boats, "Neither image contains a cat.", {}},
            {"nlvr", book, toys, "The right image contains more balls than the left one.", {}},
            {"multiple_choice",
             book,
             "",
             "What could you read?",
             {"the red book", "the blue book", "the green umbrella", "the white bird"}},
            {"multiple_choice",
             toys,
             "",
             "Where is the hat?",
             {"it is above the blue ball", "it is right of the green ball", "it is below the white ball",
              "it is left of the blue ball"}},
            {"region_to_phrase",
             book,
             "",
             "[The white bird] is above [the orange ball] and [the red book] is left of [the umbrella].",
             {}},
            {"masked_words", boats, "", "The [MASK] boat is right of the white boat.", {}},
            {"caption_match", boats, "", "The green balloon is left of the orange sun.", {}}};
}

PackManifest manifest()
{
    PackManifest manifest;
    manifest.name = "picture-book";
    manifest.title = "Picture-book scenes";
    manifest.description = "Answers questions, checks statements, chooses sentences, finds phrases and fills in words "
                           "about drawn scenes: houses, trees, cars, boats, fish, cats, birds, "
                           "flowers, balloons, balls, stars, cups, books, umbrellas, hats and suns in eight colours.";
    manifest.license = "Apache-2.0";
    manifest.source = "Trained by visualbert train on scenes of visualbert scenes";
    manifest.tokenizer = {"vocab.txt", true};
    manifest.extractor = {{"kind", "faster_rcnn_fpn"}, {"config", "extractor/config.json"}};
    manifest.tasks["vqa"] = {"vqa", "answers.txt", "", {}};
    for (const char* task : {"nlvr", "multiple_choice", "region_to_phrase", "pretraining"})
        manifest.tasks[task] = {task, "", "vqa", {}}; // one trunk for all
    for (const Sample& sample : kSamples)
        manifest.samples.push_back({"vqa", pictureFile(sample.name), "", sample.question, {}});
    std::ranges::move(otherSamples(), std::back_inserter(manifest.samples));
    manifest.exampleQuestions = {"How many things are there?",   "What is the leftmost object?", "Is there a cat?",
                                 "Is the bird left of the sun?", "What color is the book?",      "Where is this?"};
    return manifest;
}

void copyLinear(const torch::nn::Linear& from, torch::nn::Linear& to)
{
    to->weight.copy_(from->weight);
    to->bias.copy_(from->bias);
}

/// What a task has besides the trunk, which lies in the VQA model's folder.
void writeHead(const std::filesystem::path& folder, VisualBertConfig config, const char* architecture,
               const std::vector<std::string>& labels, const torch::nn::Module& model)
{
    TensorMap head = saveModule(model);
    std::erase_if(head, [](const auto& item) { return item.first.starts_with("visual_bert."); });
    config.architectures = {architecture};
    config.id2label = labels;
    writeVisualBertConfig(folder / "config.json", config);
    writeSafetensors(folder / "model.safetensors", asFloat16(head));
}

void writeHeads(const std::filesystem::path& folder, const VisualBertConfig& config, TrainingNet& net)
{
    VisualBertConfig two = config, one = config;
    two.setNumLabels(2);
    one.setNumLabels(1);
    VisualBertForVisualReasoning nlvr(two, net->visual_bert);
    copyLinear(net->nlvr, nlvr->cls);
    writeHead(folder / "nlvr", config, "VisualBertForVisualReasoning", {"false", "true"}, *nlvr);
    VisualBertForMultipleChoice choice(one, net->visual_bert);
    copyLinear(net->choice, choice->cls);
    writeHead(folder / "multiple_choice", config, "VisualBertForMultipleChoice", {"score"}, *choice);

    VisualBertForPreTraining words(two, net->visual_bert);
    loadModule(saveModule(*net->cls), *words->cls);
    writeHead(folder / "pretraining", config, "VisualBertForPreTraining", {"match", "other"}, *words);
    VisualBertForRegionToPhraseAlignment phrases(two, net->visual_bert);
    // This class keeps a decoder of its own beside the word table, which it never uses.
    TensorMap unused = saveModule(*net->cls);
    unused["predictions.decoder.weight"] = net->visual_bert->embeddings->word_embeddings->weight;
    loadModule(unused, *phrases->cls);
    loadModule(saveModule(*net->attention), *phrases->attention);
    writeHead(folder / "region_to_phrase", config, "VisualBertForRegionToPhraseAlignment", {"score"}, *phrases);
}

} // namespace

void writePictureBookPack(const std::filesystem::path& folder, const std::filesystem::path& extractorFolder,
                          const std::filesystem::path& vocabularyFile, const VisualBertConfig& config, TrainingNet net)
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
    copyLinear(net->vqa, model->cls);
    answered.architectures = {"VisualBertForQuestionAnswering"};
    writeVisualBertConfig(folder / "vqa" / "config.json", answered);
    writeSafetensors(folder / "vqa" / "model.safetensors", asFloat16(saveModule(*model)));
    writeHeads(folder, config, net);
    for (const Sample& sample : kSamples)
        writeImage(folder / pictureFile(sample.name), drawScene(sceneOfSeries(kSampleSeed, sample.index)));
    writePack(folder, manifest());
}

} // namespace vbs
