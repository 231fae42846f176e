#include "core/tuning/fine_tuning.h"

#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/checkpoint/torch_errors.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/pack/answer_vocabulary.h"
#include "core/regions/region_store.h"
#include "core/runtime/device.h"
#include "core/runtime/pack_fit.h"
#include "core/runtime/torch_device.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/run_folder.h"
#include "core/tuning/run_identity.h"
#include "core/tuning/training_run.h"
#include "core/tuning/tuning_examples.h"
#include "core/tuning/tuning_pack.h"
#include "core/tuning/tuning_processes.h"
#include "core/tuning/tuning_split.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

#include <torch/types.h>

namespace vbs {

namespace {

using Tell = std::function<void(const std::string&)>;

void check(const FineTuningOptions& o)
{
    const auto refuse = [](const std::string& what) { throw Error(ErrorCode::InvalidArgument, what); };
    if (o.training.dataset.empty() && o.training.annotations.empty())
        refuse("No data set is named: use --dataset.");
    if (o.training.images.empty())
        refuse("No folder of pictures is named: use --images.");
    if (o.batch < 1 || o.steps < 0 || !(o.epochs > 0) || !(o.learningRate > 0))
        refuse("Batch, steps, epochs and learning rate must be positive.");
    if (o.heldOutShare < 0 || o.heldOutShare >= 1)
        refuse("The share of held-out examples must be at least 0 and below 1.");
    if (o.maxTokens < 8)
        refuse("A text needs at least 8 word pieces.");
    if (!o.name.empty() && !(isPackName(o.name) && isUtf8(o.name)))
        refuse("\"" + o.name +
               "\" cannot be the name of a pack: it becomes the name of a folder, so leave out "
               "slashes and a dot at the start.");
}

/// Everything that a run consists of.
class FineTuner {
public:
    FineTuner(const FineTuningOptions& options, const JobControl& control, const Tell& tell)
        : m_options(options), m_control(control), m_tell(tell), m_task(tuningTask(options.task)),
          m_chosen(chooseDevice(TuningProcesses::deviceWord(options.device, options.place))),
          m_device(torchDevice(m_chosen)), m_processes(options.place, m_device)
    {
    }

    FineTuningResult run()
    {
        m_result.pack = m_options.folder / "pack";
        std::optional<RunFolder> folder;
        if (m_processes.leads()) {
            requireOwnPack(m_result.pack);
            folder.emplace(m_options.folder, m_options.resume);
        }
        m_processes.meet();
        if (!m_options.answers.empty())
            m_listed = AnswerVocabulary::fromFile(m_options.answers).answers();
        m_control.report("Reading the data set");
        m_start = openTuningStart(m_options.start, m_task, m_options.vocabulary, m_options.lowerCase);
        if (!(m_start.form == TaskForm()))
            say("The form of the start is kept. " +
                describeForm(m_start.form, std::string(m_task.packKey())).english());
        m_tokenizer = std::make_unique<BertTokenizer>(m_start.vocabulary, m_start.lowerCase);
        requireVocabularyFit(m_start.name, std::string(m_task.packKey()), m_start.config,
                             std::int64_t(m_tokenizer->vocabularySize()));
        readExamples();
        chooseLabels();
        openExtractor();
        extractRegions();
        m_control.throwIfStopped();
        torch::manual_seed(m_options.seed);
        m_made = makeTuningNetwork(m_start, m_task, m_labels, m_options.freshHead);
        for (const std::string& message : m_made.messages)
            say(message);
        m_made.network->to(m_device);
        train();
        if (m_processes.leads())
            writePack();
        return m_result;
    }

private:
    void say(const std::string& sentence) const
    {
        if (m_tell && m_processes.leads())
            m_tell(sentence);
    }

    void readExamples()
    {
        std::int64_t longest = std::min(m_options.maxTokens, m_start.config.max_position_embeddings);
        if (m_start.form.maxLength > 0)
            longest = std::min<std::int64_t>(longest, m_start.form.maxLength);
        const TuningSetup setup{m_tokenizer.get(),          longest,          m_options.vcrMode,
                                m_options.annotatedRegions, m_options.format, m_start.form};
        m_training = openTuningExamples(m_task, m_options.training, setup);
        if (!m_options.heldOut.dataset.empty()) {
            TuningFiles files = m_options.heldOut;
            files.images = files.images.empty() ? m_options.training.images : files.images;
            m_measured = openTuningExamples(m_task, files, setup);
            m_split = {allOf(*m_training), allOf(*m_measured)};
        } else {
            m_measured = m_training;
            m_split = splitExamples(*m_training, m_options.heldOutShare, m_options.seed);
        }
        requireExamples();
    }

    void requireExamples()
    {
        m_result.leftOut = m_training->leftOut();
        if (m_measured != m_training)
            std::ranges::copy(m_measured->leftOut(), std::back_inserter(m_result.leftOut));
        if (m_split.training.empty()) {
            throw Error(ErrorCode::InvalidArgument, "Nothing is left to train on: hold out fewer than " +
                                                        std::to_string(m_split.heldOut.size()) + " examples.");
        }
    }

