#include "core/datasets/coco_boxes.h"

#include "core/base/error.h"
#include "core/data/region_features.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(1) << 30;

/// A record of the file with messages that name it.
class Record {
public:
    Record(const OrderedJson& json, std::string where) : m_json(json), m_where(std::move(where))
    {
        if (!json.is_object())
            throw Error(ErrorCode::CorruptData, m_where + " should be a JSON object.");
    }

    std::int64_t id(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || !found->is_number())
            fail(key, "should be a whole number");
        if (!found->is_number_integer()) {
            const double value = found->get<double>();
            if (!(std::abs(value) < 9e15) || value != std::floor(value))
                fail(key, "should be a whole number");
            return static_cast<std::int64_t>(value);
        }
        return found->get<std::int64_t>();
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

OrderedJson boxJson(const Box& box)
{
    return {double(box.x1), double(box.y1), double(box.x2) - double(box.x1), double(box.y2) - double(box.y1)};
}

std::int64_t nextId(const OrderedJson& records)
{
    std::int64_t largest = 0;
    for (const OrderedJson& record : records)
        if (const auto id = record.find("id"); id != record.end() && id->is_number())
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
    m_byName.clear();
    m_byNumber.clear();
    if (!m_json.is_object())
        throw Error(ErrorCode::CorruptData, m_file + ": the file should be a JSON object.");
    const auto where = [&](const char* array, std::size_t i) {
        return m_file + ": " + array + "[" + std::to_string(i) + "]";
    };
    const OrderedJson& images = listOf(m_json, "images", true, m_file);
    for (std::size_t i = 0; i < images.size(); ++i) {
        const Record record(images[i], where("images", i));
        m_images.push_back(
            {record.id("id"), record.text("file_name"), record.length("width"), record.length("height")});
        const std::string& name = m_images.back().fileName;
        m_byName.try_emplace(name, i);
        m_byName.try_emplace(std::filesystem::path(name).filename().string(), i);
        m_byName.try_emplace(pictureId(name), i);
        if (const std::string number = cocoNumber(pictureId(name)); !number.empty())
            m_byNumber.try_emplace(number, i);
    }
    std::unordered_map<std::int64_t, std::string> categories;
    const OrderedJson& named = listOf(m_json, "categories", false, m_file);
    for (std::size_t i = 0; i < named.size(); ++i) {
        const Record record(named[i], where("categories", i));
        categories[record.id("id")] = record.text("name");
    }
    const OrderedJson& annotations = listOf(m_json, "annotations", false, m_file);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        const Record record(annotations[i], where("annotations", i));
        const auto category = categories.find(record.id("category_id"));
        m_boxes[record.id("image_id")].push_back(
            {record.box("bbox"), category == categories.end() ? "" : category->second, static_cast<std::ptrdiff_t>(i)});
    }
}

std::optional<std::size_t> CocoBoxes::findImage(const std::string& pictureName) const
{
    const std::string id = pictureId(pictureName);
    for (const std::string& name : {pictureName, std::filesystem::path(pictureName).filename().string(), id})
        if (const auto found = m_byName.find(name); found != m_byName.end())
            return found->second;
    if (const auto found = m_byNumber.find(cocoNumber(id)); found != m_byNumber.end())
        return found->second;
    return std::nullopt;
}

std::vector<LabelledBox> CocoBoxes::boxesOf(std::size_t image) const
{
    const auto found = m_boxes.find(m_images.at(image).id);
    return found == m_boxes.end() ? std::vector<LabelledBox>() : found->second;
}

std::int64_t CocoBoxes::categoryOf(const std::string& label)
{
    OrderedJson& categories = m_json["categories"];
    if (!categories.is_array())
        categories = OrderedJson::array();
    for (const OrderedJson& category : categories)
        if (category.at("name") == label)
            return category.at("id").get<std::int64_t>();
    const std::int64_t id = nextId(categories);
    categories.push_back({{"id", id}, {"name", label}, {"supercategory", ""}});
    return id;
}

void CocoBoxes::setBoxes(std::size_t image, const std::vector<LabelledBox>& boxes)
{
    const std::vector<LabelledBox> before = boxesOf(image);
    const std::int64_t imageId = m_images.at(image).id;
    OrderedJson& annotations = m_json["annotations"];
    if (!annotations.is_array())
        annotations = OrderedJson::array();
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
