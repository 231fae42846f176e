#pragma once

#include "core/lesson/lesson.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

/// A lesson's file as its members. For sources only.
namespace vbs {

inline constexpr std::string_view kLessonDocument = "lesson.json", kLessonPictures = "pictures/",
                                  kLessonRecorded = "recorded/";

/// Bytes by name: "lesson.json", "pictures/toys.png", "recorded/01.json".
using LessonMembers = std::map<std::string, std::string>;

/// The most bytes that this member may have; 0 for one that is passed over.
/// @throws Error (CorruptData) for a name that leads out of the file.
std::uintmax_t mostBytesOf(const std::string& member);

/// Adds up what is taken in, and refuses before it is. @throws Error without the file's name.
class LessonMeter {
public:
    void add(const std::string& member, std::uintmax_t bytes, std::uintmax_t packed);

private:
    std::uintmax_t m_total = 0;
};

/// @param name of the file, in messages. @throws Error as lessonOfBytes.
LessonMembers membersOfArchive(std::string_view archive, const std::string& name);
LessonMembers membersOfFolder(const std::filesystem::path& folder);

std::string archiveOf(const LessonMembers& members);

/// @throws Error without the file's name.
Lesson lessonOfMembers(LessonMembers members);
LessonMembers membersOf(const Lesson& lesson);

/// Its size is looked up and checked, nothing is decoded. @throws Error naming it.
LessonPicture lessonPictureOf(std::string bytes, const std::string& name);

} // namespace vbs
