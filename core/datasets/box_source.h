#pragma once

#include "core/base/sentence.h"
#include "core/data/picture_names.h"
#include "core/datasets/labelled_box.h"

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// Boxes that people drew on one picture, as their file holds them.
struct DrawnBoxes {
    std::vector<LabelledBox> boxes;    ///< not clipped
    int width = 0, height = 0;         ///< of the picture they were drawn on; 0: not stated
    std::map<std::string, int> others; ///< shapes that are no boxes, by their kind: {"polygon", 2}
    std::string file;                  ///< that holds them
    const char* array = "";            ///< what the file calls its records: "shapes"
    std::filesystem::path picture;     ///< where the file says that the picture is, from its own folder; may be empty
};

/// Pictures with boxes in some form. What is needed is read when it is asked for. A picture is called by its number in
/// pictures().
class BoxSource {
public:
    virtual ~BoxSource() = default;

    /// The pictures' names as the form has them, in its order.
    virtual std::vector<std::string> pictures() const = 0;

    /// The pictures by their names, and by what else the form knows them.
    virtual const PictureNames& names() const = 0;

    /// @throws Error naming file and key where the picture's own records are damaged.
    virtual DrawnBoxes boxesOf(std::size_t picture) const = 0;

    /// Sentences on records that belong to no picture, and are passed over.
    virtual std::vector<Sentence> remarks() const { return {}; }

    /// Writes everything with the boxes of some pictures replaced; what else is in the files stays, in its order.
    /// @param changed by number. @param left pictures that are left out, by number.
    /// @throws Error (FileUnwritable).
    virtual void write(const std::filesystem::path& to, const std::map<std::size_t, std::vector<LabelledBox>>& changed,
                       const std::set<std::size_t>& left = {}) const = 0;
};

/// A form of boxes. boxFormats() is the one table of them.
struct BoxFormat {
    std::string_view name;  ///< for people: "COCO"
    std::string_view sign;  ///< what tells it, in words: "COCO's \"images\""
    std::string_view files; ///< for the help: "a COCO file"
    /// @param keys the first keys of the file, see firstKeysOf; none for a folder.
    bool (*recognises)(const std::filesystem::path& path, const std::map<std::string, char>& keys);
    std::unique_ptr<BoxSource> (*open)(const std::filesystem::path& path);
};

} // namespace vbs
