#include "core/datasets/coco_boxes.h"

#include "core/base/error.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(1) << 30;
constexpr std::size_t kMostRemarks = 100;

/// A record of the file with messages that name it.
class Record {
public:
    Record(const OrderedJson& json, std::string where) : m_json(json), m_where(std::move(where))
    {
        if (!json.is_object())
            throw Error(ErrorCode::CorruptData, m_where + " should be a JSON object.");
    }

    /// A whole number as its digits, or a text as it is.
    std::string id(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found != m_json.end() && found->is_string())
            return found->get<std::string>();
        if (found == m_json.end() || !found->is_number())
            fail(key, "should be a whole number or a text");
        if (found->is_number_integer())
            return found->dump();
        const double value = found->get<double>();
        if (!(std::abs(value) < 9e15) || value != std::floor(value))
            fail(key, "should be a whole number or a text");
        return std::to_string(static_cast<std::int64_t>(value));
    }

    std::string text(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || !found->is_string())
            fail(key, "should be a string");
        return found->get<std::string>();
    }

    int length(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || found->is_null())
            return 0;
        if (!found->is_number() || !(found->get<double>() >= 0 && found->get<double>() <= INT_MAX))
            fail(key, "is no length in pixels");
        return static_cast<int>(found->get<double>());
    }

    Box box(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || !found->is_array() || found->size() != 4)
            fail(key, "should hold four numbers: x, y, width, height");
        double v[4] = {};
        for (std::size_t i = 0; i < 4; ++i) {
            if (!(*found)[i].is_number())
                fail(key, "should hold four numbers: x, y, width, height");
            v[i] = (*found)[i].get<double>();
            if (std::isnan(v[i]))
                fail(key, "holds NaN instead of a number");
            if (!(std::abs(v[i]) < 1e9))
                fail(key, "holds a number beyond every picture");
        }
        if (v[2] < 0 || v[3] < 0)
            fail(key, "has a negative width or height");
        return {float(v[0]), float(v[1]), float(v[0] + v[2]), float(v[1] + v[3])};
    }

    [[noreturn]] void fail(const char* key, const std::string& what) const
    {
        throw Error(ErrorCode::CorruptData, m_where + "." + key + " " + what + ".");
    }

private:
    const OrderedJson& m_json;
    std::string m_where;
};

const OrderedJson& listOf(const OrderedJson& json, const char* key, bool needed, const std::string& file)
{
    static const OrderedJson none = OrderedJson::array();
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) {
        if (needed)
            throw Error(ErrorCode::CorruptData, file + ": the file has no \"" + key + "\": is it COCO's?");
        return none;
    }
    if (!found->is_array())
        throw Error(ErrorCode::CorruptData, file + ": " + key + " should be an array.");
    return *found;
}

std::string placeOf(const std::string& file, const char* array, std::size_t record)
{
    return file + ": " + array + "[" + std::to_string(record) + "]";
}

OrderedJson boxJson(const Box& box)
{
    return {double(box.x1), double(box.y1), double(box.x2) - double(box.x1), double(box.y2) - double(box.y1)};
}

std::int64_t nextId(const OrderedJson& records)
{
    std::int64_t largest = 0;
    for (const OrderedJson& record : records)
        if (const auto id = record.find("id"); id != record.end() && id->is_number_integer())
            largest = std::max(largest, id->get<std::int64_t>());
    return largest + 1;
}

} // namespace

CocoBoxes CocoBoxes::read(const std::filesystem::path& path)
{
    return fromJson(readOrderedJsonFile(path, kMaxBytes), path.string());
}

CocoBoxes CocoBoxes::fromJson(OrderedJson json, const std::string& file)
{
    CocoBoxes result;
    result.m_json = std::move(json);
    result.m_file = file;
    result.parse();
    return result;
}

void CocoBoxes::parse()
{
    m_images.clear();
    m_boxes.clear();
    m_faults.clear();
    m_remarks.clear();
    m_remarksMade = 0;
    if (!m_json.is_object())
        throw Error(ErrorCode::CorruptData, m_file + ": the file should be a JSON object.");
    readImages();
    readAnnotations();
    if (m_remarksMade > kMostRemarks)
        m_remarks.push_back(m_file + ": " + std::to_string(m_remarksMade - kMostRemarks) +
                            " more records are passed over.");
}

void CocoBoxes::remark(const std::string& sentence)
{
    if (m_remarksMade++ < kMostRemarks)
        m_remarks.push_back(sentence);
}

