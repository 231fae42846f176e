#include "app/commands/train_finetune_command.h"

#include "app/commands/cache_option.h"
#include "app/commands/dataset_format_option.h"
#include "app/commands/interrupt.h"
#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/base/json.h"
#include "core/tuning/fine_tuning.h"
#include "core/tuning/run_folder.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace vbs {

namespace {

std::string taskNames()
{
    std::string names;
    for (const TuningTask& task : tuningTasks())
        names += (names.empty() ? "" : ", ") + std::string(task.name);
    return names;
}

std::string filesHelp()
{
    std::string help;
    for (const TuningTask& task : tuningTasks())
        help += "\n  " + std::string(task.name) + ": " + filesOf(task);
    return help;
}

class TrainFinetuneCommand : public Command {
public:
    std::string name() const override { return "finetune"; }
    std::string help() const override { return "Fine-tune VisualBERT on your own annotations"; }

    void declare(CLI::App& app) override
    {
        app.footer("What the files are, beside --images, the folder of pictures:" + filesHelp() +
                   "\nExamples with a picture or another file that is missing or damaged are left out and listed at "
                   "the end; the exit\ncode is then 1, though the pack is written. Ctrl+C keeps what is done.\n"
                   "Several processes share the examples of each step where MASTER_ADDR, MASTER_PORT, RANK and "
                   "WORLD_SIZE say so,\nor MASTER_ADDR and MASTER_PORT under srun. The first one prints; all need to "
                   "see --output.");
        declareData(app);
        declareStart(app);
        declareRun(app);
    }

    void run() override
    {
        m_options.vcrMode = m_rationale ? VcrMode::Rationale : VcrMode::Answer;
        m_options.annotatedRegions = !m_foundRegions;
        m_options.lowerCase = !m_cased;
        m_options.place = processPlaceOf([](const char* name) { return std::getenv(name); });
        m_options.place.patience = std::chrono::seconds(m_patience);
        const bool quiet = m_quiet || m_json || !m_options.place.leads();
        m_options.lines = terminalLines(quiet);
        m_options.cacheFolder = m_cache.folder();
        m_options.cacheBytes = m_cache.bytes();
        JobControl control = terminalProgress(quiet);
        control.stop = stopOnInterrupt();
        const FineTuningResult result = tune(control);
        if (!m_options.place.leads())
            return;
        m_json ? printJson(result) : print(result);
        if (const std::size_t count = result.leftOut.size(); count > 0) {
            throw Error(ErrorCode::CorruptData,
                        std::to_string(count) + " of " +
                            std::to_string(count + result.trainingExamples + result.heldOutExamples) +
                            " examples could not be used, the first being " + result.leftOut.front().example +
                            "; everything else is learned, and the pack is written.");
        }
    }

private:
    FineTuningResult tune(const JobControl& control) const
    {
        try {
            return fineTune(m_options, control, m_options.lines);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::Cancelled)
                throw;
            throw Error(e.code(), stoppedSentence(m_options.folder));
        }
    }

    void declareData(CLI::App& app)
    {
        app.add_option("--task", m_options.task, taskNames())->required();
        app.add_option("--dataset", m_options.training.dataset, "the examples to learn from; see below");
        app.add_option("--annotations", m_options.training.annotations, "their annotations, where they are kept apart");
        addDatasetFormatOption(app, m_options.format);
        app.add_option("--images", m_options.training.images, "folder of the pictures")->required();
        app.add_option("--held-out-dataset", m_options.heldOut.dataset, "examples to measure on");
        app.add_option("--held-out-annotations", m_options.heldOut.annotations, "their annotations");
        app.add_option("--held-out-images", m_options.heldOut.images, "their pictures; default: --images");
        app.add_option("--held-out", m_options.heldOutShare, "share of the data set to measure on instead")
            ->check(CLI::Range(0.0, 0.99))
            ->capture_default_str();
        app.add_option("--answers", m_options.answers,
                       "vqa: list of answers, one a line; default: the start's, "
                       "with --fresh-head the most frequent ones");
        app.add_option("--most-answers", m_options.mostAnswers, "vqa: length of the answer list when one is built")
            ->check(CLI::Range(1, 1000000))
            ->capture_default_str();
        app.add_flag("--rationale", m_rationale, "vcr: learn to choose reasons, not answers");
        app.add_flag("--found-regions", m_foundRegions,
                     "vcr: use the regions that the extractor finds instead of the data set's boxes");
        app.add_option("--max-tokens", m_options.maxTokens, "maximum number of word pieces per text")
            ->check(CLI::Range(8, 4096))
            ->capture_default_str();
    }

