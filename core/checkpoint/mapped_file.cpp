#include "core/checkpoint/mapped_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vbs {

namespace {

[[noreturn]] void throwUnreadable(const std::filesystem::path& path, const std::string& reason)
{
    throw Error(ErrorCode::FileUnreadable, path.string() + " cannot be read: " + reason + ".");
}

} // namespace

MappedFile::MappedFile(const std::filesystem::path& path)
{
    // Opening a pipe must not wait for its other end.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            throw Error(ErrorCode::FileNotFound, path.string() + " does not exist.");
        throwUnreadable(path, std::strerror(errno));
    }
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        const bool folder = S_ISDIR(status.st_mode);
        ::close(file);
        throwUnreadable(path, folder ? "it is a folder, not a file" : "it is not an ordinary file");
    }
    m_size = static_cast<std::size_t>(status.st_size);
    if (m_size > 0) {
        void* memory = ::mmap(nullptr, m_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
        const int reason = errno;
        if (memory == MAP_FAILED) {
            ::close(file);
            throwUnreadable(path, std::strerror(reason));
        }
        m_data = static_cast<std::byte*>(memory);
    }
    ::close(file);
}

MappedFile::~MappedFile()
{
    if (m_data)
        ::munmap(m_data, m_size);
}

} // namespace vbs
