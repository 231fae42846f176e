#include "core/datasets/labelme.h"

#include "core/base/error.h"
#include "core/data/coordinate.h"

#include <algorithm>
#include <climits>

namespace vbs {

namespace {

struct Corners {
    double x1, y1, x2, y2;
    Box box() const { return {float(x1), float(y1), float(x2), float(y2)}; }
};

std::string placeOf(std::size_t shape)
{
    return "shapes[" + std::to_string(shape) + "]";
}

Corners readCorners(const OrderedJson& shape, const std::string& where)
{
    const auto points = shape.find("points");
    if (points == shape.end() || !points->is_array() || (points->size() != 2 && points->size() != 4)) {
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 is a rectangle, so its \"points\" should hold two corners, or four.", where));
    }
    std::vector<double> x, y;
    for (const OrderedJson& point : *points) {
        if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number())
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: every one of the \"points\" should be two numbers.", where));
        x.push_back(point[0].get<double>());
        y.push_back(point[1].get<double>());
        for (const double number : {x.back(), y.back()})
            if (const auto fault = coordinateFault(number))
                throw Error(ErrorCode::CorruptData, sentence("%1.points %2.", where, *fault));
    }
    const auto [left, right] = std::ranges::minmax(x);
    const auto [top, bottom] = std::ranges::minmax(y);
    return {left, top, right, bottom};
}

bool isRectangle(const OrderedJson& shape)
{
    const auto type = shape.find("shape_type");
    return type != shape.end() && type->is_string() && *type == "rectangle";
}

int readLength(const OrderedJson& json, const char* key, const std::string& file)
{
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return 0;
    if (!found->is_number() || !(found->get<double>() >= 0 && found->get<double>() <= INT_MAX))
        throw Error(ErrorCode::CorruptData, sentence("%1: \"%2\" is no length in pixels.", file, key));
    return static_cast<int>(found->get<double>());
}

void setCorners(OrderedJson& shape, const Corners& c)
{
    shape["points"] = {{c.x1, c.y1}, {c.x2, c.y2}};
}

OrderedJson newShape(const LabelledBox& box)
{
    OrderedJson shape = {{"label", box.label}, {"points", OrderedJson::array()}, {"group_id", nullptr},
                         {"description", ""},  {"shape_type", "rectangle"},      {"flags", OrderedJson::object()},
                         {"mask", nullptr}};
    setCorners(shape, {box.box.x1, box.box.y1, box.box.x2, box.box.y2});
    return shape;
}

} // namespace

LabelmeFile LabelmeFile::read(const std::filesystem::path& path)
{
    return fromJson(readOrderedJsonFile(path), path.string());
}

LabelmeFile LabelmeFile::fromJson(OrderedJson json, const std::string& file)
{
    LabelmeFile result;
    result.m_json = std::move(json);
    result.parse(file);
    return result;
}

LabelmeFile LabelmeFile::forPicture(const std::string& imagePath, int width, int height)
{
    LabelmeFile result;
    result.m_json = {{"version", "5.2.1"},     {"flags", OrderedJson::object()}, {"shapes", OrderedJson::array()},
                     {"imagePath", imagePath}, {"imageData", nullptr},           {"imageHeight", height},
                     {"imageWidth", width}};
    result.parse(imagePath);
    return result;
}