    void chooseLabels()
    {
        if (!m_options.answers.empty())
            m_labels = m_listed;
        else if (taskInfo(m_task.task).answerList && !m_options.freshHead && !m_start.answers.empty())
            m_labels = m_start.answers;
        else
            m_labels = m_training->suggestLabelNames(m_split.training, m_options.mostAnswers);
        m_training->setLabelNames(m_labels);
        m_measured->setLabelNames(m_labels);
        for (const std::string& remark : m_training->remarks(m_split.training))
            say(remark);
    }

    void openExtractor()
    {
        ExtractorRequest request = m_options.extractor;
        const bool named = !request.extractor.empty() || !request.weights.empty() || !request.pack.empty();
        const ExtractorLimits& limits = request.limits;
        if (m_start.pack && !named)
            request.pack = m_start.pack->folder.string();
        m_ownExtractor = named || !m_start.pack || limits.minSize || limits.maxSize || limits.maxRegions;
        m_choice =
            m_ownExtractor ? chooseExtractor(request) : packExtractor(*m_start.pack, std::string(m_task.packKey()));
        m_extractor = createRegionExtractor(m_choice, m_device.str());
        requireFeatureFit(m_start.name, std::string(m_task.packKey()), m_start.config, m_choice.name,
                          m_extractor->featureSize());
        m_known = std::make_unique<RegionStore>(RegionStoreOptions{.cacheFolder = m_options.cacheFolder,
                                                                   .diskBytes = m_options.cacheBytes,
                                                                   .mostAdded = m_options.cacheBytes / 2,
                                                                   .computedBy = computedBy(m_chosen)},
                                                m_background);
        m_regions = std::make_unique<TuningRegionStore>(m_options.folder / "regions", *m_extractor, *m_known);
    }

    /// Finds the regions of all pictures. Examples about pictures that cannot be read are left out.
    void extractRegions()
    {
        std::vector<TuningPicture> pictures;
        const auto add = [&](const TuningExamples& examples, const std::vector<std::size_t>& indices) {
            for (const std::size_t example : indices)
                for (TuningPicture& picture : examples.picturesOf(example))
                    pictures.push_back(std::move(picture));
        };
        add(*m_training, m_split.training);
        add(*m_measured, m_split.heldOut);
        const std::vector<UnreadablePicture> unreadable =
            m_processes.together(m_regions->prepare(m_processes.shareOf(pictures), m_control));
        if (!unreadable.empty()) {
            leaveOut(*m_training, m_split.training, unreadable);
            leaveOut(*m_measured, m_split.heldOut, unreadable);
            if (m_split.training.empty()) {
                throw Error(ErrorCode::FileUnreadable,
                            "None of the examples' pictures can be used: " + unreadable.front().reason);
            }
        }
        if (!m_result.leftOut.empty()) {
            say(std::to_string(m_result.leftOut.size()) +
                (m_result.leftOut.size() == 1 ? " example is" : " examples are") + " left out, the first being " +
                m_result.leftOut.front().example + ": " + m_result.leftOut.front().reason);
        }
        m_result.trainingExamples = m_split.training.size();
        m_result.heldOutExamples = m_split.heldOut.size();
        say(std::to_string(m_split.training.size()) + " examples to learn from, " +
            std::to_string(m_split.heldOut.size()) + " held out.");
    }

    void leaveOut(const TuningExamples& examples, std::vector<std::size_t>& indices,
                  const std::vector<UnreadablePicture>& unreadable)
    {
        std::unordered_map<std::string, std::string> reasons;
        for (const UnreadablePicture& picture : unreadable)
            reasons.emplace(picture.file.string(), picture.reason);
        std::erase_if(indices, [&](std::size_t example) {
            for (const TuningPicture& picture : examples.picturesOf(example)) {
                if (const auto found = reasons.find(picture.file.string()); found != reasons.end()) {
                    m_result.leftOut.push_back({examples.at(example).id, found->second});
                    return true;
                }
            }
            return false;
        });
    }

    TrainingPlan plan() const
    {
        TrainingPlan plan;
        const int steps = m_options.steps > 0
                              ? m_options.steps
                              : stepsOfEpochs(m_options.epochs, m_split.training.size(), m_options.batch);
        plan.folder = m_options.folder;
        plan.schedule = {.peakRate = m_options.learningRate,
                         .warmupSteps = int(m_options.warmupShare * steps),
                         .totalSteps = steps,
                         .decay = Schedule::Decay::Linear,
                         .decayShare = 1,
                         .lowestFactor = 0};
        for (const std::string& name : m_made.fresh)
            plan.optimizer.rateFactors.emplace_back(name, m_options.freshRateFactor);
        plan.evaluateEvery = m_options.evaluateEvery;
        plan.checkpointSeconds = m_options.checkpointSeconds;
        plan.resume = m_options.resume;
        plan.lines = m_options.lines;
        plan.group = m_processes.group();
        return plan;
    }

