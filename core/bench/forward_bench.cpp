#include "core/bench/forward_bench.h"

#include "core/base/process_memory.h"
#include "core/base/stopwatch.h"
#include "core/bench/temporary_folder.h"
#include "core/bench/visual_bert_flops.h"
#include "core/bench/visual_bert_rule_fill.h"
#include "core/checkpoint/torch_errors.h"
#include "core/nn/visual_bert/visual_bert_folder.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr double kBytesPerMebibyte = 1 << 20;
constexpr std::int64_t kText = 12;
constexpr const char* kSalt = "bench";

/// The published VQA network in full size.
VisualBertConfig fullSizeConfig()
{
    VisualBertConfig config;
    config.visual_embedding_dim = 2048;
    config.setNumLabels(3129);
    return config;
}

class ForwardBench {
public:
    explicit ForwardBench(const ForwardBenchOptions& options) : m_options(options) {}

    ForwardBenchReport run()
    {
        const torch::NoGradGuard noGrad;
        m_report.tokens = kText;
        measureLoading();
        m_report.limits = measureMachineLimits();
        measureRows();
        return m_report;
    }

private:
    /// Writes the network filled by the rule, and loads it as a user's file would be.
    void measureLoading()
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
        ForwardBenchReport::Loading& loading = m_report.loading;
        loading.milliseconds = watch.milliseconds();
        const ProcessMemory after = processMemory();
        loading.megabytes =
            static_cast<double>(std::filesystem::file_size(folder.path() / "model.safetensors")) / kBytesPerMebibyte;
        loading.peak = (static_cast<double>(after.peak) - static_cast<double>(before.resident)) / kBytesPerMebibyte;
        loading.anonymous =
            (static_cast<double>(after.anonymous) - static_cast<double>(before.anonymous)) / kBytesPerMebibyte;
    }

    void measureRows()
    {
        std::vector<ForwardBenchReport::Row> shapes;
        for (const std::int64_t regions : m_options.regions)
            for (const std::int64_t batch : m_options.batches) {
                ForwardBenchReport::Row& row = shapes.emplace_back();
                row.batch = batch;
                row.regions = regions;
            }
        for (ForwardBenchReport::Row& row : shapes)
            row.plain = 1000 * secondsOf(row);
        for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
            pack(type);
            for (const ForwardBenchReport::Row& row : shapes)
                m_report.rows.push_back(measured(row, type));
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
        m_report.packing.push_back(
            {type == at::kBFloat16 ? "bfloat16" : "float32", milliseconds, kept / kBytesPerMebibyte});
    }

    /// Median seconds of a forward pass.
    double secondsOf(const ForwardBenchReport::Row& row)
    {
        m_options.control.throwIfStopped();
        VisualBertInputs inputs;
        inputs.input_ids = torch::arange(1000, 1000 + row.batch * kText).view({row.batch, kText});
        inputs.attention_mask = torch::ones_like(inputs.input_ids);
        inputs.visual_embeds =
            regionFeaturesByRule(kSalt, row.batch, row.regions, m_network->config().visual_embedding_dim);
        const Stopwatch watch;
        m_network->forward(inputs);
        const int runs = std::clamp(static_cast<int>(m_options.seconds / watch.seconds()), 3, 200);
        return medianSeconds(runs, [&] { m_network->forward(inputs); });
    }

    ForwardBenchReport::Row measured(ForwardBenchReport::Row row, at::ScalarType type)
    {
        const MachineLimits& limits = m_report.limits;
        const bool half = type == at::kBFloat16;
        const double seconds = secondsOf(row);
        const VisualBertCost cost = visualBertCost(m_network->config(), row.batch, kText, row.regions);
        const double rate = half ? limits.bfloat16FlopsPerSecond : limits.float32FlopsPerSecond;
        row.precision = half ? "bfloat16" : "float32";
        row.milliseconds = 1000 * seconds;
        row.perSecond = static_cast<double>(row.batch) / seconds;
        row.flopsPerSecond = cost.flops / seconds;
        row.bound = 1000 * std::max(cost.flops / rate, cost.weights * (half ? 2 : 4) / limits.readBytesPerSecond);
        return row;
    }

    const ForwardBenchOptions& m_options;
    std::shared_ptr<VisualBertPreTrainedModel> m_network;
    ForwardBenchReport m_report;
};

} // namespace

ForwardBenchReport benchForward(const ForwardBenchOptions& options)
try {
    return ForwardBench(options).run();
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
