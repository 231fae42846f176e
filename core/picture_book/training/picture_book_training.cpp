#include "core/picture_book/training/picture_book_training.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/checkpoint/torch_errors.h"
#include "core/picture_book/calibration/scene_calibration.h"
#include "core/picture_book/scenes/scene_vocabulary.h"
#include "core/picture_book/training/detector_training.h"
#include "core/picture_book/training/example_sources.h"
#include "core/picture_book/training/picture_book_pack.h"
#include "core/picture_book/training/picture_book_start.h"
#include "core/picture_book/training/scene_accuracy.h"
#include "core/picture_book/training/starting_values.h"
#include "core/regions/region_extractor.h"
#include "core/runtime/device.h"
#include "core/runtime/torch_device.h"
#include "core/tuning/run_folder.h"
#include "core/tuning/training_run.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

VisualBertConfig networkConfig(std::size_t vocabulary, std::int64_t featureSize)
{
    VisualBertConfig config;
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

template <typename Type = QuestionType> std::vector<Type> repeated(std::initializer_list<std::pair<Type, int>> weights)
{
    std::vector<Type> list;
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
    stage.questionTypes = repeated({{T::LeftOrRight, 3},
                                    {T::RelationYesNo, 2},
                                    {T::Count, 2},
                                    {T::Color, 1},
                                    {T::Size, 1},
                                    {T::Exist, 1},
                                    {T::WhatIs, 1},
                                    {T::VerifyColor, 1},
                                    {T::Place, 1}});
    stage.regionQuestionTypes = repeated({{T::WhatLeftRightAboveBelow, 4}, {T::Extreme, 2}, {T::Count, 4}});
    return stage;
}

StageOptions fullStage()
{
    using T = QuestionType;
    using C = ClauseKind;
    StageOptions stage;
    stage.relationShare = 0.45;
    stage.denseCaptionShare = 0.35;
    stage.clauses = {C::NounPhrase, C::NounPhrase,        C::Relation,          C::Relation,
                     C::Count,      C::RelationReference, C::RelationReference, C::Attribute};
    stage.questionTypes = repeated({{T::RelationYesNo, 3},
                                    {T::LeftOrRight, 2},
                                    {T::WhatLeftRightAboveBelow, 2},
                                    {T::Extreme, 2},
                                    {T::Count, 5},
                                    {T::Color, 1},
                                    {T::ColorByRelation, 2},
                                    {T::WhatIs, 1},
                                    {T::Exist, 2},
                                    {T::VerifyColor, 1},
                                    {T::Bigger, 3},
                                    {T::Size, 3},
                                    {T::OddOneOut, 6},
                                    {T::MostCommon, 4},
                                    {T::MoreOrFewer, 4},
                                    {T::Place, 4}});
    stage.regionQuestionTypes = repeated({{T::WhatLeftRightAboveBelow, 4},
                                          {T::Extreme, 3},
                                          {T::Count, 5},
                                          {T::ColorByRelation, 1},
                                          {T::OddOneOut, 3},
                                          {T::WhatIs, 1}});
    using P = PairStatementType;
    // Counting in two pictures takes longest to learn.
    stage.pairTypes = repeated<P>({{P::Both, 2},
                                   {P::ExactlyOne, 2},
                                   {P::AtLeastOne, 1},
                                   {P::Neither, 1},
                                   {P::LeftImage, 3},
                                   {P::RightImage, 3},
                                   {P::More, 4},
                                   {P::Total, 3},
                                   {P::SameCount, 3},
                                   {P::Each, 2}});
    return stage;
}

/// Examples of one step.
struct BatchSizes {
    int captions = 0, questions = 0, statements = 0, selections = 0, pairs = 0, choices = 0;
};

/// The sources of a step, each with a batch of its own.
class SourceSet {
public:
    explicit SourceSet(const BatchSizes& sizes)
    {
        add(sizes.captions, makeCaptionSource);
        add(sizes.questions, makeQuestionSource);
        add(sizes.statements, makeVerificationSource);
        add(sizes.selections, makeSelectionSource);
        add(sizes.pairs, makePairSource);
        add(sizes.choices, makeChoiceSource);
    }

    Measures step(SourceContext& context, const StageOptions& stage, Rng& rng)
    {
        Measures measures;
        for (const auto& source : m_sources)
            source->loss(context, stage, rng, measures).backward();
        return measures;
    }

    Measures accuracy(SourceContext& context, const RegionBank& heldOut, const StageOptions& stage) const
    {
        constexpr int kBatches = 10, kQuestionsPerType = 40;
        std::vector<ExampleSource*> sources;
        for (const auto& source : m_sources)
            sources.push_back(source.get());
        Measures measures = measureSourceAccuracy(context, heldOut, stage, sources, kBatches);
        measures.merge(measureVqaAccuracy(context, heldOut, kQuestionsPerType));
        return measures;
    }

private:
    template <typename Make> void add(int batch, Make make)
    {
        if (batch > 0)
            m_sources.push_back(make(batch));
    }

    std::vector<std::unique_ptr<ExampleSource>> m_sources;
};

/// The run's own detector, trained to the end unless that was done before.
std::filesystem::path trainedDetector(const PictureBookOptions& options, const std::string& device,
                                      const JobControl& control)
{
    if (!options.extractorFolder.empty())
        return options.extractorFolder;
    DetectorTrainingOptions detector;
    detector.output = options.folder / "detector";
    if (options.resume && std::filesystem::exists(detector.output / "training.json"))
        return detector.output; // written last
    detector.steps = options.detectorSteps;
    detector.resume = options.resume;
    detector.lines = options.lines;
    detector.device = device;
    detector.commandLine = "visualbert train picture-book --detector-steps " + std::to_string(options.detectorSteps);
    trainDetector(detector, control);
    return detector.output;
}

/// Nothing about regions can be learned from a detector that finds hardly any.
void requireFoundObjects(const RegionBank& bank, const std::filesystem::path& detector)
{
    constexpr int kFewestOfHundred = 10;
    const int found = bank.objects - bank.missedObjects;
    if (100LL * found >= std::int64_t(kFewestOfHundred) * bank.objects)
        return;
    throw Error(ErrorCode::Mismatch, "The detector in " + detector.string() + " finds only " + std::to_string(found) +
                                         " of " + std::to_string(bank.objects) +
                                         " things in the training scenes: train it for longer (--detector-steps).");
}

/// What a finished run writes, where no run has begun here.
void requireNoOtherPack(const PictureBookOptions& options)
{
    std::error_code code;
    const std::filesystem::path pack = options.folder / "pack";
    if (!options.resume && std::filesystem::exists(pack, code) && !std::filesystem::is_empty(pack, code))
        throw Error(ErrorCode::InvalidArgument,
                    pack.string() + " is there already, and would be written over: name another --output.");
}

} // namespace

