#include "core/hub/part_file.h"

#include "core/base/file_presence.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace vbs {

namespace fs = std::filesystem;

namespace {

Error unwritable(const fs::path& path, int reason)
{
    if (reason == ENOSPC || reason == EDQUOT) {
        return {ErrorCode::FileUnwritable,
                sentence("The disk of %1 is full: free some space and start again, what is there is kept.",
                         path.parent_path().string())};
    }
    return {ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", path.string(), std::strerror(reason))};
}

} // namespace

PartFile::PartFile(fs::path path, ContentHash expected, std::uintmax_t bytes, const JobControl& control)
    : m_path(std::move(path)), m_expected(std::move(expected)), m_bytes(bytes)
{
    std::error_code code;
    fs::create_directories(m_path.parent_path(), code);
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (m_file < 0)
        throw unwritable(m_path, errno);
    try {
        readAgain(control);
    } catch (...) {
        ::close(m_file);
        throw;
    }
}

PartFile::~PartFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

void PartFile::readAgain(const JobControl& control)
{
    m_hasher = std::make_unique<ContentHasher>(m_expected, m_bytes);
    struct stat status {};
    if (::fstat(m_file, &status) != 0)
        throw unwritable(m_path, errno);
    const auto there = static_cast<std::uintmax_t>(status.st_size);
    if (m_bytes > 0 && there > m_bytes)
        return empty();
    std::vector<char> buffer(1 << 20);
    while (m_size < there) {
        control.throwIfStopped();
        const ssize_t count = ::read(m_file, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) // what cannot be read is fetched again
            break;
        m_hasher->add({buffer.data(), static_cast<std::size_t>(count)});
        m_size += static_cast<std::uintmax_t>(count);
    }
    if (m_size < there)
        empty();
}

void PartFile::append(std::string_view bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(m_file, bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            throw unwritable(m_path, count < 0 ? errno : ENOSPC);
        m_hasher->add(bytes.substr(done, static_cast<std::size_t>(count)));
        m_size += static_cast<std::uintmax_t>(count);
        done += static_cast<std::size_t>(count);
    }
}

void PartFile::empty()
{
    if (::ftruncate(m_file, 0) != 0 || ::lseek(m_file, 0, SEEK_SET) != 0)
        throw unwritable(m_path, errno);
    m_size = 0;
    m_hasher = std::make_unique<ContentHasher>(m_expected, m_bytes);
}

bool PartFile::isRight()
{
    if (m_expected
            .isGitBlob()) // its hash begins with the length, which may have been learnt since; such files are small
        return m_expected.fits(hashOfFile(m_path, m_expected));
    return m_expected.fits(m_hasher->take());
}

void PartFile::moveTo(const fs::path& target)
{
    if (::fsync(m_file) != 0 || ::rename(m_path.c_str(), target.c_str()) != 0)
        throw unwritable(target, errno);
    const int folder = ::open(target.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

void PartFile::discard()
{
    ::unlink(m_path.c_str());
}

fs::path nearestFolder(fs::path path)
{
    while (!path.empty() && !isFolder(path) && path != path.parent_path())
        path = path.parent_path();
    return path.empty() ? fs::path(".") : path;
}

std::optional<std::uintmax_t> freeSpaceFor(const fs::path& path)
{
    std::error_code code;
    const fs::space_info space = fs::space(nearestFolder(path), code);
    if (code)
        return std::nullopt;
    return space.available;
}

} // namespace vbs
