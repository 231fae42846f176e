#include "core/datasets/box_file.h"

#include "core/base/error.h"
#include "core/datasets/coco_source.h"
#include "core/datasets/labelme_source.h"
#include "core/datasets/record_file.h"

#include <array>

namespace vbs {

namespace {

const std::array kFormats{kLabelmeBoxFormat, kCocoBoxFormat};

void requireSize(const DrawnBoxes& drawn, int width, int height, const std::string& picture)
{
    if (drawn.width == 0 || drawn.height == 0 || (drawn.width == width && drawn.height == height))
        return;
    throw Error(ErrorCode::Mismatch, drawn.file + " was made for a picture of " + std::to_string(drawn.width) + " x " +
                                         std::to_string(drawn.height) + " pixels, but " + picture + " has " +
                                         std::to_string(width) + " x " + std::to_string(height) +
                                         ": use the picture that the boxes were drawn on.");
}

} // namespace

std::span<const BoxFormat> boxFormats()
{
    return kFormats;
}

std::string boxFormatsInWords()
{
    std::string words;
    for (std::size_t i = 0; i < kFormats.size(); ++i)
        words += (i == 0 ? "" : i + 1 < kFormats.size() ? ", " : " or ") + std::string(kFormats[i].files);
    return words;
}

std::unique_ptr<BoxSource> openBoxSource(const std::filesystem::path& path)
{
    std::error_code code;
    std::string signs;
    const auto keys = std::filesystem::is_directory(path, code) ? std::map<std::string, char>() : firstKeysOf(path);
    for (const BoxFormat& format : kFormats) {
        if (format.recognises(path, keys))
            return format.open(path);
        signs += (signs.empty() ? "neither " : " nor ") + std::string(format.sign);
    }
    if (keys.empty())
        readJsonFile(path, std::uintmax_t(1) << 30); // says what is wrong with a file that holds no JSON
    throw Error(ErrorCode::UnsupportedFormat, path.string() + " holds no boxes: it has " + signs + ".");
}

BoxFile BoxFile::open(const std::filesystem::path& path)
{
    BoxFile file;
    file.m_source = openBoxSource(path);
    return file;
}

std::vector<LabelledBox> BoxFile::boxesOf(const std::string& picture, int width, int height) const
{
    const DrawnBoxes drawn = m_source->boxesOf(picture);
    requireSize(drawn, width, height, picture);
    if (drawn.boxes.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    drawn.file + " has no box for " + picture +
                        (drawn.others.empty() ? "." : "; it has " + drawn.others + ", but only rectangles are boxes."));
    }
    return clipToPicture(drawn.boxes, width, height, drawn.file, drawn.array);
}

} // namespace vbs
