#include "core/datasets/coco_boxes.h"

#include "core/base/error.h"
#include "core/datasets/coco.h"
#include "core/datasets/record_file.h"

#include <algorithm>
#include <charconv>

namespace vbs {

namespace {

constexpr std::size_t kMostRemarks = 100;
constexpr std::int64_t kLargestId = std::int64_t(1) << 62;

/// A text that is a number counts as that one; 0 for others.
std::int64_t numberOf(const std::string& id)
{
    std::int64_t number = 0;
    const char* end = id.data() + id.size();
    const auto [rest, fault] = std::from_chars(id.data(), end, number);
    return fault == std::errc() && rest == end && number < kLargestId ? number : 0;
}

} // namespace

CocoBoxes CocoBoxes::read(const std::filesystem::path& path)
{
    CocoBoxes result;
    result.m_path = path;
    result.m_stamp = FileStamp::of(path);
    result.readFile();
    result.nameCategories();
    if (result.m_remarksMade > kMostRemarks)
        result.m_remarks.push_back(
            sentence("%1: %2 more records are passed over.", path, result.m_remarksMade - kMostRemarks));
    return result;
}

void CocoBoxes::readFile()
{
    std::map<std::string, RecordVisitor> visits;
    for (const auto& [key, add] : {std::pair<const char*, Add>("images", &CocoBoxes::addImage),
                                   std::pair<const char*, Add>("annotations", &CocoBoxes::addAnnotation),
                                   std::pair<const char*, Add>("categories", &CocoBoxes::addCategory)}) {
        Array& array = m_arrays[key];
        const Add addTo = add; // Clang 14 captures no structured binding
        visits[key] = [this, addTo, &array](const JsonRecord& record, const RecordPlace& place) {
            array.records.push_back(place);
            (this->*addTo)(record);
        };
    }
    RecordFileRest rest = forEachRecordOf(m_path, visits);
    for (const auto& [key, array] : m_arrays) {
        const auto other = rest.json.find(key);
        if (other != rest.json.end() && !other->is_null())
            throw Error(ErrorCode::CorruptData, sentence("%1: %2 should be an array.", m_path.string(), key));
        if (other != rest.json.end())
            m_nulls.insert(key);
    }
    if (!rest.values.contains("images") || m_nulls.contains("images"))
        throw Error(ErrorCode::CorruptData, sentence("%1: the file has no \"images\": is it COCO's?", m_path.string()));
    m_values = std::move(rest.values);
    m_end = rest.end;
}

/// So that new records get ids that nothing has or refers to, not even damaged records.
void CocoBoxes::noteId(const char* array, const JsonRecord& record, const char* key)
{
    faultOf([&] {
        std::int64_t& largest = m_arrays[array].largestId;
        if (record.find(key) != nullptr)
            largest = std::max(largest, numberOf(record.id(key)));
    });
}

void CocoBoxes::remark(const Sentence& said)
{
    if (m_remarksMade++ < kMostRemarks)
        m_remarks.push_back(said);
}

void CocoBoxes::addImage(const JsonRecord& record)
{
    noteId("images", record, "id");
    try {
        Image image{record.id("id"), record.text("file_name"), record.lengthOrZero("width"),
                    record.lengthOrZero("height"), m_arrays["images"].records.size() - 1};
        const auto [other, isNew] = m_imageById.try_emplace(image.id, m_images.size());
        if (!isNew && m_images[other->second].fileName == image.fileName)
            return; // the same picture once more
        if (!isNew) {
            refuse(image.id, m_path.string() + ": " + placeOf(other->second) + " (" + m_images[other->second].fileName +
                                 ") and " + record.place() + " (" + image.fileName + ") have one id, " + image.id +
                                 ", so that their boxes cannot be told apart: give each picture an id of its own.");
        }
        m_images.push_back(std::move(image));
    } catch (const Error& e) {
        remark(sentence("%1 The picture is passed over.", e.said()));
    }
}

void CocoBoxes::addCategory(const JsonRecord& record)
{
    noteId("categories", record, "id");
    try {
        const std::string id = record.id("id"), name = record.text("name");
        m_categories.push_back({*record.find("id"), name});
        m_labels[id] = name;
    } catch (const Error& e) {
        remark(sentence("%1 The category is passed over.", e.said()));
    }
}

const Json* CocoBoxes::categoryIdOf(const std::string& name) const
{
    const auto found = std::ranges::find(m_categories, name, &Category::name);
    return found == m_categories.end() ? nullptr : &found->id;
}

/// Categories may follow the annotations, whose labels are their ids until then.
void CocoBoxes::nameCategories()
{
    for (auto& [picture, boxes] : m_boxes) {
        for (LabelledBox& box : boxes) {
            const auto name = m_labels.find(box.label);
            box.label = name == m_labels.end() ? "" : name->second;
        }
    }
}

void CocoBoxes::addAnnotation(const JsonRecord& record)
{
    noteId("annotations", record, "id");
    noteId("images", record, "image_id");
    noteId("categories", record, "category_id");
    const auto number = static_cast<std::ptrdiff_t>(m_arrays["annotations"].records.size() - 1);
    std::string picture;
    try {
        picture = record.id("image_id");
        m_boxes[picture].push_back({cocoBoxOf(record), record.id("category_id"), number});
    } catch (const Error& e) {
        if (picture.empty())
            remark(sentence("%1 The annotation is passed over.", e.said()));
        else
            refuse(picture, e.what());
    }
}

std::vector<LabelledBox> CocoBoxes::boxesOf(std::size_t image) const
{
    const std::string& id = m_images.at(image).id;
    if (const auto fault = m_faults.find(id); fault != m_faults.end())
        throw Error(ErrorCode::CorruptData, fault->second);
    const auto found = m_boxes.find(id);
    return found == m_boxes.end() ? std::vector<LabelledBox>() : found->second;
}

} // namespace vbs
