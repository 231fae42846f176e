#include "app/commands/bench_extract_command.h"

#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/bench/extract_bench.h"
#include "core/image/image_io.h"
#include "core/regions/published_extractors.h"
#include "core/runtime/device.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

constexpr double kGiga = 1e9;
constexpr double kMebibyte = 1 << 20;

/// Where the published extractors spend their time, and how near their convolutions come to the machine's own rate.
class BenchExtractCommand : public Command {
public:
    std::string name() const override { return "extract"; }
    std::string help() const override { return "Time published region extractors stage by stage"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--extractor", m_options.extractors, "published extractors; default vg_faster_rcnn resnet50")
            ->check(CLI::IsMember(publishedExtractorNames()));
        app.add_option("--weights", m_weights, "weights of the one extractor; default: filled by rule");
        app.add_option("--image", m_image, "picture; default: a generated one of 1333 x 800");
        app.add_option("--repeat", m_options.repeat, "pictures after the first")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000));
        addThreadsOption(app);
        app.add_option("--precision", m_options.precision, "float32, or bfloat16, also where it is slower")
            ->capture_default_str()
            ->check(CLI::IsMember({"float32", "bfloat16"}));
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        if (!m_weights.empty() && m_options.extractors.size() != 1)
            throw Error(ErrorCode::InvalidArgument, "--weights belongs to one extractor: name it with --extractor.");
        if (m_options.extractors.empty())
            m_options.extractors = {"vg_faster_rcnn", "resnet50"};
        m_options.weights = m_weights;
        m_device = chooseDevice("cpu");
        m_picture = m_image.empty() ? madeUpPicture() : readImage(m_image);
        m_report = benchExtract(m_options, m_picture);
        m_json ? printJson() : printText();
    }

private:
    void printText() const
    {
        std::printf("LibTorch %s, %d threads, %s; a picture of %d x %d; machine: %.1f GFLOP/s in convolutions\n",
                    m_device.libtorch.c_str(), m_device.threads, m_options.precision.c_str(), m_picture.width,
                    m_picture.height, m_report.rate / kGiga);
        for (const ExtractorCost& measured : m_report.extractors) {
            std::printf("\n%s: %.0f ms a picture (median of %d), %d regions, loaded in %.0f ms, peak memory %.0f MiB\n",
                        measured.extractor.c_str(), 1000 * measured.seconds, m_options.repeat,
                        static_cast<int>(measured.regions), 1000 * measured.loadSeconds, measured.peak / kMebibyte);
            std::printf("  %-20s %9s %12s %9s %9s %9s\n", "stage", "ms", "conv. ms", "GFLOP", "GFLOP/s", "of rate");
            for (const StageCost& stage : measured.stages)
                printRow(stage.name, stage.seconds, stage.convolutionSeconds, stage.convolutionFlops);
            printRow("all convolutions", measured.seconds, measured.convolutionSeconds(), measured.convolutionFlops());
        }
    }

    void printRow(const std::string& name, double seconds, double convolutionSeconds, double flops) const
    {
        if (flops == 0) {
            std::printf("  %-20s %9.1f\n", name.c_str(), 1000 * seconds);
            return;
        }
        std::printf("  %-20s %9.1f %12.1f %9.2f %9.1f %8.0f%%\n", name.c_str(), 1000 * seconds,
                    1000 * convolutionSeconds, flops / kGiga, flops / convolutionSeconds / kGiga,
                    100 * flops / convolutionSeconds / m_report.rate);
    }

    void printJson() const
    {
        OrderedJson json = {{"libtorch", m_device.libtorch},
                            {"threads", m_device.threads},
                            {"precision", m_options.precision},
                            {"picture", {{"width", m_picture.width}, {"height", m_picture.height}}},
                            {"machine_convolution_flops_per_second", m_report.rate},
                            {"extractors", OrderedJson::array()}};
        for (const ExtractorCost& measured : m_report.extractors) {
            OrderedJson entry = {
                {"extractor", measured.extractor},
                {"repeat", m_options.repeat},
                {"regions", measured.regions},
                {"load_ms", 1000 * measured.loadSeconds},
                {"median_ms", 1000 * measured.seconds},
                {"peak_memory_mib", measured.peak / kMebibyte},
                {"convolution_ms", 1000 * measured.convolutionSeconds()},
                {"convolution_flops", measured.convolutionFlops()},
                {"share_of_machine_rate", measured.convolutionFlops() / measured.convolutionSeconds() / m_report.rate},
                {"stages", OrderedJson::array()}};
            for (const StageCost& stage : measured.stages)
                entry["stages"].push_back({{"name", stage.name},
                                           {"ms", 1000 * stage.seconds},
                                           {"convolution_ms", 1000 * stage.convolutionSeconds},
                                           {"convolution_flops", stage.convolutionFlops}});
            json["extractors"].push_back(entry);
        }
        std::cout << jsonText(json) << '\n';
    }

    ExtractBenchOptions m_options;
    std::string m_weights, m_image;
    bool m_json = false;
    DeviceInfo m_device;
    RgbImage m_picture;
    ExtractBenchReport m_report;
};

} // namespace

std::unique_ptr<Command> makeBenchExtractCommand()
{
    return std::make_unique<BenchExtractCommand>();
}

} // namespace vbs
