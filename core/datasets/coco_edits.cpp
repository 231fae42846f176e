#include "core/datasets/coco_edits.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

/// To a thousandth of a pixel: boxes are held in less precision than their digits would tell.
OrderedJson boxJson(const Box& box)
{
    const auto rounded = [](double pixels) { return std::round(pixels * 1000) / 1000; };
    return {rounded(box.x1), rounded(box.y1), rounded(double(box.x2) - double(box.x1)),
            rounded(double(box.y2) - double(box.y1))};
}

std::string joined(const std::vector<std::string>& records)
{
    std::string text;
    for (const std::string& record : records)
        text += (text.empty() ? "" : ",\n") + record;
    return text;
}

} // namespace

CocoEdits::CocoEdits(const CocoBoxes& file)
    : m_file(file), m_edits(file.m_path, file.m_stamp), m_categories(file.m_categories)
{
    for (const auto& [key, array] : file.m_arrays)
        m_added[key].nextId = array.largestId + 1;
}

std::size_t CocoEdits::addImage(const std::string& fileName, int width, int height)
{
    Added& images = m_added["images"];
    m_images.push_back(images.nextId++);
    images.records.push_back(
        jsonText({{"id", m_images.back()}, {"file_name", fileName}, {"width", width}, {"height", height}}, -1));
    return m_file.m_images.size() + m_images.size() - 1;
}

OrderedJson CocoEdits::imageIdOf(std::size_t image) const
{
    if (image >= m_file.m_images.size())
        return m_images.at(image - m_file.m_images.size());
    return m_edits.read(m_file.m_arrays.at("images").records.at(m_file.m_images[image].record)).at("id");
}

OrderedJson CocoEdits::categoryOf(const std::string& label)
{
    const auto known = std::ranges::find(m_categories, label, &CocoBoxes::Category::name);
    if (known != m_categories.end())
        return known->id;
    Added& categories = m_added["categories"];
    const std::int64_t id = categories.nextId++;
    m_categories.push_back({id, label});
    categories.records.push_back(jsonText({{"id", id}, {"name", label}, {"supercategory", ""}}, -1));
    return id;
}

void CocoEdits::changeAnnotation(const LabelledBox& old, const LabelledBox& now)
{
    if (now.label == old.label && now.box == old.box)
        return;
    const RecordPlace& place = m_file.m_arrays.at("annotations").records.at(static_cast<std::size_t>(old.record));
    m_edits.edit(place, [&](OrderedJson& annotation) {
        if (now.label != old.label)
            annotation["category_id"] = categoryOf(now.label);
        if (now.box == old.box)
            return;
        annotation["bbox"] = boxJson(now.box);
        const auto outline = annotation.find("segmentation");
        if (outline == annotation.end() || outline->empty())
            annotation["area"] = double(now.box.area()); // else it is the outline's
    });
}

void CocoEdits::setBoxes(std::size_t image, const std::vector<LabelledBox>& boxes)
{
    const bool isNew = image >= m_file.m_images.size();
    for (const LabelledBox& old : isNew ? std::vector<LabelledBox>() : m_file.boxesOf(image)) {
        const auto kept = std::ranges::find(boxes, old.record, &LabelledBox::record);
        if (kept == boxes.end())
            m_removed["annotations"].insert(static_cast<std::size_t>(old.record));
        else
            changeAnnotation(old, *kept);
    }
    const OrderedJson imageId = imageIdOf(image);
    Added& annotations = m_added["annotations"];
    for (const LabelledBox& box : boxes) {
        if (box.record >= 0)
            continue;
        annotations.records.push_back(jsonText({{"id", annotations.nextId++},
                                                {"image_id", imageId},
                                                {"category_id", categoryOf(box.label)},
                                                {"bbox", boxJson(box.box)},
                                                {"area", double(box.box.area())},
                                                {"iscrowd", 0},
                                                {"segmentation", OrderedJson::array()}},
                                               -1));
    }
}

void CocoEdits::removeImage(std::size_t image)
{
    for (const LabelledBox& box : m_file.boxesOf(image))
        m_removed["annotations"].insert(static_cast<std::size_t>(box.record));
    m_removed["images"].insert(m_file.m_images.at(image).record);
}

void CocoEdits::write(const std::filesystem::path& to)
{
    std::string newKeys;
    for (const auto& [key, added] : m_added) {
        const std::vector<RecordPlace>& records = m_file.m_arrays.at(key).records;
        const auto value = m_file.m_values.find(key);
        const std::set<std::size_t>& gone = m_removed[key];
        const std::vector<std::size_t> removed(gone.begin(), gone.end());
        if (value == m_file.m_values.end())
            newKeys += added.records.empty() ? "" : ",\n\"" + key + "\": [" + joined(added.records) + "]";
        else if (m_file.m_nulls.contains(key))
            m_edits.replace(value->second, "[" + joined(added.records) + "]");
        else
            m_edits.changeArray({value->second.begin + 1, value->second.end - 1}, records, removed, added.records);
    }
    if (!newKeys.empty())
        m_edits.replace({m_file.m_end, m_file.m_end}, newKeys);
    m_edits.write(to);
}

} // namespace vbs
