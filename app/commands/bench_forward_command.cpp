#include "app/commands/bench_forward_command.h"

#include "app/commands/thread_option.h"
#include "core/base/json.h"
#include "core/base/process_memory.h"
#include "core/base/stopwatch.h"
#include "core/bench/machine_limits.h"
#include "core/bench/visual_bert_flops.h"
#include "core/bench/visual_bert_rule_fill.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "core/runtime/device.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <stdlib.h>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr double kBillion = 1e9;
constexpr double kBytesPerMebibyte = 1 << 20;
constexpr std::int64_t kText = 12;
constexpr const char* kSalt = "bench";

struct Shape {
    std::int64_t batch = 1, regions = 36;
};

struct Row {
    Shape shape;
    std::string precision;
    double milliseconds = 0, perSecond = 0, gigaflops = 0, bound = 0; ///< bound: the least milliseconds possible
    double plain = 0; ///< milliseconds of LibTorch's own layers in float32, the same weights and inputs

    double share() const { return bound / milliseconds; }
};

struct Loading {
    double milliseconds = 0, megabytes = 0;
    double peak = 0;      ///< mebibytes resident at most, mapped pages of the file included
    double anonymous = 0; ///< mebibytes at the end that are no file's pages
};

/// What laying the weights out for the matrix kernels costs, once.
struct Packing {
    std::string precision;
    double milliseconds = 0;
    double anonymous = 0; ///< mebibytes that it keeps
};

class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "visualbert-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw Error(ErrorCode::FileUnwritable, "No folder can be made in " + pattern + "; set TMPDIR.");
        m_path = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The published VQA network in full size.
VisualBertConfig fullSizeConfig()
{
    VisualBertConfig config;
    config.visual_embedding_dim = 2048;
    config.setNumLabels(3129);
    return config;
}

VisualBertInputs inputsOf(const Shape& shape, std::int64_t width)
{
    VisualBertInputs inputs;
    inputs.input_ids = torch::arange(1000, 1000 + shape.batch * kText).view({shape.batch, kText});
    inputs.attention_mask = torch::ones_like(inputs.input_ids);
    inputs.visual_embeds = regionFeaturesByRule(kSalt, shape.batch, shape.regions, width);
    return inputs;
}

/// How VisualBERT's full-size network comes to what the machine can do.
class BenchForwardCommand : public Command {
public:
    std::string name() const override { return "forward"; }
    std::string help() const override { return "Time the full-size network against the machine's own limits"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--batch", m_batches, "batch sizes; default 1 8 32")->check(CLI::Range(1, 4096));
        app.add_option("--regions", m_regions, "regions a picture; default 36 100")->check(CLI::Range(1, 4096));
        app.add_option("--seconds", m_seconds, "time for each row, at least three runs")->capture_default_str();
        addThreadsOption(app, m_threads);
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        const torch::NoGradGuard noGrad;
        m_device = chooseDevice("cpu", m_threads).info;
        const Loading loading = measureLoading();
        m_limits = measureMachineLimits();
        measureRows();
        m_json ? printJson(loading) : printText(loading);
    }

private:
    /// Writes the network filled by the rule, and loads it as a user's file would be.
    Loading measureLoading()
    {
        const TemporaryFolder folder;
        {
            VisualBertForQuestionAnswering made(fullSizeConfig());
            fillByRule(*made, kSalt);
            saveVisualBert(folder.path(), *made, "VisualBertForQuestionAnswering");
        }
        forgetMemoryPeak();
        const ProcessMemory before = processMemory();
        const Stopwatch watch;
        m_network = loadVisualBert(folder.path()).network;
        Loading loading;
        loading.milliseconds = watch.milliseconds();
        const ProcessMemory after = processMemory();
        loading.megabytes =
            static_cast<double>(std::filesystem::file_size(folder.path() / "model.safetensors")) / kBytesPerMebibyte;
        loading.peak = (static_cast<double>(after.peak) - static_cast<double>(before.resident)) / kBytesPerMebibyte;
        loading.anonymous =
            (static_cast<double>(after.anonymous) - static_cast<double>(before.anonymous)) / kBytesPerMebibyte;
        return loading;
    }

