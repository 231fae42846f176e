#pragma once

#include "core/base/json.h"
#include "core/datasets/labelled_box.h"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// The boxes of a COCO file by picture, to look at and to change. Everything else in the file is kept as it
/// was, in its order (readCoco in coco.h reads the whole of a data set instead).
class CocoBoxes {
public:
    /// @throws Error naming file, record and key: FileNotFound, FileUnreadable, TooLarge, CorruptData.
    static CocoBoxes read(const std::filesystem::path& path);
    static CocoBoxes fromJson(OrderedJson json, const std::string& file);

    /// A picture by its file name, its name without suffix, or its COCO number; nullopt when there is none.
    std::optional<std::size_t> findImage(const std::string& pictureName) const;

    struct Image {
        std::int64_t id = 0;
        std::string fileName;
        int width = 0, height = 0; ///< 0 when the file does not say
    };
    const std::vector<Image>& images() const { return m_images; }

    /// The boxes of a picture in the file's order, not clipped; labels are category names.
    std::vector<LabelledBox> boxesOf(std::size_t image) const;

    /// Replaces a picture's boxes. A box with a record keeps that annotation's other keys; annotations of the
    /// picture that no box names are removed; new ones come last, with a category of their label's name, made
    /// where needed.
    void setBoxes(std::size_t image, const std::vector<LabelledBox>& boxes);

    /// @throws Error (FileUnwritable).
    void write(const std::filesystem::path& path) const;
    const OrderedJson& json() const { return m_json; }

private:
    void parse();
    std::int64_t categoryOf(const std::string& label);

    OrderedJson m_json;
    std::string m_file;
    std::vector<Image> m_images;
    std::unordered_map<std::int64_t, std::vector<LabelledBox>> m_boxes; ///< by the picture's id
    std::unordered_map<std::string, std::size_t> m_byName, m_byNumber;
};

} // namespace vbs
