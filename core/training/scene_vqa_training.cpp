#include "core/training/scene_vqa_training.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/runtime/device.h"
#include "core/scenes/scene_vocabulary.h"
#include "core/training/picture_book_pack.h"
#include "core/training/scene_tasks.h"
#include "core/training/starting_values.h"
#include "core/training/training_run.h"
#include "core/training/vqa_accuracy.h"

#include <torch/torch.h>

namespace vbs {

namespace {

VisualBertConfig networkConfig(std::size_t vocabulary, std::int64_t featureSize)
{
    VisualBertConfig config;
    config.architectures = {"VisualBertForQuestionAnswering"};
    config.vocab_size = static_cast<std::int64_t>(vocabulary);
    config.hidden_size = 192;
    config.num_hidden_layers = 6;
    config.num_attention_heads = 4;
    config.intermediate_size = 768;
    config.visual_embedding_dim = featureSize;
    config.max_position_embeddings = 80;
    // Scenes never repeat, so there is nothing to overfit and dropout would only slow the run.
    config.hidden_dropout_prob = 0;
    config.attention_probs_dropout_prob = 0;
    config.pad_token_id = 0;
    config.setNumLabels(static_cast<std::int64_t>(kSceneAnswers.size()));
    return config;
}

void writeVocabulary(const std::filesystem::path& file)
{
    std::string text;
    for (const std::string& token : sceneVocabulary())
        text += token + "\n";
    writeFileAtomically(file, text);
}

std::vector<QuestionType> repeated(std::initializer_list<std::pair<QuestionType, int>> weights)
{
    std::vector<QuestionType> list;
    for (const auto& [type, weight] : weights)
        list.insert(list.end(), std::size_t(weight), type);
    return list;
}

/// First the relations, with things named by category alone: the comparison of two places is learned on names
/// that need no colour.
StageOptions simpleStage()
{
    using T = QuestionType;
    using C = ClauseKind;
    StageOptions stage;
    stage.duplicateRichShare = 0;
    stage.naming.categoryOnlyNames = true;
    stage.clauses = {C::NounPhrase, C::NounPhrase, C::Relation, C::Relation, C::Relation, C::Count, C::Attribute};
    stage.relationMaskShare = 0.9;
    stage.relationShare = 0.7;
    stage.questionTypes = repeated({{T::LeftOrRight, 3}, {T::RelationYesNo, 2}, {T::Count, 2}, {T::Color, 1},
                                    {T::Size, 1}, {T::Exist, 1}, {T::WhatIs, 1}, {T::VerifyColor, 1}, {T::Place, 1}});
    stage.regionQuestionTypes = repeated({{T::WhatLeftRightAboveBelow, 4}, {T::Extreme, 2}, {T::Count, 4}});
    return stage;
}

StageOptions fullStage()
{
    using T = QuestionType;
    using C = ClauseKind;
    StageOptions stage;
    stage.clauses = {C::NounPhrase, C::NounPhrase,        C::Relation,          C::Relation,
                     C::Count,      C::RelationReference, C::RelationReference, C::Attribute};
    stage.questionTypes = repeated({{T::RelationYesNo, 3}, {T::LeftOrRight, 2}, {T::WhatLeftRightAboveBelow, 2},
                                    {T::Extreme, 2}, {T::Count, 5}, {T::Color, 1}, {T::ColorByRelation, 2},
                                    {T::WhatIs, 1}, {T::Exist, 2}, {T::VerifyColor, 1}, {T::Bigger, 3}, {T::Size, 3},
                                    {T::OddOneOut, 4}, {T::MostCommon, 4}, {T::MoreOrFewer, 4}, {T::Place, 4}});
    stage.regionQuestionTypes = repeated({{T::WhatLeftRightAboveBelow, 4}, {T::Extreme, 3}, {T::Count, 5},
                                          {T::ColorByRelation, 1}, {T::OddOneOut, 2}, {T::WhatIs, 1}});
    return stage;
}

/// Captions, questions, statements and region questions of one step; each stage has sizes of its own.
struct TaskSet {
    std::unique_ptr<TrainingTask> captions, questions, statements, selections;

    TaskSet(int captionCount, int questionCount, int statementCount, int selectionCount)
        : captions(makeCaptionTask(captionCount)), questions(makeQuestionTask(questionCount)),
          statements(makeVerificationTask(statementCount)), selections(makeSelectionTask(selectionCount))
    {
    }

    Measures step(TaskContext& context, const StageOptions& stage, Rng& rng)
    {
        Measures measures;
        for (TrainingTask* task : {captions.get(), questions.get(), statements.get(), selections.get()})
            task->loss(context, stage, rng, measures).backward();
        return measures;
    }
};

} // namespace

Measures trainSceneVqa(const SceneVqaOptions& options, const TaskControl& control)
{
    const DeviceChoice device = chooseDevice(options.device, options.threads);
    // Attention weights far below anything that counts would otherwise be computed at a tenth of the speed.
    at::globalContext().setFlushDenormal(true);
    const std::filesystem::path vocabularyFile = options.folder / "vocab.txt";
    writeVocabulary(vocabularyFile);
    const BertTokenizer tokenizer(vocabularyFile);

    const auto extractor = createRegionExtractor(readJsonFile(options.extractorFolder / "config.json"), options.extractorFolder, device.device);
    const RegionBank bank = buildRegionBank(*extractor, options.sceneSeed, 0, options.trainingScenes,
                                            options.folder / "regions" / "training.safetensors", control);
    const RegionBank heldOut = buildRegionBank(*extractor, options.sceneSeed + 1, 0, options.heldOutScenes,
                                               options.folder / "regions" / "held-out.safetensors", control);

    const VisualBertConfig config = networkConfig(tokenizer.vocabularySize(), bank.featureSize());
    TaskContext context;
    context.net = TrainingNet(config, std::int64_t(kSceneAnswers.size()));
    context.tokenizer = &tokenizer;
    context.bank = &bank;
    setStructuredStartingValues(*context.net, tokenizer, bank, options.seed);
    context.net->to(device.device);

    Rng rng(options.seed + 1);
    TrainingPlan plan;
    plan.folder = options.folder;
    plan.schedule = {.peakRate = options.learningRate, .warmupSteps = 80, .totalSteps = options.steps,
                     .decay = Schedule::Decay::Linear, .decayShare = 0.45, .lowestFactor = 0.01};
    plan.evaluateEvery = options.evaluateEvery;
    plan.resume = options.resume;
    plan.quiet = options.quiet;
    TrainingRun run(*context.net, plan, rng);

    const StageOptions simple = simpleStage(), full = fullStage();
    TaskSet simpleTasks(28, 48, 28, 24), fullTasks(24, 56, 24, 40);
    Measures last;
    TrainingRun::Hooks hooks;
    hooks.step = [&](int step) {
        return step < options.simpleNameSteps ? simpleTasks.step(context, simple, rng)
                                              : fullTasks.step(context, full, rng);
    };
    hooks.evaluate = [&](int) { return last = measureVqaAccuracy(context, heldOut, 40); };
    run.run(hooks, control);

    writePictureBookPack(options.folder / "pack", options.extractorFolder, vocabularyFile, config, context.net);
    return last;
}

} // namespace vbs