    void measureRows()
    {
        std::vector<Shape> shapes;
        for (const std::int64_t regions : m_regions)
            for (const std::int64_t batch : m_batches)
                shapes.push_back({batch, regions});
        std::vector<double> plain;
        for (const Shape& shape : shapes)
            plain.push_back(timeOf(shape));
        for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
            pack(type);
            for (std::size_t i = 0; i < shapes.size(); ++i)
                m_rows.push_back(rowOf(shapes[i], type, timeOf(shapes[i]), plain[i]));
        }
    }

    void pack(at::ScalarType type)
    {
        m_network->dropPacked();
        forgetMemoryPeak();
        const ProcessMemory before = processMemory();
        const Stopwatch watch;
        m_network->packForInference(type);
        const double milliseconds = watch.milliseconds();
        const double kept = static_cast<double>(processMemory().anonymous) - static_cast<double>(before.anonymous);
        m_packing.push_back({type == at::kBFloat16 ? "bfloat16" : "float32", milliseconds, kept / kBytesPerMebibyte});
    }

    /// Median seconds of a forward pass.
    double timeOf(const Shape& shape)
    {
        const VisualBertInputs inputs = inputsOf(shape, m_network->config().visual_embedding_dim);
        const Stopwatch watch;
        m_network->forward(inputs);
        const int runs = std::clamp(static_cast<int>(m_seconds / watch.seconds()), 3, 200);
        return medianSeconds(runs, [&] { m_network->forward(inputs); });
    }

    Row rowOf(const Shape& shape, at::ScalarType type, double seconds, double plain) const
    {
        const bool half = type == at::kBFloat16;
        const VisualBertCost cost = visualBertCost(m_network->config(), shape.batch, kText, shape.regions);
        const double rate = half ? m_limits.bfloat16FlopsPerSecond : m_limits.float32FlopsPerSecond;
        Row row{shape, half ? "bfloat16" : "float32"};
        row.milliseconds = 1000 * seconds;
        row.perSecond = static_cast<double>(shape.batch) / seconds;
        row.gigaflops = cost.flops / seconds / kBillion;
        row.bound = 1000 * std::max(cost.flops / rate, cost.weights * (half ? 2 : 4) / m_limits.readBytesPerSecond);
        row.plain = 1000 * plain;
        return row;
    }

    void printText(const Loading& loading) const
    {
        std::printf("LibTorch %s, %d threads. VisualBertForQuestionAnswering: 12 layers, hidden 768, %d tokens.\n",
                    m_device.libtorch.c_str(), m_device.threads, static_cast<int>(kText));
        std::printf("machine: float32 %.0f GFLOP/s, bfloat16 %.0f GFLOP/s, memory %.1f GB/s\n",
                    m_limits.float32FlopsPerSecond / kBillion, m_limits.bfloat16FlopsPerSecond / kBillion,
                    m_limits.readBytesPerSecond / kBillion);
        std::printf("loading: %.0f MiB in %.0f ms, peak %.0f MiB resident, %.0f MiB of it not the file's own pages\n",
                    loading.megabytes, loading.milliseconds, loading.peak, loading.anonymous);
        for (const Packing& packing : m_packing)
            std::printf("packing %s: %.0f ms, %.0f MiB\n", packing.precision.c_str(), packing.milliseconds,
                        packing.anonymous);
        std::printf("%9s %6s %8s %10s %11s %9s %9s %12s %10s\n", "precision", "batch", "regions", "median ms",
                    "pictures/s", "GFLOP/s", "bound ms", "bound/median", "plain ms");
        for (const Row& row : m_rows) {
            std::printf("%9s %6d %8d %10.2f %11.1f %9.0f %9.2f %12.2f %10.2f\n", row.precision.c_str(),
                        static_cast<int>(row.shape.batch), static_cast<int>(row.shape.regions), row.milliseconds,
                        row.perSecond, row.gigaflops, row.bound, row.share(), row.plain);
        }
        std::printf("bound: the larger of products / matrix rate and weights / memory rate; plain: LibTorch's own "
                    "layers in float32\n");
    }

    void printJson(const Loading& loading) const
    {
        OrderedJson json = {{"libtorch", m_device.libtorch},
                            {"threads", m_device.threads},
                            {"machine",
                             {{"float32_flops_per_second", m_limits.float32FlopsPerSecond},
                              {"bfloat16_flops_per_second", m_limits.bfloat16FlopsPerSecond},
                              {"read_bytes_per_second", m_limits.readBytesPerSecond}}},
                            {"loading",
                             {{"file_mib", loading.megabytes},
                              {"ms", loading.milliseconds},
                              {"peak_mib", loading.peak},
                              {"anonymous_mib", loading.anonymous}}}};
        for (const Packing& packing : m_packing)
            json["packing"].push_back(
                {{"precision", packing.precision}, {"ms", packing.milliseconds}, {"anonymous_mib", packing.anonymous}});
        for (const Row& row : m_rows) {
            json["rows"].push_back({{"precision", row.precision},
                                    {"batch", row.shape.batch},
                                    {"tokens", kText},
                                    {"regions", row.shape.regions},
                                    {"median_ms", row.milliseconds},
                                    {"pictures_per_second", row.perSecond},
                                    {"flops_per_second", row.gigaflops * kBillion},
                                    {"bound_ms", row.bound},
                                    {"bound_over_median", row.share()},
                                    {"plain_libtorch_ms", row.plain}});
        }
        std::cout << jsonText(json) << '\n';
    }

    std::vector<std::int64_t> m_batches{1, 8, 32}, m_regions{36, 100};
    double m_seconds = 2;
    int m_threads = 0;
    bool m_json = false;
    DeviceInfo m_device;
    MachineLimits m_limits;
    std::shared_ptr<VisualBertPreTrainedModel> m_network;
    std::vector<Packing> m_packing;
    std::vector<Row> m_rows;
};

} // namespace

std::unique_ptr<Command> makeBenchForwardCommand()
{
    return std::make_unique<BenchForwardCommand>();
}

} // namespace vbs
