#include "core/base/error.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_html.h"
#include "core/lesson/lesson_members.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

/// What could be read can be written, and read again as the same.
void writeAgain(const vbs::Lesson& lesson)
{
    const std::string archive = vbs::lessonBytes(lesson);
    if (vbs::lessonBytes(vbs::lessonOfBytes(archive, "written")) != archive)
        std::abort();
    try {
        vbs::lessonHtml(lesson);
    } catch (const vbs::Error&) { // a picture that only its header was read of
    }
}

/// The header of a PNG of 8 x 8 pixels, which is all that reading a lesson looks at.
const std::string kPicture("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0\0\0\0\0", 33);

/// lesson.json and, after a byte that is 0, what was recorded: no checksum stands before them.
vbs::LessonMembers membersIn(const std::string& input)
{
    const std::size_t end = std::min(input.find('\0'), input.size());
    return {{"pictures/p.png", kPicture},
            {"lesson.json", input.substr(0, end)},
            {"recorded/01.json", input.substr(std::min(end + 1, input.size()))},
            {"recorded/01.attention", std::string(16, '\0')}};
}

} // namespace

/// Lessons as archives, and their documents on their own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    try {
        writeAgain(input.starts_with("PK") ? vbs::lessonOfBytes(input, "input")
                                           : vbs::lessonOfMembers(membersIn(input)));
    } catch (const vbs::Error& error) {
        if (error.code() == vbs::ErrorCode::InvalidArgument) // it was read, and cannot be written
            std::abort();
    }
    return 0;
}
