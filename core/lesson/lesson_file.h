#pragma once

#include "core/lesson/lesson.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace vbs {

// NAME.vbslesson: a zip archive with lesson.json, pictures/ (PNG, JPEG) and recorded/ (what models said: JSON, and
// attention as 32-bit floats), or the same unpacked in a folder. Other members are passed over and not kept, unless
// their names lead out of the file. Unknown keys of lesson.json are kept and written again.

/// Nothing that a hostile file states is believed: sizes are bounded before anything is unpacked.
struct LessonLimits {
    static constexpr std::uintmax_t kFile = 256u << 20;    ///< bytes of the archive
    static constexpr std::uintmax_t kTotal = 256u << 20;   ///< unpacked, all members together
    static constexpr std::uintmax_t kLesson = 8u << 20;    ///< of lesson.json
    static constexpr std::uintmax_t kPicture = 64u << 20;  ///< of a picture's file
    static constexpr std::uintmax_t kRecorded = 64u << 20; ///< of a recorded member
    static constexpr std::uintmax_t kRatio = 200;          ///< unpacked to packed, of members beyond kSmall
    static constexpr std::uintmax_t kSmall = 1u << 20;
    static constexpr std::size_t kMembers = 2000;
    static constexpr std::size_t kSteps = 200;
    static constexpr std::size_t kText = 100'000; ///< bytes of one text
    static constexpr std::size_t kOptions = 12;   ///< of a quiz
    static constexpr std::size_t kRegions = 1000; ///< of a picture
};

/// Reads a lesson from its file, or from a folder.
/// @throws Error naming the file, and the member or key (FileNotFound, FileUnreadable, CorruptData, TooLarge;
/// UnsupportedFormat for a later version's, a picture that is neither PNG nor JPEG, an encrypted archive).
Lesson readLesson(const std::filesystem::path& path);

/// The same from an archive in memory. @param name of the file, in messages.
Lesson lessonOfBytes(std::string_view archive, const std::string& name);

/// The archive: of the same lesson always the same bytes. @throws Error (InvalidArgument) for a lesson that could not
/// be read again, saying why.
std::string lessonBytes(const Lesson& lesson);

/// Writes the archive through a temporary file and a rename, or, where a folder stands, into it: recorded members
/// that the lesson does not have any more go, pictures stay. @throws Error (FileUnwritable), as lessonBytes.
void writeLesson(const std::filesystem::path& path, const Lesson& lesson);

/// The same into a folder, which is made where there is none.
void writeLessonFolder(const std::filesystem::path& folder, const Lesson& lesson);

} // namespace vbs
