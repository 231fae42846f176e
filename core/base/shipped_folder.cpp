#include "core/base/shipped_folder.h"

#include <initializer_list>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr const char* kProgram = "visualbert";
constexpr const char* kEngine = "visualbert-engine";
constexpr const char* kEngineFolder = "libexec/visualbert-studio"; ///< of a prefix

fs::path runningFile()
{
    std::error_code code;
    return fs::read_symlink("/proc/self/exe", code);
}

fs::path firstThatExists(std::initializer_list<fs::path> files)
{
    std::error_code code;
    for (const fs::path& file : files)
        if (fs::exists(file, code))
            return file.lexically_normal();
    return {};
}

} // namespace

fs::path programFile()
{
    const fs::path running = runningFile();
    if (running.filename() != kEngine)
        return running;
    const fs::path folder = running.parent_path();
    return firstThatExists({folder / kProgram, folder / "../../bin" / kProgram, running});
}

fs::path engineFile()
{
    const fs::path folder = runningFile().parent_path();
    return firstThatExists({folder / kEngine, folder / ".." / kEngineFolder / kEngine});
}

fs::path shippedFolder(std::string_view name)
{
    const fs::path program = programFile();
    if (program.empty())
        return {};
    std::error_code code;
    const fs::path folder = (program.parent_path() / VBS_DATA_FROM_PROGRAM / name).lexically_normal();
    const fs::path followed = fs::canonical(folder, code);
    return code ? folder : followed;
}

} // namespace vbs
