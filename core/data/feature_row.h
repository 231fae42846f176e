#pragma once

#include "core/data/region_features.h"

#include <string>
#include <string_view>
#include <vector>

/// One picture's line in a tab-separated feature file of the bottom-up-attention family: numbers as text,
/// arrays as base64 of little-endian values (boxes, features and confidences float32, ids int64). The layout
/// is described in peteanderson80/bottom-up-attention and airsplay/lxmert.
namespace vbs {

/// Column names from left to right. Known: img_id or image_id, img_w or image_w, img_h or image_h,
/// objects_id, objects_conf, attrs_id, attrs_conf, num_boxes, boxes, features. Columns with other names are
/// passed over.
using FeatureColumns = std::vector<std::string>;

/// LXMERT's ten: img_id img_h img_w objects_id objects_conf attrs_id attrs_conf num_boxes boxes features.
const FeatureColumns& lxmertColumns();
/// The older six: image_id image_w image_h num_boxes boxes features.
const FeatureColumns& bottomUpColumns();

/// @throws Error (InvalidArgument) naming a column that is needed and not there, or there twice.
void requireFeatureColumns(const FeatureColumns& columns, const std::string& file);

struct RecognisedColumns {
    FeatureColumns columns;
    bool firstLineNamesThem = false; ///< so it is no row
};

/// The columns of a file by its first line: by name where that line holds names, else by their number.
/// @throws Error (UnsupportedFormat) that names the number and the way out.
RecognisedColumns recogniseColumns(std::string_view firstLine, const std::string& file);

/// @param line without its line end. @param where names file and line in messages.
/// @throws Error (CorruptData) naming the column and the fault.
RegionFeatures parseFeatureRow(std::string_view line, const FeatureColumns& columns, const std::string& where);

/// A line with LXMERT's ten columns and its line end. Regions without attributes get the id -1 with
/// confidence 0; so do labels. @throws Error (InvalidArgument) for a picture's name with a tab or a line end.
std::string formatFeatureRow(const RegionFeatures& regions);

} // namespace vbs
