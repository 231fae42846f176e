#pragma once

#include "core/base/geometry.h"
#include "core/datasets/json_record.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// COCO's object detection files: pictures, boxes and categories.
namespace vbs {

/// Further facts under the key "attributes" of an image or annotation, as CVAT and others write them:
/// {"color": "red", "size": "big"}. Values that are not strings are kept as their JSON text.
using CocoAttributes = std::map<std::string, std::string>;

struct CocoImage {
    std::int64_t id = 0;
    std::string fileName;
    int width = 0, height = 0; ///< 0 when the file does not say
    CocoAttributes attributes;
};

struct CocoAnnotation {
    std::int64_t id = 0;
    std::int64_t imageId = 0;
    std::int64_t categoryId = 0;
    Box box;         ///< the file holds [x, y, width, height]
    double area = 0; ///< of the object's outline; the box's when the file does not say
    bool isCrowd = false;
    CocoAttributes attributes;
};

struct CocoCategory {
    std::int64_t id = 0;
    std::string name;
    std::string supercategory;
};

struct CocoDataset {
    std::vector<CocoImage> images;
    std::vector<CocoAnnotation> annotations;
    std::vector<CocoCategory> categories;
};

/// Needs the ids, file_name, bbox and category names; the rest may be absent (also annotations altogether, as
/// in test sets). Keys that it does not know are passed over; segmentations are not read.
/// @throws Error naming file, record and key: FileNotFound, FileUnreadable, TooLarge, CorruptData.
CocoDataset readCoco(const std::filesystem::path& path);

/// An annotation's "bbox". @throws Error (CorruptData) naming the record.
Box cocoBoxOf(const JsonRecord& annotation);

/// @throws Error (FileUnwritable).
void writeCoco(const std::filesystem::path& path, const CocoDataset& dataset);

} // namespace vbs
