#include "core/datasets/coco.h"

#include "core/base/file_io.h"
#include "core/data/coordinate.h"

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(1) << 30; // instances_train2017.json has 448 MB

CocoAttributes readAttributes(const JsonRecord& record)
{
    CocoAttributes attributes;
    const Json* found = record.find("attributes");
    if (!found)
        return attributes;
    if (!found->is_object())
        record.fail("attributes", "should be an object.");
    for (const auto& [key, value] : found->items())
        attributes[key] = value.is_string() ? value.get<std::string>() : value.dump();
    return attributes;
}

CocoAnnotation readAnnotation(const JsonRecord& record)
{
    CocoAnnotation annotation;
    annotation.id = record.integer("id");
    annotation.imageId = record.integer("image_id");
    annotation.categoryId = record.integer("category_id");
    annotation.box = cocoBoxOf(record);
    annotation.area = record.numberOr("area", double(annotation.box.area()));
    annotation.isCrowd = record.integerOr("iscrowd", 0) != 0;
    annotation.attributes = readAttributes(record);
    return annotation;
}

void addAttributes(OrderedJson& record, const CocoAttributes& attributes)
{
    if (!attributes.empty())
        record["attributes"] = attributes;
}

OrderedJson imageJson(const CocoImage& image)
{
    OrderedJson record = {
        {"id", image.id}, {"file_name", image.fileName}, {"width", image.width}, {"height", image.height}};
    addAttributes(record, image.attributes);
    return record;
}

OrderedJson annotationJson(const CocoAnnotation& annotation)
{
    const Box& box = annotation.box;
    OrderedJson record = {{"id", annotation.id},
                          {"image_id", annotation.imageId},
                          {"category_id", annotation.categoryId},
                          {"bbox", {box.x1, box.y1, box.width(), box.height()}},
                          {"area", annotation.area},
                          {"iscrowd", annotation.isCrowd ? 1 : 0}};
    addAttributes(record, annotation.attributes);
    return record;
}

} // namespace

Box cocoBoxOf(const JsonRecord& annotation)
{
    const Json& numbers = annotation.array("bbox");
    double v[4] = {};
    if (numbers.size() != 4)
        annotation.fail("bbox", "should hold four numbers: x, y, width, height.");
    for (std::size_t i = 0; i < 4; ++i) {
        if (!numbers[i].is_number())
            annotation.fail("bbox", "should hold four numbers: x, y, width, height.");
        v[i] = numbers[i].get<double>();
        if (const auto fault = coordinateFault(v[i]))
            annotation.fail("bbox", std::string(*fault) + ".");
    }
    if (v[2] < 0 || v[3] < 0)
        annotation.fail("bbox", "has a negative width or height.");
    return {float(v[0]), float(v[1]), float(v[0] + v[2]), float(v[1] + v[3])};
}

CocoDataset readCoco(const std::filesystem::path& path)
{
    const Json json = readJsonFile(path, kMaxBytes);
    const JsonRecord file(path.string(), "", json);
    CocoDataset dataset;
    file.forEach("images", true, [&](const JsonRecord& record) {
        dataset.images.push_back({record.integer("id"), record.text("file_name"), record.lengthOrZero("width"),
                                  record.lengthOrZero("height"), readAttributes(record)});
    });
    file.forEach("annotations", false,
                 [&](const JsonRecord& record) { dataset.annotations.push_back(readAnnotation(record)); });
    file.forEach("categories", false, [&](const JsonRecord& record) {
        dataset.categories.push_back({record.integer("id"), record.text("name"), record.textOr("supercategory", "")});
    });
    return dataset;
}

void writeCoco(const std::filesystem::path& path, const CocoDataset& dataset)
{
    RecordLines lines({{"info", OrderedJson::object()}, {"licenses", OrderedJson::array()}});
    lines.beginArray("images");
    for (const CocoImage& image : dataset.images)
        lines.add(imageJson(image));
    lines.endArray();
    lines.beginArray("annotations");
    for (const CocoAnnotation& annotation : dataset.annotations)
        lines.add(annotationJson(annotation));
    lines.endArray();
    lines.beginArray("categories");
    for (const CocoCategory& category : dataset.categories)
        lines.add({{"id", category.id}, {"name", category.name}, {"supercategory", category.supercategory}});
    lines.endArray();
    writeFileAtomically(path, lines.finish());
}

} // namespace vbs