void CocoBoxes::readImages()
{
    const OrderedJson& images = listOf(m_json, "images", true, m_file);
    std::unordered_map<std::string, std::size_t> byId;
    for (std::size_t i = 0; i < images.size(); ++i) {
        try {
            const Record record(images[i], placeOf(m_file, "images", i));
            Image image{record.id("id"), record.text("file_name"), record.length("width"), record.length("height"), i};
            const auto [other, isNew] = byId.try_emplace(image.id, m_images.size());
            if (!isNew && m_images[other->second].fileName == image.fileName)
                continue; // the same picture once more
            if (!isNew) {
                refuse(image.id, placeOf(m_file, "images", m_images[other->second].record) + " (" +
                                     m_images[other->second].fileName + ") and images[" + std::to_string(i) + "] (" +
                                     image.fileName + ") have one id, " + image.id +
                                     ", so that their boxes cannot be told apart: give each picture an id of its own.");
            }
            m_images.push_back(std::move(image));
        } catch (const Error& e) {
            remark(e.what() + std::string(" The picture is passed over."));
        }
    }
}

void CocoBoxes::readAnnotations()
{
    std::unordered_map<std::string, std::string> categories;
    const OrderedJson& named = listOf(m_json, "categories", false, m_file);
    for (std::size_t i = 0; i < named.size(); ++i) {
        try {
            const Record record(named[i], placeOf(m_file, "categories", i));
            categories[record.id("id")] = record.text("name");
        } catch (const Error& e) {
            remark(e.what() + std::string(" The category is passed over."));
        }
    }
    const OrderedJson& annotations = listOf(m_json, "annotations", false, m_file);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        std::string picture;
        try {
            const Record record(annotations[i], placeOf(m_file, "annotations", i));
            picture = record.id("image_id");
            const auto category = categories.find(record.id("category_id"));
            m_boxes[picture].push_back({record.box("bbox"), category == categories.end() ? "" : category->second,
                                        static_cast<std::ptrdiff_t>(i)});
        } catch (const Error& e) {
            if (picture.empty())
                remark(e.what() + std::string(" The annotation is passed over."));
            else
                refuse(picture, e.what());
        }
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

OrderedJson CocoBoxes::categoryOf(const std::string& label)
{
    OrderedJson& categories = m_json["categories"];
    for (const OrderedJson& category : categories)
        if (category.is_object() && category.value("name", OrderedJson()) == label && category.contains("id"))
            return category.at("id");
    const std::int64_t id = nextId(categories);
    categories.push_back({{"id", id}, {"name", label}, {"supercategory", ""}});
    return id;
}

void CocoBoxes::setBoxes(std::size_t image, const std::vector<LabelledBox>& boxes)
{
    const std::vector<LabelledBox> before = boxesOf(image);
    const OrderedJson imageId = m_json.at("images").at(m_images.at(image).record).at("id");
    for (const char* list : {"annotations", "categories"}) // both now, since a new key moves the others
        if (!m_json[list].is_array())
            m_json[list] = OrderedJson::array();
    OrderedJson& annotations = m_json["annotations"];
    std::vector<std::size_t> removed;
    for (const LabelledBox& old : before) {
        const auto kept = std::ranges::find(boxes, old.record, &LabelledBox::record);
        const auto at = static_cast<std::size_t>(old.record);
        if (kept == boxes.end()) {
            removed.push_back(at);
            continue;
        }
        OrderedJson& annotation = annotations[at];
        if (kept->label != old.label)
            annotation["category_id"] = categoryOf(kept->label);
        if (kept->box == old.box)
            continue;
        annotation["bbox"] = boxJson(kept->box);
        const auto outline = annotation.find("segmentation");
        if (outline == annotation.end() || outline->empty())
            annotation["area"] = double(kept->box.area()); // else it is the outline's
    }
    std::int64_t id = nextId(annotations);
    for (const LabelledBox& box : boxes) {
        if (box.record >= 0)
            continue;
        annotations.push_back({{"id", id++},
                               {"image_id", imageId},
                               {"category_id", categoryOf(box.label)},
                               {"bbox", boxJson(box.box)},
                               {"area", double(box.box.area())},
                               {"iscrowd", 0},
                               {"segmentation", OrderedJson::array()}});
    }
    for (auto at = removed.rbegin(); at != removed.rend(); ++at)
        annotations.erase(*at);
    parse();
}

void CocoBoxes::write(const std::filesystem::path& path) const
{
    writeJsonFile(path, m_json);
}

} // namespace vbs
