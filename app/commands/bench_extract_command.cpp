#include "app/commands/bench_extract_command.h"

#include "app/commands/thread_option.h"
#include "core/base/json.h"
#include "core/base/process_memory.h"
#include "core/base/stopwatch.h"
#include "core/bench/convolution_meter.h"
#include "core/bench/rule_filled_weights.h"
#include "core/image/image_io.h"
#include "core/image/transform.h"
#include "core/regions/published_extractors.h"
#include "core/regions/region_extractor.h"
#include "core/runtime/device.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>

namespace vbs {

namespace {

constexpr double kGiga = 1e9;
constexpr double kMebibyte = 1 << 20;

/// A file that is gone with the program.
class TemporaryFile {
public:
    TemporaryFile()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "visualbert-bench-XXXXXX").string();
        const int descriptor = ::mkstemp(pattern.data());
        if (descriptor < 0)
            throw Error(ErrorCode::FileUnwritable, "No file can be made in " + pattern + "; set TMPDIR.");
        std::fclose(::fdopen(descriptor, "w"));
        m_path = pattern;
    }
    ~TemporaryFile()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Coarse blots with fine noise on them, 1333 x 800: a picture that gives a detector something to do.
RgbImage madeUpPicture()
{
    std::uint32_t state = 1;
    const auto next = [&state] { return (state = state * 1664525u + 1013904223u) >> 24; };
    RgbImage coarse(40, 24);
    for (std::uint8_t& value : coarse.pixels)
        value = static_cast<std::uint8_t>(next());
    RgbImage picture = resizeBilinear(coarse, 1333, 800);
    for (std::uint8_t& value : picture.pixels)
        value = static_cast<std::uint8_t>(std::clamp(int(value) + int(next() % 32) - 16, 0, 255));
    return picture;
}

struct Measured {
    std::string extractor;
    double loadSeconds = 0, seconds = 0; ///< one picture: the median
    std::vector<StageCost> stages;       ///< of the picture with the median
    double peak = 0;                     ///< bytes resident at most, from loading on
    std::int64_t regions = 0;

    double convolutionFlops() const { return sum(&StageCost::convolutionFlops); }
    double convolutionSeconds() const { return sum(&StageCost::convolutionSeconds); }

private:
    double sum(double StageCost::*member) const
    {
        double total = 0;
        for (const StageCost& stage : stages)
            total += stage.*member;
        return total;
    }
};

/// Where the published extractors spend their time, and how near their convolutions come to the machine's own rate.
class BenchExtractCommand : public Command {
public:
    std::string name() const override { return "extract"; }
    std::string help() const override { return "Time published region extractors stage by stage"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--extractor", m_extractors, "published extractors; default vg_faster_rcnn resnet50")
            ->check(CLI::IsMember(publishedExtractorNames()));
        app.add_option("--weights", m_weights, "weights of the one extractor; default: filled by rule");
        app.add_option("--image", m_image, "picture; default: a generated one of 1333 x 800");
        app.add_option("--repeat", m_repeat, "pictures after the first")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000));
        addThreadsOption(app, m_threads);
        app.add_option("--precision", m_precision, "float32 or bfloat16")
            ->capture_default_str()
            ->check(CLI::IsMember({"float32", "bfloat16"}));
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        if (!m_weights.empty() && m_extractors.size() != 1)
            throw Error(ErrorCode::InvalidArgument, "--weights belongs to one extractor: name it with --extractor.");
        if (m_extractors.empty())
            m_extractors = {"vg_faster_rcnn", "resnet50"};
        m_device = chooseDevice("cpu", m_threads);
        m_picture = m_image.empty() ? madeUpPicture() : readImage(m_image);
        for (const std::string& extractor : m_extractors)
            m_measured.push_back(measure(extractor));
        // Before and after, since a machine gets warm: the better one counts.
        m_rate = std::max(m_rate, measureConvolutionRate(m_precision == "bfloat16"));
        m_json ? printJson() : printText();
    }

private:
    Measured measure(const std::string& name)
    {
        Json config = publishedExtractorConfig(name);
        config["precision"] = m_precision;
        const TemporaryFile made;
        config["weights"] = m_weights.empty() ? made.path().string() : std::filesystem::absolute(m_weights).string();
        if (m_weights.empty())
            writeRuleFilledWeights(made.path(), config, "bench");
        m_rate = std::max(m_rate, measureConvolutionRate(m_precision == "bfloat16"));
        forgetMemoryPeak();
        Measured measured;
        measured.extractor = name;
        const Stopwatch loading;
        const auto extractor = createRegionExtractor(config, {}, m_device.device);
        measured.loadSeconds = loading.seconds();
        measured.regions = extractor->extract(m_picture, {}).boxes.size(0);
        std::vector<std::pair<double, std::vector<StageCost>>> runs;
        for (int i = 0; i < m_repeat; ++i) {
            const ConvolutionMeter meter;
            const Stopwatch watch;
            extractor->extract(m_picture, {});
            runs.emplace_back(watch.seconds(), meter.stages());
        }
        std::ranges::sort(runs, {}, [](const auto& run) { return run.first; });
        std::tie(measured.seconds, measured.stages) = runs[runs.size() / 2];
        measured.peak = static_cast<double>(processMemory().peak);
        return measured;
    }

    void printText() const
    {
        std::printf("LibTorch %s, %d threads, %s; a picture of %d x %d; machine: %.1f GFLOP/s in convolutions\n",
                    m_device.info.libtorch.c_str(), m_device.info.threads, m_precision.c_str(), m_picture.width,
                    m_picture.height, m_rate / kGiga);
        for (const Measured& measured : m_measured) {
            std::printf("\n%s: %.0f ms a picture (median of %d), %d regions, loaded in %.0f ms, peak memory %.0f MiB\n",
                        measured.extractor.c_str(), 1000 * measured.seconds, m_repeat,
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
                    100 * flops / convolutionSeconds / m_rate);
    }

    void printJson() const
    {
        OrderedJson json = {{"libtorch", m_device.info.libtorch},
                            {"threads", m_device.info.threads},
                            {"precision", m_precision},
                            {"picture", {{"width", m_picture.width}, {"height", m_picture.height}}},
                            {"machine_convolution_flops_per_second", m_rate},
                            {"extractors", OrderedJson::array()}};
        for (const Measured& measured : m_measured) {
            OrderedJson entry = {
                {"extractor", measured.extractor},
                {"repeat", m_repeat},
                {"regions", measured.regions},
                {"load_ms", 1000 * measured.loadSeconds},
                {"median_ms", 1000 * measured.seconds},
                {"peak_memory_mib", measured.peak / kMebibyte},
                {"convolution_ms", 1000 * measured.convolutionSeconds()},
                {"convolution_flops", measured.convolutionFlops()},
                {"share_of_machine_rate", measured.convolutionFlops() / measured.convolutionSeconds() / m_rate},
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

    std::vector<std::string> m_extractors;
    std::string m_weights, m_image, m_precision = "float32";
    int m_repeat = 3, m_threads = 0;
    bool m_json = false;
    DeviceChoice m_device;
    RgbImage m_picture;
    double m_rate = 0;
    std::vector<Measured> m_measured;
};

} // namespace

std::unique_ptr<Command> makeBenchExtractCommand()
{
    return std::make_unique<BenchExtractCommand>();
}

} // namespace vbs
