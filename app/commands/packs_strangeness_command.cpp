#include "app/commands/packs_strangeness_command.h"

#include "app/commands/engine_options.h"
#include "app/commands/interrupt.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/data/picture_list.h"
#include "core/image/image_io.h"
#include "core/picture_book/scenes/scene_drawing.h"

#include <cstdio>
#include <functional>
#include <iostream>

namespace vbs {

namespace {

class PacksStrangenessCommand : public Command {
public:
    std::string name() const override { return "strangeness"; }
    std::string help() const override { return "Measure how strange pictures are to a pack; above 1: strange"; }

    void declare(CLI::App& app) override
    {
        auto* images = app.add_option("--images", m_images, "pictures: files and folders");
        app.add_option("--scenes", m_scenes, "so many picture-book scenes instead")
            ->check(CLI::Range(1, 1000000))
            ->excludes(images);
        app.add_option("--seed", m_seed, "the series that the scenes belong to")->capture_default_str();
        m_engine.declare(app);
    }

    void run() override
    {
        if (m_images.empty() && m_scenes == 0)
            throw Error(ErrorCode::InvalidArgument, "There is nothing to measure: name pictures with --images, or how "
                                                    "many scenes with --scenes.");
        PackInfo pack;
        DeviceInfo device;
        const auto engine = m_engine.load(pack, device);
        if (!pack.knowsStrangeness)
            throw Error(ErrorCode::InvalidArgument, "The pack \"" + pack.name +
                                                        "\" does not know what its pictures look like: teach it with "
                                                        "visualbert packs calibrate.");
        JobControl control = m_engine.control();
        control.stop = stopOnInterrupt();
        for (int i = 0; i < m_scenes; ++i)
            measure(*engine, control, "scene " + std::to_string(i),
                    [&] { return drawScene(sceneOfSeries(m_seed, std::uint64_t(i))); });
        if (!m_images.empty()) {
            const PictureList list = listPictures(m_images);
            for (const std::string& sentence : list.unlisted)
                std::cerr << "visualbert: warning: " << sentence << '\n';
            for (const ListedPicture& picture : list.pictures)
                measure(*engine, control, picture.path.string(), [&] { return readImage(picture.path); });
        }
        finish();
    }

private:
    void measure(InferenceBackend& engine, const JobControl& control, const std::string& name,
                 const std::function<RgbImage()>& read)
    {
        control.throwIfStopped();
        InferenceRequest request;
        request.regionsOnly = true;
        try {
            request.image = std::make_shared<const RgbImage>(read());
        } catch (const Error& e) {
            std::cerr << "visualbert: warning: " << withoutControls(e.what()) << '\n';
            ++m_unreadable;
            return;
        }
        const double strangeness = engine.run(request, control).strangeness.picture;
        m_strange += strangeness > 1 ? 1 : 0;
        ++m_measured;
        if (m_engine.json)
            m_pictures.push_back({{"picture", name}, {"strangeness", strangeness}});
        else
            std::printf("%6.2f  %s\n", strangeness, withoutControls(name).c_str());
    }

    void finish() const
    {
        if (m_engine.json) {
            std::cout << jsonText(OrderedJson{{"pictures", m_pictures}, {"strange", m_strange}, {"count", m_measured}})
                      << '\n';
        } else if (m_measured > 0) {
            std::printf("%d of %d pictures are strange to this pack (%.1f %%).\n", m_strange, m_measured,
                        100.0 * m_strange / m_measured);
        }
        if (m_unreadable > 0)
            throw Error(ErrorCode::FileUnreadable, std::to_string(m_unreadable) +
                                                       (m_unreadable == 1 ? " picture" : " pictures") +
                                                       " could not be read and are left out.");
    }

    EngineOptions m_engine;
    std::vector<std::filesystem::path> m_images;
    int m_scenes = 0, m_strange = 0, m_measured = 0, m_unreadable = 0;
    std::uint64_t m_seed = 1;
    OrderedJson m_pictures = OrderedJson::array();
};

} // namespace

std::unique_ptr<Command> makePacksStrangenessCommand()
{
    return std::make_unique<PacksStrangenessCommand>();
}

} // namespace vbs
