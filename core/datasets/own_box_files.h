#pragma once

#include "core/data/own_boxes.h"

#include <filesystem>

namespace vbs {

/// A picture as files of annotations speak of it.
struct AnnotatedPicture {
    std::filesystem::path path;
    int width = 0, height = 0; ///< in pixels, as shown (after the EXIF orientation)
};

/// Saves a picture's boxes as labelme's JSON, which X-AnyLabeling reads, too; mostly to labelmeFileOf(picture.path).
///
/// A new file is made; of one that is there every byte stays but for its rectangles, and of those
///   - one that equals a box (corners and label) stays as it is, so that saving twice changes nothing;
///   - the one that a box was made from (OwnBox::origin) gets its corners and label and keeps its other keys;
///   - one of OwnBoxes::annotated that no box was made from goes: the user removed it;
///   - any other stays: somebody else drew it.
/// Boxes without such a rectangle are added. A file that is not as it was when this function read it is left alone.
/// @return the boxes to go on with in place of the given ones: what is in the file now counts as annotated.
/// @throws Error naming the file, which is then as before: FileUnwritable (a full disk, no permission); FileUnreadable,
/// CorruptData, TooLarge for what is there and is not labelme's; InvalidArgument when it belongs to another picture
/// ("imagePath"); Mismatch when it states another size.
OwnBoxes saveAsLabelme(const std::filesystem::path& file, const AnnotatedPicture& picture, const OwnBoxes& boxes);

/// The same as COCO's JSON. The records of other pictures stay, byte for byte; a picture that the file lacks is added
/// under its file's name, with its folder's where the file has another picture of that name. Labels become categories;
/// boxes without a label get one called "".
/// @throws Error as above; (InvalidArgument) when several of the file's pictures may be this one.
OwnBoxes saveAsCoco(const std::filesystem::path& file, const AnnotatedPicture& picture, const OwnBoxes& boxes);

/// Where labelme looks for a picture's boxes: NAME.json beside NAME.png.
std::filesystem::path labelmeFileOf(const std::filesystem::path& picture);

/// Where a COCO file of a picture's folder is proposed: annotations.json in it.
std::filesystem::path cocoFileOf(const std::filesystem::path& picture);

} // namespace vbs
