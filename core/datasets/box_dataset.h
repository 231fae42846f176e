#pragma once

#include "core/datasets/dataset.h"

namespace vbs {

bool isBoxesDataset(const DatasetFiles& files);

/// Pictures with boxes. Changed may be: truth.boxes.
std::unique_ptr<Dataset> openBoxesDataset(const DatasetFiles& files, const DatasetOptions& options);

inline constexpr DatasetFormat kBoxesFormat{
    "boxes",        "Boxes (COCO, labelme)",
    std::nullopt,   "--dataset COCO file, labelme file or folder of labelme files",
    isBoxesDataset, openBoxesDataset};

} // namespace vbs
