#include "core/datasets/box_file.h"

#include "core/base/error.h"
#include "core/data/region_features.h"

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(1) << 30;

struct Drawn {
    std::vector<LabelledBox> boxes;
    int width = 0, height = 0; ///< of the picture they were drawn on; 0: not stated
    std::string others;        ///< shapes that are no boxes, in words
};

Drawn drawnIn(const LabelmeFile& file)
{
    Drawn drawn{file.boxes(), file.width(), file.height(), ""};
    for (const auto& [type, count] : file.otherShapes())
        drawn.others += (drawn.others.empty() ? "" : ", ") + std::to_string(count) + " " + type;
    return drawn;
}

void requireSize(const Drawn& drawn, int width, int height, const std::string& file, const std::string& picture)
{
    if (drawn.width == 0 || drawn.height == 0 || (drawn.width == width && drawn.height == height))
        return;
    throw Error(ErrorCode::Mismatch, file + " was made for a picture of " + std::to_string(drawn.width) + " x " +
                                         std::to_string(drawn.height) + " pixels, but " + picture + " has " +
                                         std::to_string(width) + " x " + std::to_string(height) +
                                         ": use the picture that the boxes were drawn on.");
}

} // namespace

BoxFile BoxFile::open(const fs::path& path)
{
    BoxFile file;
    file.m_path = path;
    std::error_code code;
    if (fs::is_directory(path, code))
        return file;
    OrderedJson json = readOrderedJsonFile(path, kMaxBytes);
    if (json.is_object() && json.contains("shapes"))
        file.m_labelme = LabelmeFile::fromJson(std::move(json), path.string());
    else if (json.is_object() && json.contains("images"))
        file.m_coco = CocoBoxes::fromJson(std::move(json), path.string());
    else
        throw Error(ErrorCode::UnsupportedFormat,
                    path.string() + " holds no boxes: it has neither labelme's \"shapes\" nor COCO's \"images\".");
    return file;
}

std::vector<LabelledBox> BoxFile::boxesOf(const std::string& picture, int width, int height) const
{
    Drawn drawn;
    std::string file = m_path.string();
    if (m_coco) {
        const auto image = m_coco->findImage(picture);
        if (!image)
            throw Error(ErrorCode::InvalidArgument, file + " has no picture named " + picture + ".");
        drawn = {m_coco->boxesOf(*image), m_coco->images()[*image].width, m_coco->images()[*image].height, ""};
    } else if (m_labelme) {
        // One file may be renamed together with its picture, so only another picture's name counts against
        // it.
        if (!m_labelme->imagePath().empty() && pictureId(m_labelme->imagePath()) != pictureId(picture) &&
            m_path.stem() != pictureId(picture)) {
            throw Error(ErrorCode::InvalidArgument,
                        file + " has the boxes of " + m_labelme->imagePath() + ", not of " + picture + ".");
        }
        drawn = drawnIn(*m_labelme);
    } else {
        const fs::path own = m_path / (pictureId(picture) + ".json");
        std::error_code code;
        if (!fs::exists(own, code))
            throw Error(ErrorCode::InvalidArgument,
                        "There are no boxes for " + picture + ": " + own.string() + " does not exist.");
        file = own.string();
        drawn = drawnIn(LabelmeFile::read(own));
    }
    requireSize(drawn, width, height, file, picture);
    if (drawn.boxes.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    file + " has no box for " + picture +
                        (drawn.others.empty() ? "." : "; it has " + drawn.others + ", but only rectangles are boxes."));
    }
    return clipToPicture(drawn.boxes, width, height, file, m_coco ? "annotations" : "shapes");
}

} // namespace vbs
