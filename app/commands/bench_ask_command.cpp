#include "app/commands/bench_ask_command.h"

#include "app/commands/engine_options.h"
#include "core/base/json.h"
#include "core/base/stopwatch.h"
#include "core/image/image_io.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

/// What a first and a second question on a picture cost: the first finds the regions, the second runs only the
/// Transformer.
class BenchAskCommand : public Command {
public:
    std::string name() const override { return "ask"; }
    std::string help() const override { return "Time a first and a second question on one picture"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--image", m_image, "picture; default: the pack's sample");
        app.add_option("--repeat", m_repeat, "repetitions; medians are reported")
            ->capture_default_str()
            ->check(CLI::Range(1, 100000));
        app.add_flag("--window", m_window, "ask as the window does: explained, and from the text alone besides");
        m_engine.declare(app);
    }

    void run() override
    {
        PackInfo pack;
        DeviceInfo device;
        m_engine.keepRegions = false;
        const auto engine = m_engine.load(pack, device);
        const RgbImage picture = readImage(m_image.empty() ? pack.samplePicture : std::filesystem::path(m_image));
        InferenceRequest request;
        request.text = "How many things are there?";
        if (m_window) {
            request.explanation.method = kDefaultExplanation;
            request.blindToo = true;
            request.topK = 20;
        }
        std::vector<double> extract, first, second, cached;
        for (int i = 0; i < m_repeat + 1; ++i) {
            // One pixel differs, so that this picture has not been seen before.
            auto fresh = std::make_shared<RgbImage>(picture);
            fresh->pixels[0] = static_cast<std::uint8_t>(i);
            fresh->pixels[1] = static_cast<std::uint8_t>(i >> 8);
            request.image = fresh;
            const Timing one = engine->run(request, {}).timing;
            const Timing two = engine->run(request, {}).timing;
            if (i == 0)
                continue; // warm-up
            extract.push_back(one.extractMs);
            first.push_back(one.extractMs + one.inferMs);
            cached.push_back(two.extractMs);
            second.push_back(two.extractMs + two.inferMs);
        }
        print(device, median(extract), median(first), median(cached), median(second));
    }

private:
    void print(const DeviceInfo& device, double extract, double first, double cached, double second) const
    {
        if (m_engine.json) {
            const OrderedJson json = {{"repeat", m_repeat},
                                      {"device", device.device},
                                      {"threads", device.threads},
                                      {"libtorch", device.libtorch},
                                      {"median_ms",
                                       {{"extract", extract},
                                        {"first_question", first},
                                        {"cached_regions", cached},
                                        {"second_question", second}}}};
            std::cout << jsonText(json) << '\n';
            return;
        }
        std::printf("LibTorch %s on %s, %d threads; medians of %d\n", device.libtorch.c_str(), device.device.c_str(),
                    device.threads, m_repeat);
        std::printf("finding regions      %8.2f ms\n", extract);
        std::printf("first question       %8.2f ms\n", first);
        std::printf("regions from cache   %8.2f ms\n", cached);
        std::printf("second question      %8.2f ms\n", second);
    }

    std::string m_image;
    bool m_window = false;
    int m_repeat = 20;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeBenchAskCommand()
{
    return std::make_unique<BenchAskCommand>();
}

} // namespace vbs
