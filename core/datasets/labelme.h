#pragma once

#include "core/base/json.h"
#include "core/datasets/labelled_box.h"
#include "core/datasets/record_edits.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vbs {

/// One picture's annotation as labelme and X-AnyLabeling write it. Only rectangles are read and changed;
/// everything else in the file is kept as it was, in its order.
class LabelmeFile {
public:
    /// Rectangles may have two points (any opposite corners) or X-AnyLabeling's four.
    /// @throws Error naming file, shape and key: FileNotFound, FileUnreadable, TooLarge, CorruptData.
    static LabelmeFile read(const std::filesystem::path& path);
    static LabelmeFile fromJson(OrderedJson json, const std::string& file);

    /// A new file for a picture.
    static LabelmeFile forPicture(const std::string& imagePath, int width, int height);

    const std::string& imagePath() const { return m_imagePath; } ///< as in the file; may be empty
    int width() const { return m_width; }                        ///< 0 when the file does not say
    int height() const { return m_height; }

    /// The rectangles as they are in the file, corners in order, not clipped.
    const std::vector<LabelledBox>& boxes() const { return m_boxes; }

    /// How many shapes are no rectangles, by their type: {"polygon": 2}.
    std::map<std::string, int> otherShapes() const;

    /// Replaces the rectangles. A box with a record keeps that shape's other keys, and its exact coordinates
    /// where they are the same; rectangles that no box names are removed; new ones come last.
    void setBoxes(const std::vector<LabelledBox>& boxes);

    /// Every rectangle with two points. @throws Error (FileUnwritable).
    void write(const std::filesystem::path& path) const;
    const OrderedJson& json() const { return m_json; }

private:
    void parse(const std::string& file);

    OrderedJson m_json;
    std::string m_imagePath;
    int m_width = 0, m_height = 0;
    std::vector<LabelledBox> m_boxes;
};

/// Replaces the rectangles of a file on the disk as LabelmeFile::setBoxes does, but keeps every other byte of it.
/// @param stamp from before the file was read. @param read what it holds.
/// @throws Error (FileUnwritable); (CorruptData) when it has changed since.
void changeLabelmeFile(const std::filesystem::path& path, const FileStamp& stamp, const LabelmeFile& read,
                       const std::vector<LabelledBox>& boxes);

} // namespace vbs
