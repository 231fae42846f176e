#include "core/datasets/annotations_beside.h"

#include "core/base/error.h"
#include "core/datasets/coco_source.h"
#include "core/datasets/labelme_source.h"
#include "core/datasets/record_file.h"

#include <algorithm>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostEntries = 20'000; ///< of a folder
constexpr std::size_t kMostFiles = 32;       ///< that are opened to see whether they are COCO's

bool isAnotherPictures(const DrawnBoxes& drawn, const AnnotatedPicture& picture)
{
    std::error_code code;
    return !drawn.picture.empty() && fs::is_regular_file(drawn.picture, code) &&
           !isSamePicture(drawn.picture, picture.path);
}

/// Takes the boxes of a record over. @return whether it is the picture's.
bool take(AnnotationKind kind, const fs::path& file, DrawnBoxes drawn, const AnnotatedPicture& picture,
          AnnotationsBeside& beside)
{
    if (isAnotherPictures(drawn, picture))
        return false;
    if (drawn.width != 0 && drawn.height != 0 && (drawn.width != picture.width || drawn.height != picture.height)) {
        beside.remarks.push_back(sentence("%1 was made for a picture of %2 x %3 pixels: its boxes are not shown.", file,
                                          drawn.width, drawn.height));
        return false;
    }
    beside.found = {kind, file, std::move(drawn.boxes), std::move(drawn.others)};
    return true;
}

bool takeLabelme(const AnnotatedPicture& picture, AnnotationsBeside& beside)
{
    const fs::path file = labelmeFileOf(picture.path);
    std::error_code code;
    if (!fs::is_regular_file(file, code) || !isLabelmeSource(file, firstKeysOf(file)))
        return false;
    try {
        return take(AnnotationKind::Labelme, file, openLabelmeSource(file)->boxesOf(0), picture, beside);
    } catch (const Error& e) {
        beside.remarks.push_back(e.said());
        return false;
    }
}

bool takeCoco(const fs::path& file, const AnnotatedPicture& picture, AnnotationsBeside& beside)
{
    try {
        const std::unique_ptr<BoxSource> coco = openCocoSource(file);
        const PictureMatch match = coco->names().findFile(picture.path.string(), false);
        return match.isOne() && take(AnnotationKind::Coco, file, coco->boxesOf(match.records.front()), picture, beside);
    } catch (const Error& e) {
        beside.remarks.push_back(e.said());
        return false;
    }
}

/// The .json files of a folder by name; none of one that cannot be read.
std::set<fs::path> jsonFilesIn(const fs::path& folder)
{
    std::set<fs::path> files;
    std::error_code code;
    std::size_t seen = 0;
    for (fs::directory_iterator at(folder, code), end; !code && at != end && seen++ < kMostEntries; at.increment(code))
        if (at->path().extension() == ".json")
            files.insert(at->path());
    return files;
}

} // namespace

AnnotationsBeside annotationsBeside(const AnnotatedPicture& picture)
{
    AnnotationsBeside beside;
    try {
        if (picture.path.empty() || takeLabelme(picture, beside))
            return beside;
        std::error_code code;
        const fs::path folder = fs::absolute(picture.path, code).lexically_normal().parent_path();
        std::uintmax_t left = kMostBesideBytes;
        std::size_t opened = 0;
        for (const fs::path& place : {folder, folder / "annotations", folder.parent_path() / "annotations"}) {
            for (const fs::path& file : jsonFilesIn(place)) {
                if (!fs::is_regular_file(file, code) || opened++ >= kMostFiles ||
                    !isCocoSource(file, firstKeysOf(file)))
                    continue;
                const std::uintmax_t bytes = fs::file_size(file, code);
                if (code || bytes > left) {
                    beside.remarks.push_back(sentence("%1 is too large to be looked at for each picture: whether it "
                                                      "has boxes of this one is not known.",
                                                      file));
                    continue;
                }
                left -= bytes;
                if (takeCoco(file, picture, beside))
                    return beside;
            }
        }
    } catch (const std::exception& e) {
        beside.remarks.push_back(Sentence(std::string(e.what())));
    }
    return beside;
}

OwnBoxes ownBoxesOf(const Annotations& annotations, const AnnotatedPicture& picture)
{
    OwnBoxes own;
    for (const LabelledBox& box : annotations.boxes) {
        std::vector<std::string> empty;
        const std::vector<LabelledBox> shown = clipToPicture({box}, picture.width, picture.height, "", empty);
        if (shown.empty())
            continue; // not annotated either, so that saving leaves it alone
        own.boxes.push_back({shown.front().box, box.label, int(own.annotated.size())});
        own.annotated.push_back({box.box, box.label});
    }
    return own;
}

} // namespace vbs
