#pragma once

#include "core/datasets/coco_boxes.h"

#include <set>

namespace vbs {

/// Changes to a COCO file. Every record that is not changed, and what is between them, stays byte for byte.
class CocoEdits {
public:
    /// @param file must outlive this. @throws Error (CorruptData) when it has changed on the disk since it was read.
    explicit CocoEdits(const CocoBoxes& file);

    /// A picture that the file lacks. @return its number for setBoxes.
    std::size_t addImage(const std::string& fileName, int width, int height);

    /// Replaces a picture's boxes, once for each picture. A box with a record keeps that annotation's other keys;
    /// annotations of the picture that no box names are removed; new ones come last, with a category of their label's
    /// name, made where needed.
    /// @throws Error (CorruptData) as CocoBoxes::boxesOf.
    void setBoxes(std::size_t image, const std::vector<LabelledBox>& boxes);

    /// Takes a picture out, with its annotations. @throws Error (CorruptData) as CocoBoxes::boxesOf.
    void removeImage(std::size_t image);

    /// @param to may be the file itself.
    /// @throws Error (FileUnwritable); (CorruptData) when the file has changed on the disk since it was read.
    void write(const std::filesystem::path& to);

private:
    struct Added {
        std::int64_t nextId = 1;
        std::vector<std::string> records; ///< as texts
    };
    OrderedJson imageIdOf(std::size_t image) const;
    OrderedJson categoryOf(const std::string& label);
    void changeAnnotation(const LabelledBox& old, const LabelledBox& now);

    const CocoBoxes& m_file;
    RecordEdits m_edits;
    std::map<std::string, Added> m_added; ///< by array
    std::vector<std::int64_t> m_images;   ///< ids of pictures that the file lacks
    std::vector<CocoBoxes::Category> m_categories;
    std::map<std::string, std::set<std::size_t>> m_removed; ///< records, by array
};

} // namespace vbs
