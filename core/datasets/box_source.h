#pragma once

#include "core/datasets/labelled_box.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// Boxes that people drew on one picture, as their file holds them.
struct DrawnBoxes {
    std::vector<LabelledBox> boxes; ///< not clipped
    int width = 0, height = 0;      ///< of the picture they were drawn on; 0: not stated
    std::string others;             ///< shapes that are no boxes, in words: "2 polygon"
    std::string file;               ///< that holds them
    const char* array = "";         ///< what the file calls its records: "shapes"
};

/// Pictures with boxes in some form. What is needed is read when it is asked for.
class BoxSource {
public:
    virtual ~BoxSource() = default;

    /// The pictures' names as the form has them, in its order.
    virtual std::vector<std::string> pictures() const = 0;

    /// @param picture its path or name. @throws Error (InvalidArgument) when the source knows no such picture; naming
    /// file and key for a damaged file.
    virtual DrawnBoxes boxesOf(const std::string& picture) const = 0;

    /// Writes everything with the boxes of some pictures replaced; what else is in the files stays, in its order.
    /// @param changed by the names of pictures(). @throws Error (FileUnwritable).
    virtual void write(const std::filesystem::path& to,
                       const std::map<std::string, std::vector<LabelledBox>>& changed) const = 0;
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