void LabelmeFile::parse(const std::string& file)
{
    if (!m_json.is_object())
        throw Error(ErrorCode::CorruptData, sentence("%1: the file should be a JSON object.", file));
    const auto shapes = m_json.find("shapes");
    if (shapes == m_json.end() || !shapes->is_array())
        throw Error(ErrorCode::CorruptData, sentence("%1: the file has no list of \"shapes\": is it labelme's?", file));
    if (const auto image = m_json.find("imagePath"); image != m_json.end() && image->is_string())
        m_imagePath = image->get<std::string>();
    m_width = readLength(m_json, "imageWidth", file);
    m_height = readLength(m_json, "imageHeight", file);
    m_boxes.clear();
    for (std::size_t i = 0; i < shapes->size(); ++i) {
        const OrderedJson& shape = (*shapes)[i];
        const std::string where = file + ": " + placeOf(i);
        if (!shape.is_object())
            throw Error(ErrorCode::CorruptData, sentence("%1 should be a JSON object.", where));
        if (!isRectangle(shape))
            continue;
        const auto label = shape.find("label");
        if (label != shape.end() && !label->is_string() && !label->is_null())
            throw Error(ErrorCode::CorruptData, sentence("%1.label should be a string.", where));
        const bool named = label != shape.end() && label->is_string();
        m_boxes.push_back({readCorners(shape, where).box(), named ? label->get<std::string>() : "", std::ptrdiff_t(i)});
    }
}

std::map<std::string, int> LabelmeFile::otherShapes() const
{
    std::map<std::string, int> others;
    for (const OrderedJson& shape : m_json.at("shapes")) {
        if (isRectangle(shape))
            continue;
        const auto type = shape.find("shape_type");
        ++others[type != shape.end() && type->is_string() ? type->get<std::string>() : "shape without a type"];
    }
    return others;
}

void LabelmeFile::setBoxes(const std::vector<LabelledBox>& boxes)
{
    const OrderedJson before = m_json.at("shapes");
    OrderedJson after = OrderedJson::array();
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!isRectangle(before[i])) {
            after.push_back(before[i]);
            continue;
        }
        const auto kept = std::ranges::find(boxes, std::ptrdiff_t(i), &LabelledBox::record);
        if (kept == boxes.end())
            continue;
        OrderedJson shape = before[i];
        shape["label"] = kept->label;
        const Corners corners = readCorners(shape, placeOf(i));
        if (!(corners.box() == kept->box))
            setCorners(shape, {kept->box.x1, kept->box.y1, kept->box.x2, kept->box.y2});
        after.push_back(std::move(shape));
    }
    for (const LabelledBox& box : boxes)
        if (box.record < 0)
            after.push_back(newShape(box));
    m_json["shapes"] = std::move(after);
    parse(m_imagePath);
}

void LabelmeFile::write(const std::filesystem::path& path) const
{
    OrderedJson json = m_json;
    for (std::size_t i = 0; i < json.at("shapes").size(); ++i) {
        OrderedJson& shape = json["shapes"][i];
        if (isRectangle(shape) && shape.at("points").size() != 2)
            setCorners(shape, readCorners(shape, placeOf(i)));
    }
    writeJsonFile(path, json);
}

void changeLabelmeFile(const std::filesystem::path& path, const FileStamp& stamp, const LabelmeFile& read,
                       const std::vector<LabelledBox>& boxes)
{
    std::vector<RecordPlace> places;
    const RecordFileRest rest = forEachRecordOf(
        path, {{"shapes", [&](const JsonRecord&, const RecordPlace& place) { places.push_back(place); }}});
    RecordEdits edits(path, stamp);
    std::vector<std::size_t> removed;
    for (const LabelledBox& old : read.boxes()) {
        const auto at = static_cast<std::size_t>(old.record);
        const auto kept = std::ranges::find(boxes, old.record, &LabelledBox::record);
        if (kept == boxes.end())
            removed.push_back(at);
        else if (*kept != old)
            edits.edit(places.at(at), [&](OrderedJson& shape) {
                shape["label"] = kept->label;
                if (kept->box != old.box)
                    setCorners(shape, {kept->box.x1, kept->box.y1, kept->box.x2, kept->box.y2});
            });
    }
    std::vector<std::string> added;
    for (const LabelledBox& box : boxes)
        if (box.record < 0)
            added.push_back(jsonText(newShape(box), -1));
    const RecordPlace shapes = rest.values.at("shapes");
    edits.changeArray({shapes.begin + 1, shapes.end - 1}, places, removed, added);
    edits.write(path);
}

} // namespace vbs