    void declareStart(CLI::App& app)
    {
        app.add_option("--start", m_options.start, "a pack (name or folder), or a checkpoint's folder or file")
            ->capture_default_str();
        app.add_flag("--fresh-head", m_options.freshHead, "re-initialise the task's head on the start's trunk");
        app.add_option("--vocab", m_options.vocabulary, "a checkpoint's vocab.txt, where it does not lie beside it");
        app.add_flag("--cased", m_cased, "the checkpoint's vocabulary is cased");
        app.add_option("--extractor", m_options.extractor.extractor,
                       "a published extractor or a folder; default: the start pack's");
        app.add_option("--weights", m_options.extractor.weights, "the extractor's weights");
        app.add_option("--max-regions", m_options.extractor.limits.maxRegions, "maximum number of regions per picture");
    }

    void declareRun(CLI::App& app)
    {
        app.add_option("--output", m_options.folder, "folder of the run; the pack is written into its pack/")
            ->required();
        app.add_option("--name", m_options.name, "name of the pack");
        app.add_option("--epochs", m_options.epochs, "passes over the examples")
            ->check(CLI::Range(0.001, 100000.0))
            ->capture_default_str();
        app.add_option("--steps", m_options.steps, "steps, instead of epochs")->check(CLI::Range(1, 100000000));
        app.add_option("--batch", m_options.batch, "examples per step")
            ->check(CLI::Range(1, 65536))
            ->capture_default_str();
        app.add_option("--learning-rate", m_options.learningRate, "highest learning rate")->capture_default_str();
        app.add_option("--fresh-rate", m_options.freshRateFactor, "learning-rate multiplier for a new head")
            ->check(CLI::Range(0.0, 10000.0))
            ->capture_default_str();
        app.add_option("--warmup", m_options.warmupShare, "share of the steps in which the rate rises")
            ->check(CLI::Range(0.0, 1.0))
            ->capture_default_str();
        app.add_option("--evaluate-every", m_options.evaluateEvery, "steps; 0: before and after only")
            ->check(CLI::Range(0, 100000000))
            ->capture_default_str();
        app.add_option("--checkpoint-seconds", m_options.checkpointSeconds,
                       "a run that is killed loses no more than this; 0: a checkpoint after every step")
            ->check(CLI::Range(0.0, 1e6))
            ->capture_default_str();
        app.add_option("--seed", m_options.seed, "random seed")->capture_default_str();
        app.add_option("--device", m_options.device, "auto, cpu or cuda[:N]")->capture_default_str();
        addThreadsOption(app);
        app.add_option("--patience", m_patience, "seconds that one of several processes waits for the others")
            ->check(CLI::Range(1, 1000000))
            ->capture_default_str();
        m_cache.declare(app);
        app.add_flag("--resume", m_options.resume, "continue from the run's checkpoint");
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
        app.add_flag("--quiet", m_quiet, "no progress");
    }

    void print(const FineTuningResult& result) const
    {
        std::printf("%zu examples learned in %d steps, %zu held out\n", result.trainingExamples, result.steps,
                    result.heldOutExamples);
        for (const auto& [name, after] : result.after) {
            const auto before = result.before.find(name);
            const double was = before == result.before.end() ? 0 : before->second;
            if (name == "loss")
                std::printf("  %-24s %8.4f -> %8.4f\n", name.c_str(), was, after);
            else
                std::printf("  %-24s %6.1f %% -> %6.1f %%\n", name.c_str(), 100 * was, 100 * after);
        }
        std::printf("pack: %s\n", result.pack.c_str());
        std::fflush(stdout);
        for (const LeftOutExample& left : result.leftOut)
            std::fprintf(stderr, "left out: %s: %s\n", left.example.c_str(), left.reason.c_str());
    }

    void printJson(const FineTuningResult& result) const
    {
        OrderedJson leftOut = OrderedJson::array();
        for (const LeftOutExample& left : result.leftOut)
            leftOut.push_back({{"example", left.example}, {"reason", left.reason}});
        std::cout << jsonText(OrderedJson{{"task", m_options.task},
                                          {"pack", result.pack.string()},
                                          {"examples", result.trainingExamples},
                                          {"held_out", result.heldOutExamples},
                                          {"steps", result.steps},
                                          {"before", result.before},
                                          {"after", result.after},
                                          {"left_out", leftOut}})
                  << '\n';
    }

    FineTuningOptions m_options;
    CacheOption m_cache;
    int m_patience = 600;
    bool m_rationale = false, m_foundRegions = false, m_cased = false, m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeTrainFinetuneCommand()
{
    return std::make_unique<TrainFinetuneCommand>();
}

} // namespace vbs
