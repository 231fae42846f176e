#include "core/regions/detector_files.h"

#include "core/base/json.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/regions/extractor_weights.h"

namespace vbs {

void saveDetector(const std::filesystem::path& folder, FasterRcnn& detector, const BoxGeometryConfig& geometry)
{
    OrderedJson config = {{"kind", "faster_rcnn_fpn"}, {"weights", "model.safetensors"}};
    config["geometry"] = boxGeometryToJson(geometry);
    config.update(detectorConfigToJson(detector->config()));
    writeSafetensors(folder / "model.safetensors", asFloat16(saveModule(*detector)));
    writeJsonFile(folder / "config.json", config);
}

void loadDetectorWeights(const std::filesystem::path& file, FasterRcnn& detector)
{
    loadExtractorWeights(file, *detector);
}

} // namespace vbs
