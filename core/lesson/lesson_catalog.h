#pragma once

#include "core/lesson/lesson.h"

#include <filesystem>
#include <string>
#include <vector>

namespace vbs {

/// The folders that hold lessons, in a folder for each language ("en/", "de/"), those that win first: $VBS_LESSONS
/// (separated by colons), the user's data folder, and what comes with the program (shippedFolder). They need not exist.
std::vector<std::filesystem::path> lessonFolders();

/// Whether a path is a lesson by its looks: NAME.vbslesson, a folder with a lesson.json, or that file in it.
bool isLesson(const std::filesystem::path& path);

/// What readLesson is given for such a path: the folder where it is the lesson.json in it.
std::filesystem::path lessonPath(const std::filesystem::path& path);

struct FoundLesson {
    std::filesystem::path path;
    std::string title;
};

/// The lessons of a language in the order of their files' names; of two with one name the first wins. What cannot be
/// read is left out.
std::vector<FoundLesson> listLessons(LessonLanguage language,
                                     const std::vector<std::filesystem::path>& folders = lessonFolders());

} // namespace vbs
