#pragma once

#include "core/base/json.h"
#include "core/datasets/labelled_box.h"

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// The boxes of a COCO file by picture, to look at and to change. Everything else in the file is kept as it
/// was, in its order (readCoco in coco.h reads the whole of a data set instead). A damaged record takes no more with it
/// than its picture.
class CocoBoxes {
public:
    /// @throws Error naming file and key where the file as a whole is none of COCO's: FileNotFound, FileUnreadable,
    /// TooLarge, CorruptData.
    static CocoBoxes read(const std::filesystem::path& path);
    static CocoBoxes fromJson(OrderedJson json, const std::string& file);

    struct Image {
        std::string id; ///< whole numbers and texts alike: they only have to match
        std::string fileName;
        int width = 0, height = 0; ///< 0 when the file does not say
        std::size_t record = 0;    ///< its place in "images"
    };
    const std::vector<Image>& images() const { return m_images; }

    /// The boxes of a picture in the file's order, not clipped; labels are category names.
    /// @throws Error (CorruptData) naming the record that is damaged, or the other picture with the same id.
    std::vector<LabelledBox> boxesOf(std::size_t image) const;

    /// Sentences on records that belong to no picture, and are passed over.
    const std::vector<std::string>& remarks() const { return m_remarks; }

    /// Replaces a picture's boxes. A box with a record keeps that annotation's other keys; annotations of the
    /// picture that no box names are removed; new ones come last, with a category of their label's name, made
    /// where needed.
    void setBoxes(std::size_t image, const std::vector<LabelledBox>& boxes);

    /// @throws Error (FileUnwritable).
    void write(const std::filesystem::path& path) const;
    const OrderedJson& json() const { return m_json; }

private:
    void parse();
    void readImages();
    void readAnnotations();
    void refuse(const std::string& id, const std::string& why) { m_faults.try_emplace(id, why); }
    void remark(const std::string& sentence);
    OrderedJson categoryOf(const std::string& label);

    OrderedJson m_json;
    std::string m_file;
    std::vector<Image> m_images;
    std::unordered_map<std::string, std::vector<LabelledBox>> m_boxes; ///< by the picture's id
    std::unordered_map<std::string, std::string> m_faults;             ///< why a picture cannot be used, by its id
    std::vector<std::string> m_remarks;                                ///< the first ones, then their number
    std::size_t m_remarksMade = 0;
};

} // namespace vbs
