#include "core/base/error.h"
#include "core/base/file_io.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxLinks = 40; // as many as Linux itself follows

[[noreturn]] void throwUnwritable(const fs::path& path, int reason)
{
    throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be written: %2.", path.string(), std::strerror(reason)));
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

/// A file that is open for writing.
class Output {
public:
    /// @param descriptor as open() gave it. @throws Error naming path when that failed.
    Output(const fs::path& path, int descriptor) : m_path(path), m_file(descriptor)
    {
        if (m_file < 0)
            throwUnwritable(path, errno);
    }
    ~Output() { ::close(m_file); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::span<const std::string_view> pieces) const
    {
        for (const std::string_view piece : pieces)
            if (const int reason = writeAll(m_file, piece))
                throwUnwritable(m_path, reason);
    }
    void setPermissions(mode_t mode) const { require(::fchmod(m_file, mode)); }
    void synchronise() const { require(::fsync(m_file)); }

private:
    void require(int result) const
    {
        if (result != 0)
            throwUnwritable(m_path, errno);
    }

    fs::path m_path;
    int m_file;
};

/// Whether something is there that is neither a file nor a folder: a pipe, a terminal, /dev/null.
bool isDevice(const fs::path& path)
{
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    return fs::exists(status) && fs::is_other(status);
}

/// The path behind symbolic links, whether or not there is a file yet.
fs::path linkTarget(const fs::path& path)
{
    fs::path target = path;
    for (int links = 0; links <= kMaxLinks; ++links) {
        std::error_code code;
        if (!fs::is_symlink(fs::symlink_status(target, code)))
            return target;
        const fs::path next = fs::read_symlink(target, code);
        if (code)
            throwUnwritable(path, code.value());
        target = target.parent_path() / next; // an absolute one replaces the folder
    }
    throwUnwritable(path, ELOOP);
}

/// The permissions of the file that will be replaced; nullopt when there is none.
std::optional<mode_t> permissionsOf(const fs::path& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return status.st_mode & 0777;
}

/// A new file beside the target. The kernel applies the umask, which no program can read without changing it for all
/// its threads. @returns the descriptor, or -1 with errno.
int createBeside(const fs::path& target, mode_t mode, std::string& name)
{
    std::random_device random;
    int file = -1;
    do {
        char suffix[16];
        std::snprintf(suffix, sizeof suffix, ".%08x", static_cast<unsigned>(random()));
        name = target.string() + suffix;
        file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    } while (file < 0 && errno == EEXIST);
    return file;
}

/// A rename is on the disk once its folder is. File systems that cannot synchronise folders are left alone.
void synchroniseFolderOf(const fs::path& target)
{
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    const int reason = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    if (reason == EIO || reason == ENOSPC || reason == EDQUOT)
        throwUnwritable(target, reason);
}

/// Writes a new file beside the target and renames it; nothing stays behind when that fails.
void replaceFile(const fs::path& target, std::span<const std::string_view> pieces, Durability durability)
{
    const std::optional<mode_t> permissions = permissionsOf(target);
    std::string written;
    const Output output(target, createBeside(target, permissions ? 0600 : 0666, written));
    try {
        if (permissions)
            output.setPermissions(*permissions);
        output.write(pieces);
        if (durability == Durability::Kept)
            output.synchronise();
        if (::rename(written.c_str(), target.c_str()) != 0)
            throwUnwritable(target, errno);
    } catch (const Error&) {
        ::unlink(written.c_str());
        throw;
    }
    if (durability == Durability::Kept)
        synchroniseFolderOf(target);
}

} // namespace

void writeFileAtomically(const fs::path& path, std::string_view contents, Durability durability)
{
    writeFileAtomically(path, std::span(&contents, 1), durability);
}

void writeFileAtomically(const fs::path& path, std::span<const std::string_view> pieces, Durability durability)
{
    if (isDevice(path)) {
        // Opening a pipe must not wait for its other end, writing must.
        const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
        const Output output(path, file);
        ::fcntl(file, F_SETFL, 0);
        output.write(pieces);
        return;
    }
    const fs::path target = linkTarget(path);
    std::error_code code;
    if (target.has_parent_path())
        fs::create_directories(target.parent_path(), code);
    if (code)
        throwUnwritable(path, code.value());
    replaceFile(target, pieces, durability);
}

void synchroniseFile(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const int reason = file < 0 || ::fsync(file) != 0 ? errno : 0;
    if (file >= 0)
        ::close(file);
    if (reason != 0)
        throwUnwritable(path, reason);
    synchroniseFolderOf(path);
}

} // namespace vbs
