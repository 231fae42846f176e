#include "core/runtime/picture_calibration.h"

#include "core/image/image_io.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/strangeness_learning.h"
#include "core/runtime/device.h"
#include "core/runtime/torch_device.h"

#include <torch/types.h>

namespace vbs {

void calibrateOnPictures(const std::filesystem::path& pack, const std::vector<ListedPicture>& pictures,
                         const std::string& device, const JobControl& control)
{
    const torch::NoGradGuard noGrad;
    ModelPack calibrated = readPack(pack);
    const auto extractor = createRegionExtractor(packExtractor(calibrated), torchDevice(chooseDevice(device)).str());
    const PictureStrangeness strangeness = learnPictureStrangeness(
        *extractor, pictures.size(), [&](std::size_t i) { return readImage(pictures[i].path); }, control);
    std::string& file = calibrated.manifest.strangeness.pictures;
    if (file.empty())
        file = "strangeness/pictures.safetensors";
    strangeness.write(pack / file, std::to_string(pictures.size()) + " pictures");
    amendPack(calibrated, {file});
}

} // namespace vbs
