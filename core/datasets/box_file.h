#pragma once

#include "core/datasets/box_source.h"

#include <map>
#include <span>
#include <unordered_map>

namespace vbs {

/// Every form of boxes, in the order in which recognition tries them. A new one is a file pair and a row here.
std::span<const BoxFormat> boxFormats();

/// "a COCO file, a labelme file or a folder of them": for the help.
std::string boxFormatsInWords();

/// The boxes at a path, whatever their form, which is told by what is in the file.
/// @throws Error naming file and key; (UnsupportedFormat) for a file of no form.
std::unique_ptr<BoxSource> openBoxSource(const std::filesystem::path& path);

/// "2 polygons", "1 box without area": so many of what a PictureBoxes leaves out.
std::string countInWords(const std::string& kind, int count);

/// The boxes that describe one picture, and what its file has beside them.
struct PictureBoxes {
    std::vector<LabelledBox> boxes;  ///< clipped to the picture, in the file's order
    std::map<std::string, int> left; ///< what is left out, by its kind: {"polygon", 2}, {"box without area", 1}
    std::string where;               ///< the file and the first record that is left out; the file alone for shapes
    std::string otherName;           ///< the name that the file has for the picture, where its folder is another
};

/// Boxes to describe pictures by. One thread at a time.
class BoxFile {
public:
    /// @throws Error as openBoxSource.
    static BoxFile open(const std::filesystem::path& path);

    /// The pictures that will be asked for: what the file has for one of them is not taken for another.
    void expect(const std::vector<std::string>& pictures);

    /// @param picture its path or name. @param width, height of the picture in pixels.
    /// @throws Error (InvalidArgument, Mismatch, CorruptData) when there are none, when the file may mean several
    /// pictures or this one and another, when a record of the picture is damaged, or when the file states another size
    /// for it; each names the file and the picture.
    PictureBoxes boxesOf(const std::string& picture, int width, int height) const;

    /// See BoxSource.
    std::vector<Sentence> remarks() const { return m_source->remarks(); }

private:
    struct Claims {
        std::array<int, 3> rank{};
        std::vector<std::string> pictures; ///< that the record means as well as each other
    };
    std::size_t recordOf(const std::string& picture, PictureMatch& match) const;
    void requireOwn(const DrawnBoxes& drawn, const std::string& picture) const;

    std::string m_file;
    std::unique_ptr<BoxSource> m_source;
    std::unordered_map<std::size_t, Claims> m_claims; ///< by record
};

} // namespace vbs
