#include "core/lesson/lesson_members.h"

#include "core/base/one_line.h"
#include "core/base/utf8.h"
#include "core/lesson/lesson_file.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kLongestName = 200;

std::string quotedName(const std::string& name)
{
    return "\"" + joinedLines(isUtf8(name) ? name.substr(0, kLongestName) : std::string("?")) + "\"";
}

bool leadsOut(const std::string& name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos ||
        (name.size() > 1 && name[1] == ':'))
        return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        if (name.compare(begin, end - begin, "..") == 0)
            return true;
        begin = end + 1;
    }
    return false;
}

bool endsWith(std::string name, std::initializer_list<std::string_view> suffixes)
{
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::ranges::any_of(suffixes, [&](std::string_view suffix) { return name.ends_with(suffix); });
}

std::string mebibytes(std::uintmax_t bytes)
{
    return std::to_string(bytes >> 20) + " MiB";
}

} // namespace

std::uintmax_t mostBytesOf(const std::string& member)
{
    if (leadsOut(member))
        throw Error(
            ErrorCode::CorruptData,
            sentence("its member %1 leads out of the file, which no program that writes lessons does; do not trust it.",
                     quotedName(member)));
    if (member == kLessonDocument)
        return LessonLimits::kLesson;
    const std::size_t slash = member.find('/');
    if (slash == std::string::npos || member.find('/', slash + 1) != std::string::npos ||
        member.size() > kLongestName || !isUtf8(member) || withoutControls(member) != member ||
        slash + 1 == member.size() || member[slash + 1] == '.')
        return 0;
    if (member.starts_with(kLessonPictures) && endsWith(member, {".png", ".jpg", ".jpeg"}))
        return LessonLimits::kPicture;
    return member.starts_with(kLessonRecorded) && endsWith(member, {".json", ".attention"}) ? LessonLimits::kRecorded
                                                                                            : 0;
}

void LessonMeter::add(const std::string& member, std::uintmax_t bytes, std::uintmax_t packed)
{
    const std::uintmax_t most = mostBytesOf(member);
    if (bytes > most)
        throw Error(ErrorCode::TooLarge, sentence("its member %1 has %2; at most %3 are read: make the lesson smaller.",
                                                  quotedName(member), mebibytes(bytes), mebibytes(most)));
    if (bytes > LessonLimits::kSmall && bytes / std::max<std::uintmax_t>(packed, 1) > LessonLimits::kRatio)
        throw Error(
            ErrorCode::TooLarge,
            sentence(
                "its member %1 would grow %2 times when unpacked, as only files made to do harm do; do not trust it.",
                quotedName(member), bytes / std::max<std::uintmax_t>(packed, 1)));
    m_total += bytes;
    if (m_total > LessonLimits::kTotal)
        throw Error(ErrorCode::TooLarge,
                    sentence("unpacked it has more than %1: use smaller pictures, or split the lesson.",
                             mebibytes(LessonLimits::kTotal)));
}

} // namespace vbs
