#include "core/datasets/box_file.h"

#include "core/base/error.h"
#include "core/datasets/coco_source.h"
#include "core/datasets/labelme_source.h"
#include "core/datasets/record_file.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace {

const std::array kFormats{kLabelmeBoxFormat, kCocoBoxFormat};

constexpr std::size_t kMostBoxes = 2000; ///< a network's features of one picture's boxes are held at once

void requireSize(const DrawnBoxes& drawn, int width, int height, const std::string& picture)
{
    if (drawn.width == 0 || drawn.height == 0 || (drawn.width == width && drawn.height == height))
        return;
    throw Error(ErrorCode::Mismatch, sentence("%1 was made for a picture of %2 x %3 pixels, but %4 has %5 x %6: use "
                                              "the picture that the boxes were drawn on.",
                                              drawn.file, drawn.width, drawn.height, picture, width, height));
}

std::string countsOf(const std::map<std::string, int>& kinds)
{
    std::string words;
    for (const auto& [kind, count] : kinds)
        words += (words.empty() ? "" : ", ") + countInWords(kind, count);
    return words;
}

/// "a, b and c", at most five of them.
std::string listed(const std::vector<std::string>& names)
{
    std::string words;
    for (std::size_t i = 0; i < names.size() && i < 5; ++i)
        words += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return names.size() > 5 ? words + ", …" : words;
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

std::string countInWords(const std::string& kind, int count)
{
    const std::string number = std::to_string(count) + " ";
    if (count == 1)
        return number + kind;
    const std::size_t end = std::min(kind.find(' '), kind.size()); // the noun comes first
    const std::string noun = kind.substr(0, end);
    return number + noun + (noun.ends_with('x') ? "es" : "s") + kind.substr(end);
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
    throw Error(ErrorCode::UnsupportedFormat, sentence("%1 holds no boxes: it has %2.", path.string(), signs));
}

BoxFile BoxFile::open(const std::filesystem::path& path)
{
    BoxFile file;
    file.m_file = path.string();
    file.m_source = openBoxSource(path);
    return file;
}

void BoxFile::expect(const std::vector<std::string>& pictures)
{
    m_claims.clear();
    for (const std::string& picture : pictures) {
        const PictureMatch match = m_source->names().find(picture);
        if (!match.isOne())
            continue;
        Claims& claims = m_claims[match.records.front()];
        if (claims.pictures.empty() || match.rank > claims.rank)
            claims = {match.rank, {picture}};
        else if (match.rank == claims.rank && !isSamePicture(claims.pictures.front(), picture))
            claims.pictures.push_back(picture);
    }
}

std::size_t BoxFile::recordOf(const std::string& picture, PictureMatch& match) const
{
    const PictureNames& names = m_source->names();
    match = names.find(picture);
    if (match.records.empty()) {
        const std::vector<std::string> known = m_source->pictures();
        throw Error(ErrorCode::InvalidArgument,
                    known.size() == 1 ? sentence("%1 has the boxes of %2, not of %3.", m_file, known[0], picture)
                                      : sentence("%1 has no boxes for a picture named %2.", m_file, picture));
    }
    if (!match.isOne()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 has several pictures that %2 may mean (%3): name the picture with its folders, as the "
                             "file does, or take the others out.",
                             m_file, picture, names.namesOf(match.records)));
    }
    const std::size_t record = match.records.front();
    const auto claims = m_claims.find(record);
    if (claims == m_claims.end() || claims->second.rank < match.rank)
        return record;
    const std::vector<std::string>& others = claims->second.pictures;
    if (claims->second.rank > match.rank && !isSamePicture(others.front(), picture)) {
        throw Error(ErrorCode::InvalidArgument, sentence("%1 has no boxes for %2: its %3 is %4.", m_file, picture,
                                                         names.namesOf({record}), others.front()));
    }
    if (others.size() > 1) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 has one %2, which may be %3: name the pictures in it with their folders.", m_file,
                             names.namesOf({record}), listed(others)));
    }
    return record;
}

/// A file beside its picture may be renamed together with it; but the boxes of a picture that is there are its own.
void BoxFile::requireOwn(const DrawnBoxes& drawn, const std::string& picture) const
{
    std::error_code code;
    if (drawn.picture.empty() || !std::filesystem::is_regular_file(drawn.picture, code) ||
        isSamePicture(drawn.picture, picture))
        return;
    throw Error(ErrorCode::InvalidArgument,
                sentence("%1 has the boxes of %2, not of %3: correct its \"imagePath\", or name that picture.",
                         drawn.file, drawn.picture.lexically_normal().string(), picture));
}

PictureBoxes BoxFile::boxesOf(const std::string& picture, int width, int height) const
{
    PictureMatch match;
    const std::size_t record = recordOf(picture, match);
    const DrawnBoxes drawn = m_source->boxesOf(record);
    requireOwn(drawn, picture);
    requireSize(drawn, width, height, picture);
    PictureBoxes found;
    found.left = drawn.others;
    found.where = drawn.file;
    std::vector<std::string> empty;
    found.boxes = clipToPicture(drawn.boxes, width, height, drawn.array, empty);
    if (!empty.empty()) {
        found.left["box without area inside the picture"] = int(empty.size());
        found.where += ": " + listed(empty);
    }
    if (found.boxes.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 has no box for %2%3", drawn.file, picture,
                             (found.left.empty() ? "."
                              : empty.empty() ? "; it has " + countsOf(found.left) + ", but only rectangles are boxes."
                                              : ": " + listed(empty) + (empty.size() == 1 ? " has" : " have") +
                                                    " no area inside the picture of " + std::to_string(width) + " x " +
                                                    std::to_string(height) + " pixels.")));
    }
    if (found.boxes.size() > kMostBoxes) {
        throw Error(
            ErrorCode::TooLarge,
            sentence("%1 has %2 boxes for %3; at most %4 of a picture are described: cut the picture into parts.",
                     drawn.file, found.boxes.size(), picture, kMostBoxes));
    }
    if (match.byNameAlone)
        found.otherName = m_source->names().namesOf({record});
    return found;
}

} // namespace vbs
