#include "app/commands/bench_predict_command.h"

#include "app/commands/engine_options.h"
#include "app/commands/interrupt.h"
#include "core/base/json.h"
#include "core/base/process_memory.h"
#include "core/bench/temporary_folder.h"
#include "core/pack/pack_catalog.h"
#include "core/picture_book/scenes/scene_export.h"
#include "core/predict/network_rate.h"
#include "core/predict/run_merge.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

constexpr double kMebi = 1 << 20;

/// How busy `predict` keeps what computes: the extractor when no regions are known, the network when all are.
class BenchPredictCommand : public Command {
public:
    BenchPredictCommand()
    {
        m_scenes.count = 200;
        m_scenes.questionsPerScene = 10;
        m_options.batch = 32;
    }

    std::string name() const override { return "predict"; }
    std::string help() const override { return "Time a whole data set's prediction against its network alone"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--scenes", m_scenes.count, "pictures of the data set")
            ->capture_default_str()
            ->check(CLI::Range(std::int64_t(1), std::int64_t(1'000'000)));
        app.add_option("--questions", m_scenes.questionsPerScene, "about each, at most")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000));
        app.add_option("--batch", m_options.batch, "questions in one pass of the network")
            ->capture_default_str()
            ->check(CLI::Range(1, 4096));
        m_engine.declare(app);
    }

    void run() override
    {
        JobControl control = m_engine.control();
        control.stop = stopOnInterrupt();
        const TemporaryFolder folder;
        m_scenes.folder = folder.path() / "scenes";
        m_scenes.seed = kBenchSeed;
        std::filesystem::create_directories(m_scenes.folder / "images");
        exportScenes(m_scenes, control);
        m_options.files = {m_scenes.folder / "questions.json", m_scenes.folder / "annotations.json",
                           m_scenes.folder / "images"};
        m_options.pack = findPack(m_engine.pack);
        m_options.device = m_engine.backend.device;
        m_options.precision = m_engine.backend.precision;
        m_options.cacheFolder = folder.path() / "cache";
        m_options.cacheBytes = m_options.mostAdded = m_engine.cache.bytes();
        forgetMemoryPeak();
        m_fresh = runTo(folder.path() / "fresh", control);
        m_rateBefore = measureNetworkRate(m_options, kRateItems, control);
        m_cached = runTo(folder.path() / "cached", control);
        m_rateAfter = measureNetworkRate(m_options, kRateItems, control);
        m_peak = processMemory().peak;
        m_engine.json ? printJson() : printText();
    }

private:
    static constexpr std::uint64_t kBenchSeed = 20;
    static constexpr std::size_t kRateItems = 1000;

    ShardRunReport runTo(const std::filesystem::path& output, const JobControl& control)
    {
        m_options.output = output;
        ShardRunReport report = runShard(m_options, control);
        control.throwIfStopped();
        mergeRuns({{output}, {}, m_options.files, {}}, control);
        return report;
    }

    static double rateOf(const ShardRunReport& report) { return double(report.now()) / report.seconds; }
    /// The machine may be busier at one time than at another: the mean of before and after.
    double rateAlone() const { return (m_rateBefore.itemsPerSecond + m_rateAfter.itemsPerSecond) / 2; }

    void printText() const
    {
        std::printf("%zu questions on %zu pictures with %s, batches of %zu, %s\n", m_fresh.items, m_fresh.pictures,
                    m_fresh.model.c_str(), m_fresh.batch, m_fresh.device.c_str());
        std::printf("regions found anew    %8.1f items/s, extractor busy %5.1f %%\n", rateOf(m_fresh),
                    100 * m_fresh.extractorSeconds / m_fresh.seconds);
        std::printf("regions from cache    %8.1f items/s, network busy   %5.1f %%, %zu of %zu pictures known\n",
                    rateOf(m_cached), 100 * m_cached.networkSeconds / m_cached.seconds, m_cached.known,
                    m_cached.looked);
        std::printf("the network alone     %8.1f items/s (%.1f before, %.1f after)\n", rateAlone(),
                    m_rateBefore.itemsPerSecond, m_rateAfter.itemsPerSecond);
        std::printf("from cache, of that   %8.1f %%\n", 100 * rateOf(m_cached) / rateAlone());
        std::printf("places filled up      %8.1f %%\n", 100 * m_cached.paddingShare);
        std::printf("peak memory           %8.1f MiB\n", double(m_peak) / kMebi);
    }

    void printJson() const
    {
        const OrderedJson json = {{"fresh", m_fresh.toJson()},
                                  {"cached", m_cached.toJson()},
                                  {"network_items_per_second", rateAlone()},
                                  {"share_of_network", rateOf(m_cached) / rateAlone()},
                                  {"peak_memory_mib", double(m_peak) / kMebi}};
        std::cout << jsonText(json) << '\n';
    }

    SceneExportOptions m_scenes;
    ShardRunOptions m_options;
    EngineOptions m_engine;
    ShardRunReport m_fresh, m_cached;
    NetworkRate m_rateBefore, m_rateAfter;
    std::uint64_t m_peak = 0;
};

} // namespace

std::unique_ptr<Command> makeBenchPredictCommand()
{
    return std::make_unique<BenchPredictCommand>();
}

} // namespace vbs
