#include "app/commands/scenes_command.h"

#include "core/base/json.h"
#include "core/picture_book/scenes/scene_export.h"

#include <iostream>

namespace vbs {
namespace {

/// @throws Error when the folder holds anything, or cannot be made.
void prepareFolder(const std::filesystem::path& folder, bool force)
{
    std::error_code error;
    const bool exists = std::filesystem::exists(folder, error);
    if (exists && !std::filesystem::is_directory(folder, error))
        throw Error(ErrorCode::FileUnwritable, folder.string() + " is not a folder.");
    const bool empty = !exists || std::filesystem::is_empty(folder, error);
    if (!error && !empty && !force)
        throw Error(ErrorCode::InvalidArgument,
                    "The folder " + folder.string() +
                        " is not empty; choose another one, or add --force to write into it.");
    if (!error)
        std::filesystem::create_directories(folder / "images", error);
    if (error)
        throw Error(ErrorCode::FileUnwritable,
                    "The folder " + folder.string() + " cannot be used: " + error.message() + ".");
}

class ScenesCommand : public Command {
public:
    std::string name() const override { return "scenes"; }
    std::string help() const override { return "Draw picture-book scenes with their boxes, questions and answers"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--count", m_options.count, "number of scenes")
            ->required()
            ->check(CLI::Range(std::int64_t(1), std::int64_t(100'000'000)));
        app.add_option(
               "--output", m_options.folder,
               "new or empty folder: images/, instances.json (COCO), questions.json and annotations.json (VQA v2)")
            ->required();
        app.add_option("--seed", m_options.seed, "the series that the scenes belong to")->capture_default_str();
        app.add_option("--first", m_options.first, "number of the first scene in the series")
            ->check(CLI::Range(std::int64_t(0), std::int64_t(1'000'000'000)))
            ->capture_default_str();
        app.add_option("--questions", m_options.questionsPerScene, "questions about each scene, at most")
            ->check(CLI::Range(0, 1000))
            ->capture_default_str();
        app.add_option(
               "--errors", m_options.errors,
               "share of the answers and boxes that are made wrong on purpose, for a review to find; which they "
               "are is listed in errors.json")
            ->check(CLI::Range(0., 1.))
            ->capture_default_str();
        app.add_flag("--force", m_force, "write into a folder that holds files; those of the same name are replaced");
        app.add_flag("--json", m_json, "print the summary as JSON");
    }

    void run() override
    {
        prepareFolder(m_options.folder, m_force);
        int shown = -1;
        JobControl control;
        control.onProgress = [&](const Progress& progress) {
            const int percent = int(progress.fraction * 100);
            if (percent / 10 != shown)
                std::cerr << progress.stage << ": " << percent << " %\n";
            shown = percent / 10;
        };
        printSummary(exportScenes(m_options, control));
    }

private:
    void printSummary(const SceneExportSummary& summary) const
    {
        const std::string folder = m_options.folder.string();
        if (m_json)
            std::cout << jsonText(OrderedJson{{"folder", folder},
                                              {"seed", m_options.seed},
                                              {"first", m_options.first},
                                              {"scenes", summary.scenes},
                                              {"objects", summary.objects},
                                              {"questions", summary.questions},
                                              {"wrong_answers", summary.wrongAnswers},
                                              {"wrong_boxes", summary.wrongBoxes}})
                      << '\n';
        else
            std::cout << summary.scenes << " scenes with " << summary.objects << " objects and " << summary.questions
                      << " questions are in " << folder
                      << (m_options.errors > 0 ? "; " + std::to_string(summary.wrongAnswers) + " answers and " +
                                                     std::to_string(summary.wrongBoxes) + " boxes are wrong on purpose"
                                               : "")
                      << ".\n";
    }

    SceneExportOptions m_options;
    bool m_force = false;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeScenesCommand()
{
    return std::make_unique<ScenesCommand>();
}

} // namespace vbs
