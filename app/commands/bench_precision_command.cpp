#include "app/commands/bench_precision_command.h"

#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/bench/extract_bench.h"
#include "core/bench/precision_bench.h"
#include "core/image/image_io.h"
#include "core/nn/bfloat16_speed.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/regions/extractor_choice.h"
#include "core/runtime/device.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

/// Whether extractors gain from bfloat16 on this processor, and what it does to their regions.
class BenchPrecisionCommand : public Command {
public:
    std::string name() const override { return "precision"; }
    std::string help() const override { return "Compare extractors in float32 and bfloat16: speed and labels"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--extractor", m_extractor, "a published extractor, weights filled by rule; default: --pack's")
            ->check(CLI::IsMember(publishedExtractorNames()));
        app.add_option("--pack", m_pack, "name or folder of the model pack")->capture_default_str();
        app.add_option("--image", m_images, "pictures; default: scenes, or noise of 1333 x 800 for --extractor")
            ->check(CLI::ExistingFile);
        app.add_option("--scenes", m_scenes, "number of picture-book scenes")
            ->capture_default_str()
            ->check(CLI::Range(1, 100000));
        app.add_option("--rounds", m_rounds, "how often the pictures are looked at")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000));
        addThreadsOption(app);
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
    }

    void run() override
    {
        m_device = chooseDevice("cpu");
        const std::vector<RgbImage> pictures = readPictures();
        m_pictures = pictures.size();
        if (m_extractor.empty()) {
            const ExtractorChoice choice = chooseExtractor({.extractor = {}, .pack = m_pack});
            m_name = choice.name;
            m_cost = comparePrecisions(choice.config, choice.folder, pictures, m_rounds, terminalProgress(m_json));
        } else {
            m_name = m_extractor;
            m_cost = comparePrecisions(m_extractor, pictures, m_rounds, terminalProgress(m_json));
        }
        m_json ? printJson() : printText();
    }

private:
    static constexpr std::uint64_t kSeed = 424242; ///< no training's

    std::vector<RgbImage> readPictures() const
    {
        std::vector<RgbImage> pictures;
        for (const std::string& image : m_images)
            pictures.push_back(readImage(image));
        if (pictures.empty() && !m_extractor.empty())
            return {madeUpPicture()};
        for (int i = 0; m_images.empty() && i < m_scenes; ++i)
            pictures.push_back(drawScene(sceneOfSeries(kSeed, std::uint64_t(i))));
        return pictures;
    }

    void printText() const
    {
        const RegionChange& change = m_cost.change;
        std::printf("%s, %zu pictures, %d rounds, LibTorch %s, %d threads\n", m_name.c_str(), m_pictures, m_rounds,
                    m_device.libtorch.c_str(), m_device.threads);
        std::printf("a picture: float32 %.1f ms, bfloat16 %.1f ms; bfloat16 is %.2f times as fast\n",
                    1000 * m_cost.float32Seconds, 1000 * m_cost.bfloat16Seconds, m_cost.speedRatio);
        std::printf("regions: %zu in float32, of which %zu are there in bfloat16; %zu lost, %zu gained\n",
                    change.regions, change.matched, change.lost, change.gained);
        std::printf("changed labels: %zu of %zu (%.2f %%); features differ by at most %.1e (1 - cosine)\n",
                    change.relabelled, change.matched, 100 * change.changedShare(), m_cost.featureDistance);
        std::printf("--precision bfloat16 finds regions in %s here.\n", bfloat16IsFast() ? "bfloat16" : "float32");
    }

    void printJson() const
    {
        const RegionChange& change = m_cost.change;
        std::cout << jsonText(OrderedJson{{"extractor", m_name},
                                          {"pictures", m_pictures},
                                          {"rounds", m_rounds},
                                          {"libtorch", m_device.libtorch},
                                          {"threads", m_device.threads},
                                          {"float32_ms", 1000 * m_cost.float32Seconds},
                                          {"bfloat16_ms", 1000 * m_cost.bfloat16Seconds},
                                          {"speed_ratio", m_cost.speedRatio},
                                          {"regions", change.regions},
                                          {"matched", change.matched},
                                          {"changed_labels", change.relabelled},
                                          {"changed_share", change.changedShare()},
                                          {"lost", change.lost},
                                          {"gained", change.gained},
                                          {"feature_distance", m_cost.featureDistance},
                                          {"bfloat16_is_used", bfloat16IsFast()}})
                  << '\n';
    }

    std::string m_extractor, m_pack = "picture-book", m_name;
    std::vector<std::string> m_images;
    int m_scenes = 300, m_rounds = 3;
    bool m_json = false;
    DeviceInfo m_device;
    std::size_t m_pictures = 0;
    PrecisionCost m_cost;
};

} // namespace

std::unique_ptr<Command> makeBenchPrecisionCommand()
{
    return std::make_unique<BenchPrecisionCommand>();
}

} // namespace vbs
