#include "core/base/error.h"
#include "core/base/file_io.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr int kPatienceMs = 10000; // with a pipe whose other end writes nothing
constexpr std::size_t kBlock = 1u << 16;
constexpr std::uintmax_t kMostWithoutSize = 64u << 20; // a device may never end

[[noreturn]] void throwUnreadable(const fs::path& path, const Sentence& why)
{
    throw Error(ErrorCode::FileUnreadable, sentence("%1 %2", path.string(), why));
}

/// A file that is open for reading; opening never waits for the other end of a pipe.
class Input {
public:
    explicit Input(const fs::path& path)
        : m_path(path), m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {
        if (m_file < 0 && (errno == ENOENT || errno == ENOTDIR))
            throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", path.string()));
        if (m_file < 0)
            throwUnreadable(path, sentence("cannot be opened: %1.", std::strerror(errno)));
        if (::fstat(m_file, &m_status) == 0 && S_ISDIR(m_status.st_mode)) {
            ::close(m_file);
            throwUnreadable(path, sentence("is a folder, not a file."));
        }
    }
    ~Input() { ::close(m_file); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    bool isOrdinary() const { return S_ISREG(m_status.st_mode); }
    std::uintmax_t size() const { return static_cast<std::uintmax_t>(m_status.st_size); }

    /// @returns how many bytes were read; 0 at the end.
    std::size_t read(char* to, std::size_t count) const
    {
        while (true) {
            const ssize_t done = ::read(m_file, to, count);
            if (done >= 0)
                return static_cast<std::size_t>(done);
            if (errno == EAGAIN)
                waitForData();
            else if (errno != EINTR)
                throwUnreadable(m_path, sentence("cannot be read completely: %1.", std::strerror(errno)));
        }
    }

private:
    void waitForData() const
    {
        pollfd wanted{m_file, POLLIN, 0};
        if (::poll(&wanted, 1, kPatienceMs) == 0)
            throwUnreadable(m_path,
                            sentence("provides no data: it is a pipe or a device, and nothing is written to it."));
    }

    fs::path m_path;
    int m_file;
    struct stat m_status {};
};

} // namespace

std::string readTextFile(const fs::path& path, std::uintmax_t maxBytes)
{
    const Input input(path);
    if (!input.isOrdinary())
        maxBytes = std::min(maxBytes, kMostWithoutSize);
    if (input.size() > maxBytes) {
        throw Error(ErrorCode::TooLarge,
                    sentence("%1 has %2 bytes; the limit is %3.", path.string(), input.size(), maxBytes));
    }
    // The size may be unknown (also that of files in /proc), and may change meanwhile.
    std::string contents(std::max(static_cast<std::size_t>(input.size()) + 1, kBlock), '\0');
    std::size_t done = 0;
    while (const std::size_t count = input.read(contents.data() + done, contents.size() - done)) {
        done += count;
        if (done > maxBytes)
            throw Error(ErrorCode::TooLarge,
                        sentence("%1 is longer than the limit of %2 bytes.", path.string(), maxBytes));
        if (done == contents.size())
            contents.resize(2 * done);
    }
    if (done == 0 && !input.isOrdinary())
        throwUnreadable(path, sentence("provides no data: it is a pipe or a device, and nothing is written to it."));
    contents.resize(done);
    return contents;
}

std::vector<std::string> readLines(const fs::path& path, std::uintmax_t maxBytes)
{
    static constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    const std::string text = readTextFile(path, maxBytes);
    if (const std::size_t zero = text.find('\0'); zero != std::string::npos)
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 is not a text file: its byte %2 is zero.", path.string(), zero + 1));
    std::vector<std::string> lines;
    std::size_t start = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
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

std::ifstream openForReading(const fs::path& path)
{
    if (!Input(path).isOrdinary())
        throwUnreadable(path, sentence("is a pipe or a device, not a file."));
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throwUnreadable(path, sentence("cannot be opened."));
    return stream;
}

std::string firstBytesOf(const fs::path& path, std::size_t count)
{
    std::string start(count, '\0');
    try {
        const Input input(path);
        start.resize(input.isOrdinary() ? input.read(start.data(), count) : 0);
    } catch (const Error&) {
        return {};
    }
    return start;
}

} // namespace vbs
