#include "app/commands/packs_calibrate_command.h"

#include "app/commands/interrupt.h"
#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/data/picture_list.h"
#include "core/pack/pack_catalog.h"
#include "core/picture_book/calibration/scene_calibration.h"
#include "core/runtime/picture_calibration.h"

#include <iostream>

namespace vbs {

namespace {

class PacksCalibrateCommand : public Command {
public:
    std::string name() const override { return "calibrate"; }
    std::string help() const override
    {
        return "Teach a pack what its pictures look like, so that it knows strange ones";
    }

    void declare(CLI::App& app) override
    {
        app.add_option("name", m_pack, "name or folder of the pack, which is changed")->required();
        auto* images = app.add_option("--images", m_images, "pictures such as the pack was taught: files and folders");
        app.add_option("--scenes", m_scenes.scenes, "picture-book scenes instead, with their texts")
            ->check(CLI::Range(kFewestCalibrationScenes, 1000000))
            ->excludes(images);
        app.add_option("--seed", m_scenes.seed, "the series that the scenes belong to")->capture_default_str();
        app.add_option("--device", m_scenes.device, "auto, cpu or cuda[:N]")->capture_default_str();
        addThreadsOption(app);
        app.add_flag("--quiet", m_quiet, "no progress");
    }

    void run() override
    {
        m_scenes.pack = findPack(m_pack);
        JobControl control = terminalProgress(m_quiet);
        control.stop = stopOnInterrupt();
        if (m_images.empty()) {
            calibrateOnScenes(m_scenes, control);
        } else {
            const PictureList list = listPictures(m_images);
            for (const std::string& sentence : list.unlisted)
                std::cerr << "visualbert: warning: " << sentence << '\n';
            calibrateOnPictures(m_scenes.pack, list.pictures, m_scenes.device, control);
        }
        std::cout << "The pack in " << m_scenes.pack.string() << " now knows strange pictures.\n";
    }

private:
    std::string m_pack;
    std::vector<std::filesystem::path> m_images;
    SceneCalibration m_scenes;
    bool m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makePacksCalibrateCommand()
{
    return std::make_unique<PacksCalibrateCommand>();
}

} // namespace vbs
