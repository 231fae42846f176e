#pragma once

#include "core/datasets/coco_boxes.h"
#include "core/datasets/labelled_box.h"
#include "core/datasets/labelme.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// Boxes that people drew, whatever the form: a COCO file, one labelme file, or a folder with a labelme file
/// for each picture. What is needed of it is read when it is asked for; one thread at a time.
class BoxFile {
public:
    /// The form is told by what is in the file. @throws Error naming file and key.
    static BoxFile open(const std::filesystem::path& path);

    /// The boxes of a picture, clipped to it, in the file's order.
    /// @param picture its path or name. @param width, height of the picture in pixels.
    /// @throws Error (InvalidArgument, Mismatch) when there are none, when a box has no area inside the
    /// picture, or when the file states another size for the picture; each names the file and the picture.
    std::vector<LabelledBox> boxesOf(const std::string& picture, int width, int height) const;

private:
    std::filesystem::path m_path;
    std::optional<CocoBoxes> m_coco;
    std::optional<LabelmeFile> m_labelme;
};

} // namespace vbs
