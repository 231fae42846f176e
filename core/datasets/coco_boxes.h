#pragma once

#include "core/base/sentence.h"
#include "core/datasets/labelled_box.h"
#include "core/datasets/record_edits.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace vbs {

/// The boxes of a COCO file by picture, to look at; CocoEdits changes them (readCoco in coco.h reads the whole of a
/// data set instead). The file is read record by record, of which only the boxes and places stay in memory. A damaged
/// record takes no more with it than its picture.
class CocoBoxes {
public:
    /// @throws Error naming file and key where the file as a whole is none of COCO's: FileNotFound, FileUnreadable,
    /// TooLarge, CorruptData.
    static CocoBoxes read(const std::filesystem::path& path);

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

    /// The id of the first category with this name, as the file has it; null: there is none.
    const Json* categoryIdOf(const std::string& name) const;

    /// Sentences on records that belong to no picture, and are passed over.
    const std::vector<Sentence>& remarks() const { return m_remarks; }

private:
    friend class CocoEdits;

    /// "images", "annotations" or "categories".
    struct Array {
        std::vector<RecordPlace> records;
        std::int64_t largestId = 0;
    };
    struct Category {
        Json id; ///< as in the file
        std::string name;
    };
    using Add = void (CocoBoxes::*)(const JsonRecord& record);

    void readFile();
    void noteId(const char* array, const JsonRecord& record, const char* key);
    void addImage(const JsonRecord& record);
    void addAnnotation(const JsonRecord& record);
    void addCategory(const JsonRecord& record);
    void nameCategories();
    void refuse(const std::string& id, const std::string& why) { m_faults.try_emplace(id, why); }
    void remark(const Sentence& said);
    std::string placeOf(std::size_t image) const { return "images[" + std::to_string(m_images[image].record) + "]"; }

    std::filesystem::path m_path;
    FileStamp m_stamp;
    std::map<std::string, RecordPlace> m_values; ///< of the file's keys
    std::set<std::string> m_nulls;               ///< arrays that are null
    std::uint64_t m_end = 0;                     ///< where a further key may be put in
    std::map<std::string, Array> m_arrays;
    std::vector<Image> m_images;
    std::vector<Category> m_categories;
    std::unordered_map<std::string, std::string> m_labels;             ///< categories' names by their ids
    std::unordered_map<std::string, std::size_t> m_imageById;          ///< the first with the id
    std::unordered_map<std::string, std::vector<LabelledBox>> m_boxes; ///< by the picture's id
    std::unordered_map<std::string, std::string> m_faults;             ///< why a picture cannot be used, by its id
    std::vector<Sentence> m_remarks;                                   ///< the first ones, then their number
    std::size_t m_remarksMade = 0;
};

} // namespace vbs
