#include "core/datasets/own_box_files.h"

#include "core/base/error.h"
#include "core/data/picture_names.h"
#include "core/datasets/coco.h"
#include "core/datasets/coco_edits.h"
#include "core/datasets/labelme.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

namespace {

AnnotatedBox annotatedOf(const LabelledBox& box)
{
    return {box.box, box.label};
}

/// What the user was shown of an annotated box: pictures end where they end.
Box shownOf(const Box& box, const AnnotatedPicture& picture)
{
    const auto right = float(picture.width), bottom = float(picture.height);
    return {std::clamp(box.x1, 0.f, right), std::clamp(box.y1, 0.f, bottom), std::clamp(box.x2, 0.f, right),
            std::clamp(box.y2, 0.f, bottom)};
}

/// What a box was made from; null for nothing.
const AnnotatedBox* originOf(const OwnBox& box, const OwnBoxes& own)
{
    const bool isMade = box.origin >= 0 && std::size_t(box.origin) < own.annotated.size();
    return isMade ? &own.annotated[std::size_t(box.origin)] : nullptr;
}

/// Finds a file's own boxes for a user's, each once.
class Matcher {
public:
    explicit Matcher(const std::vector<LabelledBox>& there) : m_there(there), m_taken(there.size()) {}

    /// @return the file's box that equals the wanted one; null for none.
    const LabelledBox* take(const AnnotatedBox& wanted)
    {
        for (std::size_t i = 0; i < m_there.size(); ++i) {
            if (m_taken[i] || annotatedOf(m_there[i]) != wanted)
                continue;
            m_taken[i] = true;
            return &m_there[i];
        }
        return nullptr;
    }

    std::vector<LabelledBox> rest() const
    {
        std::vector<LabelledBox> boxes;
        for (std::size_t i = 0; i < m_there.size(); ++i)
            if (!m_taken[i])
                boxes.push_back(m_there[i]);
        return boxes;
    }

private:
    const std::vector<LabelledBox>& m_there;
    std::vector<bool> m_taken;
};

/// A user's box as it is written: one of a file's that was only shown cut off at the edge stays whole.
AnnotatedBox writtenOf(const OwnBox& box, const OwnBoxes& own, const AnnotatedPicture& picture)
{
    const AnnotatedBox* origin = originOf(box, own);
    return {origin != nullptr && shownOf(origin->box, picture) == box.box ? origin->box : box.box, box.label};
}

/// What a file is to have instead of the boxes that are there, see saveAsLabelme.
std::vector<LabelledBox> merged(const std::vector<LabelledBox>& there, const OwnBoxes& own,
                                const AnnotatedPicture& picture)
{
    Matcher matcher(there);
    std::vector<LabelledBox> result;
    std::vector<const OwnBox*> others;
    for (const OwnBox& box : own.boxes) {
        if (const LabelledBox* same = matcher.take(writtenOf(box, own, picture)))
            result.push_back(*same);
        else
            others.push_back(&box);
    }
    for (const OwnBox* box : others) {
        const AnnotatedBox* origin = originOf(*box, own);
        const LabelledBox* changed = origin == nullptr ? nullptr : matcher.take(*origin);
        result.push_back({writtenOf(*box, own, picture).box, box->label, changed == nullptr ? -1 : changed->record});
    }
    for (const LabelledBox& left : matcher.rest())
        if (std::ranges::find(own.annotated, annotatedOf(left)) == own.annotated.end())
            result.push_back(left);
    return result;
}

/// The boxes after they were saved. What other files had of them still counts as annotated.
OwnBoxes savedOf(OwnBoxes own, const AnnotatedPicture& picture)
{
    for (OwnBox& box : own.boxes) {
        const AnnotatedBox saved = writtenOf(box, own, picture);
        const auto known = std::ranges::find(own.annotated, saved);
        box.origin = int(known - own.annotated.begin());
        if (known == own.annotated.end())
            own.annotated.push_back(saved);
    }
    return own;
}

void requireSize(const fs::path& file, int width, int height, const AnnotatedPicture& picture)
{
    if (width == 0 || height == 0 || (width == picture.width && height == picture.height))
        return;
    throw Error(
        ErrorCode::Mismatch,
        sentence("%1 was made for a picture of %2 x %3 pixels, but %4 has %5 x %6: save the boxes to another file.",
                 file.string(), width, height, picture.path.string(), picture.width, picture.height));
}

/// The picture's path for a file in this folder, with slashes.
std::string pathFrom(const fs::path& folder, const fs::path& picture)
{
    std::error_code code;
    const fs::path relative = fs::absolute(picture, code)
                                  .lexically_normal()
                                  .lexically_relative(fs::absolute(folder, code).lexically_normal());
    return relative.empty() ? picture.filename().generic_string() : relative.generic_string();
}

/// The picture in a COCO file. @return its number, or none.
std::optional<std::size_t> imageIn(const CocoBoxes& coco, const fs::path& file, const AnnotatedPicture& picture)
{
    PictureNames names(file.parent_path());
    for (std::size_t i = 0; i < coco.images().size(); ++i)
        names.add(coco.images()[i].fileName, i);
    const PictureMatch match = names.findFile(picture.path.string(), false);
    if (match.records.size() > 1) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 has several pictures that %2 may be (%3): save the boxes to another file.",
                             file.string(), picture.path.string(), names.namesOf(match.records)));
    }
    if (match.records.empty())
        return std::nullopt;
    const CocoBoxes::Image& image = coco.images()[match.records.front()];
    requireSize(file, image.width, image.height, picture);
    return match.records.front();
}

