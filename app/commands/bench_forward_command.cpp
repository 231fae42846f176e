#include "app/commands/bench_forward_command.h"

#include "app/commands/thread_option.h"
#include "core/base/json.h"
#include "core/bench/forward_bench.h"
#include "core/runtime/device.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

constexpr double kBillion = 1e9;

/// How VisualBERT's full-size network comes to what the machine can do.
class BenchForwardCommand : public Command {
public:
    std::string name() const override { return "forward"; }
    std::string help() const override { return "Time the full-size network against the machine's own limits"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--batch", m_options.batches, "batch sizes; default 1 8 32")->check(CLI::Range(1, 4096));
        app.add_option("--regions", m_options.regions, "regions a picture; default 36 100")->check(CLI::Range(1, 4096));
        app.add_option("--seconds", m_options.seconds, "time for each row, at least three runs")->capture_default_str();
        addThreadsOption(app);
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        m_device = chooseDevice("cpu");
        const ForwardBenchReport report = benchForward(m_options);
        m_json ? printJson(report) : printText(report);
    }

private:
    void printText(const ForwardBenchReport& report) const
    {
        const MachineLimits& limits = report.limits;
        const ForwardBenchReport::Loading& loading = report.loading;
        std::printf("LibTorch %s, %d threads. VisualBertForQuestionAnswering: 12 layers, hidden 768, %d tokens.\n",
                    m_device.libtorch.c_str(), m_device.threads, static_cast<int>(report.tokens));
        std::printf("machine: float32 %.0f GFLOP/s, bfloat16 %.0f GFLOP/s, memory %.1f GB/s\n",
                    limits.float32FlopsPerSecond / kBillion, limits.bfloat16FlopsPerSecond / kBillion,
                    limits.readBytesPerSecond / kBillion);
        std::printf("loading: %.0f MiB in %.0f ms, peak %.0f MiB resident, %.0f MiB of it not the file's own pages\n",
                    loading.megabytes, loading.milliseconds, loading.peak, loading.anonymous);
        for (const ForwardBenchReport::Packing& packing : report.packing)
            std::printf("packing %s: %.0f ms, %.0f MiB\n", packing.precision.c_str(), packing.milliseconds,
                        packing.anonymous);
        std::printf("%9s %6s %8s %10s %11s %9s %9s %12s %10s\n", "precision", "batch", "regions", "median ms",
                    "pictures/s", "GFLOP/s", "bound ms", "bound/median", "plain ms");
        for (const ForwardBenchReport::Row& row : report.rows) {
            std::printf("%9s %6d %8d %10.2f %11.1f %9.0f %9.2f %12.2f %10.2f\n", row.precision.c_str(),
                        static_cast<int>(row.batch), static_cast<int>(row.regions), row.milliseconds, row.perSecond,
                        row.flopsPerSecond / kBillion, row.bound, row.share(), row.plain);
        }
        std::printf("bound: the larger of products / matrix rate and weights / memory rate; plain: LibTorch's own "
                    "layers in float32\n");
    }

    void printJson(const ForwardBenchReport& report) const
    {
        const MachineLimits& limits = report.limits;
        const ForwardBenchReport::Loading& loading = report.loading;
        OrderedJson json = {{"libtorch", m_device.libtorch},
                            {"threads", m_device.threads},
                            {"machine",
                             {{"float32_flops_per_second", limits.float32FlopsPerSecond},
                              {"bfloat16_flops_per_second", limits.bfloat16FlopsPerSecond},
                              {"read_bytes_per_second", limits.readBytesPerSecond}}},
                            {"loading",
                             {{"file_mib", loading.megabytes},
                              {"ms", loading.milliseconds},
                              {"peak_mib", loading.peak},
                              {"anonymous_mib", loading.anonymous}}}};
        for (const ForwardBenchReport::Packing& packing : report.packing)
            json["packing"].push_back(
                {{"precision", packing.precision}, {"ms", packing.milliseconds}, {"anonymous_mib", packing.anonymous}});
        for (const ForwardBenchReport::Row& row : report.rows) {
            json["rows"].push_back({{"precision", row.precision},
                                    {"batch", row.batch},
                                    {"tokens", report.tokens},
                                    {"regions", row.regions},
                                    {"median_ms", row.milliseconds},
                                    {"pictures_per_second", row.perSecond},
                                    {"flops_per_second", row.flopsPerSecond},
                                    {"bound_ms", row.bound},
                                    {"bound_over_median", row.share()},
                                    {"plain_libtorch_ms", row.plain}});
        }
        std::cout << jsonText(json) << '\n';
    }

    ForwardBenchOptions m_options;
    bool m_json = false;
    DeviceInfo m_device;
};

} // namespace

std::unique_ptr<Command> makeBenchForwardCommand()
{
    return std::make_unique<BenchForwardCommand>();
}

} // namespace vbs
