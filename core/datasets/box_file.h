#pragma once

#include "core/datasets/box_source.h"

#include <span>

namespace vbs {

/// Every form of boxes, in the order in which recognition tries them. A new one is a file pair and a row here.
std::span<const BoxFormat> boxFormats();

/// "a COCO file, a labelme file or a folder of them": for the help.
std::string boxFormatsInWords();

/// The boxes at a path, whatever their form, which is told by what is in the file.
/// @throws Error naming file and key; (UnsupportedFormat) for a file of no form.
std::unique_ptr<BoxSource> openBoxSource(const std::filesystem::path& path);

/// Boxes to describe pictures by. One thread at a time.
class BoxFile {
public:
    /// @throws Error as openBoxSource.
    static BoxFile open(const std::filesystem::path& path);

    /// The boxes of a picture, clipped to it, in the file's order.
    /// @param picture its path or name. @param width, height of the picture in pixels.
    /// @throws Error (InvalidArgument, Mismatch) when there are none, when a box has no area inside the picture, or
    /// when the file states another size for the picture; each names the file and the picture.
    std::vector<LabelledBox> boxesOf(const std::string& picture, int width, int height) const;

private:
    std::unique_ptr<BoxSource> m_source;
};

} // namespace vbs
