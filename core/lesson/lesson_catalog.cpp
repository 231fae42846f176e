#include "core/lesson/lesson_catalog.h"

#include "core/base/error.h"
#include "core/base/shipped_folder.h"
#include "core/base/user_folders.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_members.h"

#include <cstdlib>
#include <map>
#include <sstream>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLessonSuffix = ".vbslesson";

bool isLessonFolder(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(path / kLessonDocument, code);
}

/// Of a folder its lesson.json is read alone.
std::string titleOf(const fs::path& path)
{
    if (!isLessonFolder(path))
        return readLesson(path).title;
    const Json json = readJsonFile(path / kLessonDocument, LessonLimits::kLesson);
    return json.value("title", std::string());
}

} // namespace

std::vector<fs::path> lessonFolders()
{
    std::vector<fs::path> folders;
    if (const char* given = std::getenv("VBS_LESSONS")) {
        std::istringstream list(given);
        for (std::string folder; std::getline(list, folder, ':');)
            if (!folder.empty())
                folders.emplace_back(folder);
    }
    if (const fs::path own = userDataFolder(); !own.empty())
        folders.push_back(own / "lessons");
    if (fs::path shipped = shippedFolder("lessons"); !shipped.empty())
        folders.push_back(std::move(shipped));
    return folders;
}

fs::path lessonPath(const fs::path& path)
{
    return path.filename() == kLessonDocument ? path.parent_path() : path;
}

bool isLesson(const fs::path& path)
{
    return path.extension() == kLessonSuffix || isLessonFolder(lessonPath(path));
}

std::vector<FoundLesson> listLessons(LessonLanguage language, const std::vector<fs::path>& folders)
{
    std::map<std::string, FoundLesson> lessons;
    for (const fs::path& root : folders) {
        std::error_code code;
        const fs::path folder = root / nameOf(language);
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
            const std::string name = at->path().stem().string();
            if (name.starts_with('.') || !isLesson(at->path()) || lessons.contains(name))
                continue;
            try {
                lessons.emplace(name, FoundLesson{at->path(), titleOf(at->path())});
            } catch (const std::exception&) { // a menu offers what can be played
            }
        }
    }
    std::vector<FoundLesson> found;
    for (auto& [name, lesson] : lessons)
        found.push_back(std::move(lesson));
    return found;
}

} // namespace vbs
