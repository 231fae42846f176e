#include "core/regions/folder_lock.h"

#include "core/base/error.h"
#include "core/data/picture_list.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSuffix = 9; // ".0123abcd", see writeFileAtomically

bool isUnfinished(const std::string& name)
{
    return name.size() > kSuffix && name[name.size() - kSuffix] == '.' &&
           name.find_first_not_of("0123456789abcdef", name.size() - kSuffix + 1) == std::string::npos;
}

} // namespace

FolderLock::FolderLock(const fs::path& folder, Kind kind)
    : m_folder(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    if (m_folder < 0 || ::flock(m_folder, LOCK_EX | LOCK_NB) == 0) {
        if (m_folder >= 0 && kind == Kind::Shared)
            ::flock(m_folder, LOCK_SH);
        return;
    }
    if (errno != EWOULDBLOCK)
        return;
    m_wasAlone = false;
    m_held = kind == Kind::Shared && ::flock(m_folder, LOCK_SH | LOCK_NB) == 0;
}

FolderLock::~FolderLock()
{
    if (m_folder >= 0)
        ::close(m_folder);
}

void removeUnfinished(const fs::path& folder, bool deep, const std::function<bool(const fs::path&)>& isOurs)
{
    const auto visit = [&](const fs::path& file) {
        const fs::path relative = file.lexically_relative(folder);
        const std::string name = relative.string();
        std::error_code code;
        if (isUnfinished(name) && isOurs(name.substr(0, name.size() - kSuffix)))
            fs::remove(file, code);
    };
    std::error_code code;
    if (!deep) {
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
            if (std::error_code ignored; at->is_regular_file(ignored))
                visit(at->path());
        return;
    }
    try {
        filesBelow(folder, visit);
    } catch (const Error&) {
        return; // whoever writes there will say so
    }
}

} // namespace vbs