Measures trainPictureBook(const PictureBookOptions& options, const JobControl& control)
try {
    const DeviceInfo choice = chooseDevice(options.device);
    const c10::Device device = torchDevice(choice);
    const RunFolder folder(options.folder, options.resume);
    requireNoOtherPack(options);
    const std::filesystem::path extractorFolder = trainedDetector(options, choice.device, control);
    const std::filesystem::path vocabularyFile = options.folder / "vocab.txt";
    writeVocabulary(vocabularyFile);
    const BertTokenizer tokenizer(vocabularyFile);

    const auto extractor =
        createRegionExtractor(readJsonFile(extractorFolder / "config.json"), extractorFolder, device);
    const RegionBank bank = buildRegionBank(*extractor, options.sceneSeed, 0, options.trainingScenes,
                                            options.folder / "regions" / "training.safetensors", control);
    const RegionBank heldOut = buildRegionBank(*extractor, options.sceneSeed + 1, 0, options.heldOutScenes,
                                               options.folder / "regions" / "held-out.safetensors", control);

    requireFoundObjects(bank, extractorFolder);
    const VisualBertConfig config = networkConfig(tokenizer.vocabularySize(), bank.featureSize());
    SourceContext context;
    context.net = TrainingNet(config, std::int64_t(kSceneAnswers.size()));
    context.tokenizer = &tokenizer;
    context.bank = &bank;
    setStructuredStartingValues(*context.net, tokenizer, bank, options.seed);
    const bool fromNothing = options.startPack.empty();
    if (!fromNothing)
        startFromPack(context.net, options.startPack);
    context.net->to(device);

    Rng rng(options.seed + 1);
    TrainingPlan plan;
    plan.folder = options.folder;
    plan.schedule = {.peakRate = options.learningRate,
                     .warmupSteps = 80,
                     .totalSteps = options.steps,
                     .decay = Schedule::Decay::Linear,
                     .decayShare = 0.45,
                     .lowestFactor = 0.01};
    plan.evaluateEvery = options.evaluateEvery;
    plan.resume = options.resume;
    plan.lines = options.lines;
    TrainingRun run(*context.net, plan, rng);

    const int simpleSteps = fromNothing ? options.simpleNameSteps : 0;
    const int groundingSteps = fromNothing ? options.groundingSteps : 0;
    const StageOptions simple = simpleStage(), full = fullStage();
    SourceSet simpleSources({.captions = 28, .questions = 48, .statements = 28, .selections = 24});
    // A few pairs from the start of the full language, or the heads laid out for two pictures would be put to other
    // use.
    SourceSet groundingSources({.captions = 24, .questions = 56, .statements = 24, .selections = 40, .pairs = 20});
    SourceSet jointSources(
        {.captions = 14, .questions = 36, .statements = 16, .selections = 14, .pairs = 72, .choices = 8});
    Measures last;
    TrainingRun::Hooks hooks;
    hooks.step = [&](int step) {
        if (step < simpleSteps)
            return simpleSources.step(context, simple, rng);
        return (step < groundingSteps ? groundingSources : jointSources).step(context, full, rng);
    };
    hooks.evaluate = [&](int) { return last = jointSources.accuracy(context, heldOut, full); };
    run.run(hooks, control);

    writePictureBookPack(options.folder / "pack", extractorFolder, vocabularyFile, config, context.net);
    SceneCalibration calibration;
    calibration.pack = options.folder / "pack";
    calibration.scenes = std::clamp(options.trainingScenes, kFewestCalibrationScenes, calibration.scenes);
    calibration.device = options.device;
    calibrateOnScenes(calibration, control);
    return last;
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