/// The picture's file name, with its folder where that name is taken.
std::string nameFor(const CocoBoxes& coco, const fs::path& picture)
{
    const std::string name = picture.filename().generic_string();
    const bool isTaken = std::ranges::any_of(coco.images(), [&](const CocoBoxes::Image& image) {
        return fs::path(withSlashes(image.fileName)).filename().generic_string() == name;
    });
    std::error_code code;
    return isTaken ? (fs::absolute(picture, code).lexically_normal().parent_path().filename() / name).generic_string()
                   : name;
}

void writeNewCoco(const fs::path& file, const AnnotatedPicture& picture, const OwnBoxes& own)
{
    CocoDataset coco;
    coco.images.push_back({1, picture.path.filename().generic_string(), picture.width, picture.height, {}});
    for (const OwnBox& box : own.boxes) {
        const auto known = std::ranges::find(coco.categories, box.label, &CocoCategory::name);
        const auto category = std::int64_t(known - coco.categories.begin()) + 1;
        if (known == coco.categories.end())
            coco.categories.push_back({category, box.label, ""});
        coco.annotations.push_back(
            {std::int64_t(coco.annotations.size()) + 1, 1, category, box.box, double(box.box.area()), false, {}});
    }
    writeCoco(file, coco);
}

} // namespace

OwnBoxes saveAsLabelme(const fs::path& file, const AnnotatedPicture& picture, const OwnBoxes& boxes)
{
    std::error_code code;
    if (!fs::exists(file, code)) {
        LabelmeFile made =
            LabelmeFile::forPicture(pathFrom(file.parent_path(), picture.path), picture.width, picture.height);
        made.setBoxes(merged({}, boxes, picture));
        made.write(file);
        return savedOf(boxes, picture);
    }
    const FileStamp stamp = FileStamp::of(file);
    const LabelmeFile there = LabelmeFile::read(file);
    requireSize(file, there.width(), there.height(), picture);
    const fs::path stated = file.parent_path() / withSlashes(there.imagePath());
    if (!there.imagePath().empty() && fs::is_regular_file(stated, code) && !isSamePicture(stated, picture.path)) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 has the boxes of %2, not of %3: save the boxes to another file.", file.string(),
                             stated.lexically_normal().string(), picture.path.string()));
    }
    changeLabelmeFile(file, stamp, there, merged(there.boxes(), boxes, picture));
    return savedOf(boxes, picture);
}

OwnBoxes saveAsCoco(const fs::path& file, const AnnotatedPicture& picture, const OwnBoxes& boxes)
{
    std::error_code code;
    if (!fs::exists(file, code)) {
        writeNewCoco(file, picture, boxes);
        return savedOf(boxes, picture);
    }
    const CocoBoxes coco = CocoBoxes::read(file);
    CocoEdits edits(coco);
    const std::optional<std::size_t> known = imageIn(coco, file, picture);
    const std::size_t image =
        known ? *known : edits.addImage(nameFor(coco, picture.path), picture.width, picture.height);
    edits.setBoxes(image, merged(known ? coco.boxesOf(*known) : std::vector<LabelledBox>(), boxes, picture));
    edits.write(file);
    return savedOf(boxes, picture);
}

fs::path labelmeFileOf(const fs::path& picture)
{
    return fs::path(picture).replace_extension(".json");
}

fs::path cocoFileOf(const fs::path& picture)
{
    return picture.parent_path() / "annotations.json";
}

} // namespace vbs
