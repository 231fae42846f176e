#include "core/checkpoint/mapped_file.h"

#include "core/base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vbs {

namespace {

[[noreturn]] void throwUnreadable(const std::filesystem::path& path, const std::string& reason)
{
    throw Error(ErrorCode::FileUnreadable, sentence("%1 cannot be read: %2.", path.string(), reason));
}

} // namespace

MappedFile::MappedFile(const std::filesystem::path& path) : m_path(path)
{
    // Opening a pipe must not wait for its other end.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", path.string()));
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
        m_guard.emplace(path, memory, m_size);
    }
    ::close(file);
}

MappedFile::MappedFile(std::span<const std::byte> contents, std::filesystem::path name)
    : m_path(std::move(name)), m_copy(new std::byte[contents.size()]), m_data(m_copy.get()), m_size(contents.size())
{
    std::copy(contents.begin(), contents.end(), m_data);
}

MappedFile::~MappedFile()
{
    m_guard.reset();
    if (m_data && !m_copy)
        ::munmap(m_data, m_size);
}

void MappedFile::release(std::size_t offset, std::size_t length) const
{
    if (m_copy)
        return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t begin = (offset + page - 1) / page * page; // neighbours on the outer pages are kept
    const std::size_t end = (offset + length) / page * page;
    if (begin < end)
        ::madvise(m_data + begin, end - begin, MADV_DONTNEED);
}

} // namespace vbs
