#include "app/commands/predict_command.h"

#include "app/commands/dataset_format_option.h"
#include "app/commands/engine_options.h"
#include "app/commands/extract_progress.h"
#include "app/commands/interrupt.h"
#include "app/commands/run_report.h"
#include "core/base/duration_text.h"
#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "core/pack/pack_catalog.h"
#include "core/predict/shard_run.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <utility>

namespace vbs {

namespace {

constexpr std::array<std::pair<const char*, Task>, 4> kPredictTasks{{{"vqa", Task::VisualQuestionAnswering},
                                                                     {"nlvr", Task::VisualReasoning},
                                                                     {"vcr", Task::MultipleChoice},
                                                                     {"flickr", Task::RegionToPhrase}}};

constexpr std::size_t kLargestBatch = 4096;

constexpr char kPredictFooter[] =
    "RUN gets predictions.jsonl (a line an item: its id and its most probable answers), failures.jsonl (what could "
    "not\n"
    "be asked, and why), results.json or results.csv as the challenge takes them, and metrics.json where there are\n"
    "labels. With --shard only RUN/shards/I-of-N is written: `visualbert merge RUN` puts the shards together.\n"
    "Ctrl+C, SIGTERM and SIGUSR1 end it after the batch in hand with the exit code 75; --resume goes on, also after a\n"
    "crash, and the files are in the end those of an undisturbed run. Exit codes: 0 done; 1 failed, or some items "
    "could\n"
    "not be asked (a shard leaves telling that to merge); 2 wrong usage; 75 stopped.";

class PredictCommand : public Command {
public:
    std::string name() const override { return "predict"; }
    std::string help() const override { return "Answer a whole data set, and write the challenge's results file"; }

    void declare(CLI::App& app) override
    {
        std::vector<std::string> names;
        for (const auto& [task, value] : kPredictTasks)
            names.emplace_back(task);
        app.add_option("--task", m_task, "what is asked")->required()->check(CLI::IsMember(names));
        app.add_option("--dataset", m_options.files.dataset, "the data set")->required();
        app.add_option("--annotations", m_options.files.annotations,
                       "its annotations, where they are kept apart: for the metrics, and Flickr30k Entities");
        app.add_option("--images", m_options.files.images, "folder of its pictures")->required();
        addDatasetFormatOption(app, m_options.format);
        app.add_option("--output", m_options.output, "folder of the run")->required();
        app.add_option("--top", m_options.top, "answers to keep of each question")
            ->capture_default_str()
            ->check(CLI::Range(1, 10000));
        app.add_option("--shard", m_shard, "only the first of eight parts: 1/8; auto: by the task of a Slurm array");
        app.add_flag("--resume", m_options.resume, "go on with what an earlier run left");
        app.add_option("--batch", m_batch, "questions in one pass of the network; auto: 32, on a GPU 128")
            ->capture_default_str();
        m_engine.declare(app);
        app.footer(kPredictFooter);
        app.parse_complete_callback([this] { readBatch(); });
    }

    void run() override
    {
        JobControl control = progressOfMany(m_engine.quiet, stopOnInterrupt()); // before there are threads
        for (const auto& [task, value] : kPredictTasks)
            if (m_task == task)
                m_options.task = value;
        if (!m_shard.empty())
            m_options.shard = shardNamed(m_shard);
        m_options.pack = findPack(m_engine.pack);
        m_options.device = m_engine.backend.device;
        m_options.precision = m_engine.backend.precision;
        m_options.cacheFolder = m_engine.cache.folder();
        m_options.cacheBytes = m_engine.cache.bytes();
        m_options.mostAdded = m_engine.cache.mostAdded();
        const ShardRunReport report = runShard(m_options, control);
        if (!report.isComplete) {
            tell(report, nullptr);
            throw Error(ErrorCode::Cancelled, "Stopped after " + std::to_string(report.done) + " of " +
                                                  std::to_string(report.items) +
                                                  " items; run the same command with --resume to go on.");
        }
        if (!m_shard.empty())
            return tell(report, nullptr);
        const RunMergeReport merged = mergeRuns({{m_options.output}, {}, m_options.files, {}}, control);
        tell(report, &merged);
        requireAllAnswered(merged);
    }

private:
    void readBatch()
    {
        if (m_batch == "auto")
            return;
        const auto [end, code] = std::from_chars(m_batch.data(), m_batch.data() + m_batch.size(), m_options.batch);
        if (code != std::errc() || end != m_batch.data() + m_batch.size() || m_options.batch == 0 ||
            m_options.batch > kLargestBatch)
            throw CLI::ValidationError("--batch", "auto, or a number from 1 to " + std::to_string(kLargestBatch));
    }

    void tell(const ShardRunReport& report, const RunMergeReport* merged) const
    {
        if (m_engine.json) {
            OrderedJson json = report.toJson();
            if (merged)
                json["run"] = merged->toJson();
            std::cout << jsonText(json) << '\n';
            std::cout.flush();
            return;
        }
        if (!m_engine.quiet)
            tellSpeed(report);
        if (merged)
            printMerged(*merged);
        for (const std::string& remark : report.remarks)
            std::fprintf(stderr, "%s\n", remark.c_str());
    }

    static void tellSpeed(const ShardRunReport& report)
    {
        std::string line = std::to_string(report.now()) + " items in " + durationText(report.seconds);
        if (report.before > 0)
            line += ", after " + std::to_string(report.before) + " of earlier runs";
        if (report.seconds > 0) {
            char numbers[160];
            std::snprintf(
                numbers, sizeof numbers,
                "; %.1f a second; the network was busy %.0f %% of the time, the extractor %.0f %%; %.1f %% of "
                "the batches' places only filled up",
                double(report.now()) / report.seconds, 100 * report.networkSeconds / report.seconds,
                100 * report.extractorSeconds / report.seconds, 100 * report.paddingShare);
            line += numbers;
        }
        std::fprintf(stderr, "%s; %zu of %zu pictures came from the cache.\n", line.c_str(), report.known,
                     report.looked);
    }

    std::string m_task, m_shard, m_batch = "auto";
    ShardRunOptions m_options;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makePredictCommand()
{
    return std::make_unique<PredictCommand>();
}

} // namespace vbs
