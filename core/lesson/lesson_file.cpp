#include "core/lesson/lesson_file.h"

#include "core/base/file_io.h"
#include "core/base/file_presence.h"
#include "core/lesson/lesson_members.h"

#include <algorithm>

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// The members that this folder of the lesson holds. A link is refused: what it leads to is not the lesson's.
void collectFiles(const fs::path& folder, const std::string& prefix, LessonMeter& meter, LessonMembers& members)
{
    std::vector<fs::path> files;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        files.push_back(at->path());
        if (files.size() > LessonLimits::kMembers)
            throw Error(ErrorCode::TooLarge,
                        sentence("it has more than %1 files; no lesson needs as many.", LessonLimits::kMembers));
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        const std::string member = prefix + file.filename().string();
        const fs::file_type type = fs::symlink_status(file, code).type();
        if (type == fs::file_type::directory || mostBytesOf(member) == 0)
            continue;
        if (type != fs::file_type::regular)
            throw Error(ErrorCode::CorruptData,
                        sentence("%1 is a link, or no ordinary file; put the file itself there.", member));
        const std::uintmax_t bytes = fs::file_size(file, code);
        meter.add(member, code ? 0 : bytes, code ? 0 : bytes);
        members.emplace(member, readTextFile(file, mostBytesOf(member)));
    }
}

bool isFolderItself(const fs::path& path)
{
    std::error_code code;
    return fs::symlink_status(path, code).type() == fs::file_type::directory;
}

Lesson lessonNamed(LessonMembers members, const std::string& name)
try {
    return lessonOfMembers(std::move(members));
} catch (const Error& e) {
    throw e.withContext(name);
}

/// What could not be read again is not written.
LessonMembers checkedMembersOf(const Lesson& lesson)
{
    LessonMembers members = membersOf(lesson);
    try {
        LessonMeter meter;
        for (const auto& [name, bytes] : members)
            meter.add(name, bytes.size(), bytes.size());
        lessonOfMembers(members);
    } catch (const Error& e) {
        throw Error(ErrorCode::InvalidArgument, sentence("This lesson cannot be kept: %1", e.said()));
    }
    return members;
}

} // namespace

LessonMembers membersOfFolder(const fs::path& folder)
try {
    LessonMembers members;
    LessonMeter meter;
    collectFiles(folder, "", meter, members);
    for (const std::string_view part : {kLessonPictures, kLessonRecorded}) {
        const std::string prefix(part);
        if (isFolderItself(folder / prefix.substr(0, prefix.size() - 1)))
            collectFiles(folder / prefix, prefix, meter, members);
    }
    return members;
} catch (const Error& e) {
    throw e.withContext(folder.string());
}

Lesson readLesson(const fs::path& path)
{
    if (isFolder(path))
        return lessonNamed(membersOfFolder(path), path.string());
    return lessonOfBytes(readTextFile(path, LessonLimits::kFile), path.string());
}

Lesson lessonOfBytes(std::string_view archive, const std::string& name)
{
    return lessonNamed(membersOfArchive(archive, name), name);
}

std::string lessonBytes(const Lesson& lesson)
{
    return archiveOf(checkedMembersOf(lesson));
}

void writeLesson(const fs::path& path, const Lesson& lesson)
{
    if (isFolder(path))
        writeLessonFolder(path, lesson);
    else
        writeFileAtomically(path, lessonBytes(lesson));
}

void writeLessonFolder(const fs::path& folder, const Lesson& lesson)
{
    const LessonMembers members = checkedMembersOf(lesson);
    for (const auto& [name, bytes] : members)
        if (name != kLessonDocument)
            writeFileAtomically(folder / name, bytes);
    writeFileAtomically(folder / kLessonDocument, members.at(std::string(kLessonDocument)));
    std::vector<fs::path> gone;
    std::error_code code;
    for (fs::directory_iterator at(folder / kLessonRecorded, code), end; !code && at != end; at.increment(code)) {
        const std::string member = std::string(kLessonRecorded) + at->path().filename().string();
        if (at->is_regular_file(code) && mostBytesOf(member) > 0 && !members.contains(member))
            gone.push_back(at->path());
    }
    for (const fs::path& file : gone)
        fs::remove(file, code);
}

} // namespace vbs