    VisualBertInputs inputsOf(const TuningExamples& from, TuningIndices examples)
    {
        VisualBertInputs inputs = from.batch(examples, *m_regions);
        for (const VisualBertInputField& field : visualBertInputFields())
            if ((inputs.*field.member).defined())
                inputs.*field.member = (inputs.*field.member).to(m_device);
        return inputs;
    }

    Measures step(int number)
    {
        // Dropout draws from LibTorch's generator: seeded by the step, a resumed run draws the same.
        torch::manual_seed(m_processes.seedOf(m_options.seed * 1'000'003 + std::uint64_t(number)));
        const std::vector<std::size_t> all = m_order->ofStep(std::size_t(number));
        const TuningIndices own = m_processes.shareOf(all);
        if (own.empty())
            return {{"loss", 0}};
        const VisualBertOutputs outputs = m_made.network->forward(inputsOf(*m_training, own));
        // Every task's loss is a mean over examples, so that a share's counts by its examples.
        const at::Tensor loss = outputs.loss * (double(own.size()) / double(all.size()));
        loss.backward();
        return {{"loss", loss.item<double>()}};
    }

    /// A stop request ends it early, so that the run can write its checkpoint first.
    Measures evaluate()
    {
        ScoreSum score;
        const auto size = std::size_t(m_options.batch);
        for (std::size_t start = 0; start < m_split.heldOut.size(); start += size) {
            if (m_control.stop.stop_requested())
                break;
            if (!m_processes.takes(start / size))
                continue;
            const TuningIndices examples =
                TuningIndices(m_split.heldOut).subspan(start, std::min(size, m_split.heldOut.size() - start));
            const VisualBertOutputs outputs = m_made.network->forward(inputsOf(*m_measured, examples));
            m_measured->score(examples, outputs.logits, *m_regions, score);
            score.add("loss", outputs.loss.item<double>(), double(examples.size()));
        }
        return m_processes.together(score).means();
    }

    void train()
    {
        const TrainingPlan plan = this->plan();
        m_result.steps = plan.schedule.totalSteps;
        const RunIdentity identity =
            identityOf(m_options, m_start, m_labels, m_extractor->fingerprint(), m_split.training.size(),
                       m_split.heldOut.size(), plan.schedule.totalSteps);
        m_processes.requireSame(identity);
        std::error_code code;
        const auto file = m_options.folder / "run.json";
        if (m_processes.leads() && m_options.resume && std::filesystem::exists(file, code))
            identity.requireSame(readJsonFile(file), m_options.folder.string());
        Rng rng(m_options.seed);
        TrainingRun run(*m_made.network, plan, rng);
        m_order.emplace(m_split.training, std::size_t(m_options.batch), m_options.seed);
        OrderedJson record = identity.toJson();
        if (run.firstStep() == 0) {
            m_made.network->eval();
            torch::NoGradGuard noGrad;
            m_result.before = evaluate();
        } else if (m_processes.leads()) {
            const Json before = readJsonFile(file).value("before", Json::object());
            for (const auto& item : before.items())
                if (item.value().is_number())
                    m_result.before[item.key()] = item.value();
            say("Resuming after " + std::to_string(run.firstStep()) + " steps.");
        }
        record["before"] = m_result.before;
        if (m_processes.leads())
            writeJsonFile(file, record);
        TrainingRun::Hooks hooks;
        hooks.step = [this](int number) { return step(number); };
        if (!m_split.heldOut.empty())
            hooks.evaluate = [this](int) { return m_result.after = evaluate(); };
        run.run(hooks, m_control);
        m_processes.throwIfStopped(m_control);
        record["after"] = m_result.after;
        if (m_processes.leads())
            writeJsonFile(file, record);
    }

    void writePack()
    {
        m_made.network->eval();
        const std::filesystem::path& dataset =
            m_options.training.dataset.empty() ? m_options.training.annotations : m_options.training.dataset;
        writeTunedPack({m_result.pack, m_options.name, &m_start, &m_task, m_made.network.get(), m_labels, &m_choice,
                        m_ownExtractor, dataset.filename().string(), m_result.before, m_result.after});
    }

    const FineTuningOptions& m_options;
    const JobControl& m_control;
    const Tell& m_tell;
    const TuningTask& m_task;
    DeviceInfo m_chosen;
    c10::Device m_device;
    TuningProcesses m_processes;
    TuningStart m_start;
    std::unique_ptr<BertTokenizer> m_tokenizer;
    std::shared_ptr<TuningExamples> m_training, m_measured;
    TuningSplit m_split;
    std::optional<TuningOrder> m_order;
    std::vector<std::string> m_listed, m_labels; ///< m_listed: the user's own answers
    bool m_ownExtractor = false;
    ExtractorChoice m_choice;
    std::unique_ptr<RegionExtractor> m_extractor;
    BackgroundWork m_background;
    std::unique_ptr<RegionStore> m_known;
    std::unique_ptr<TuningRegionStore> m_regions;
    TuningNetwork m_made;
    FineTuningResult m_result;
};

} // namespace

FineTuningResult fineTune(const FineTuningOptions& options, const JobControl& control, const Tell& tell)
try {
    check(options);
    return FineTuner(options, control, tell).run();
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
