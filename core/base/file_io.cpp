#include "core/base/file_io.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace vbs {

namespace {

[[noreturn]] void throwUnwritable(const std::filesystem::path& path, int reason)
{
    throw Error(ErrorCode::FileUnwritable, path.string() + " cannot be written: " + std::strerror(reason) + ".");
}

/// @returns 0, or the system's reason.
int writeAll(int file, std::string_view contents)
{
    std::size_t done = 0;
    while (done < contents.size()) {
        const ssize_t count = ::write(file, contents.data() + done, contents.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count < 0 ? errno : ENOSPC;
        done += static_cast<std::size_t>(count);
    }
    return 0;
}

} // namespace

std::string readTextFile(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (status.type() == std::filesystem::file_type::not_found)
        throw Error(ErrorCode::FileNotFound, path.string() + " does not exist.");
    if (status.type() == std::filesystem::file_type::directory)
        throw Error(ErrorCode::FileUnreadable, path.string() + " is a folder, not a file.");
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw Error(ErrorCode::FileUnreadable, path.string() + " cannot be opened for reading.");
    const auto size = std::filesystem::file_size(path, code);
    if (!code && size > maxBytes) {
        throw Error(ErrorCode::TooLarge, path.string() + " has " + std::to_string(size) + " bytes; at most " +
                                             std::to_string(maxBytes) + " are read.");
    }
    std::ostringstream contents;
    contents << stream.rdbuf();
    if (stream.bad())
        throw Error(ErrorCode::FileUnreadable, path.string() + " cannot be read to its end.");
    return std::move(contents).str();
}

std::vector<std::string> readLines(const std::filesystem::path& path, std::uintmax_t maxBytes)
{
    const std::string text = readTextFile(path, maxBytes);
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start < text.size()) {
        std::size_t end = text.find('\n', start);
        if (end == std::string::npos)
            end = text.size();
        std::size_t length = end - start;
        if (length > 0 && text[start + length - 1] == '\r')
            --length;
        lines.emplace_back(text, start, length);
        start = end + 1;
    }
    return lines;
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view contents)
{
    writeFileAtomically(path, std::span(&contents, 1));
}

void writeFileAtomically(const std::filesystem::path& path, std::span<const std::string_view> pieces)
{
    std::error_code code;
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path(), code);
    if (code)
        throwUnwritable(path, code.value());
    std::string pattern = path.string() + ".XXXXXX";
    const int file = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (file < 0)
        throwUnwritable(path, errno);
    auto fail = [&](int reason) {
        ::close(file);
        ::unlink(pattern.c_str());
        throwUnwritable(path, reason);
    };
    for (const std::string_view piece : pieces)
        if (const int reason = writeAll(file, piece))
            fail(reason);
    // mkostemp makes the file private; a result is an ordinary file.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(file, 0666 & ~mask);
    if (::fsync(file) != 0)
        fail(errno);
    ::close(file);
    if (::rename(pattern.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        ::unlink(pattern.c_str());
        throwUnwritable(path, reason);
    }
}

} // namespace vbs
