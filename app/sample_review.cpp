#include "app/sample_review.h"

#include "core/picture_book/scenes/scene_export.h"

namespace vbs {

DatasetFiles makeSampleReview(const std::filesystem::path& folder, const JobControl& control)
{
    SceneExportOptions options;
    options.count = 100;
    options.seed = 15;
    options.errors = 0.1;
    options.folder = folder / "sample";
    std::error_code error;
    std::filesystem::create_directories(options.folder / "images", error);
    if (error)
        throw Error(ErrorCode::FileUnwritable,
                    sentence("The folder %1 cannot be made: %2.", options.folder.string(), error.message()));
    exportScenes(options, control);
    return {options.folder / "questions.json", options.folder / "annotations.json", options.folder / "images"};
}

} // namespace vbs
