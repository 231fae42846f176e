#include "core/checkpoint/file_refusal.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vbs {

namespace {

using namespace std::string_view_literals;

/// How files that are often given instead of weights begin.
struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view what;
};

constexpr std::array kForeignFiles{
    Signature{0, "version https://git-lfs"sv, "it is a git-lfs pointer; download the file itself (git lfs pull)"},
    Signature{0, "<"sv, "it is a web page or XML; download the file itself"},
    Signature{0, "\x1f\x8b"sv, "it is a gzip archive; unpack it first"},
    Signature{0, "BZh"sv, "it is a bzip2 archive; unpack it first"},
    Signature{0,
              "\xfd"
              "7zXZ\0"sv,
              "it is an xz archive; unpack it first"},
    Signature{0, "\x28\xb5\x2f\xfd"sv, "it is a zstd archive; unpack it first"},
    Signature{0, "7z\xbc\xaf\x27\x1c"sv, "it is a 7-Zip archive; unpack it first"},
    Signature{0, "\x89HDF\r\n\x1a\n"sv, "it is an HDF5 file (Keras, TensorFlow); PyTorch's weights are needed"},
    Signature{0, "\x93NUMPY"sv, "it is a NumPy array; a state dict is needed"},
    Signature{0, "GGUF"sv, "it is a GGUF file; PyTorch's weights are needed"},
    Signature{257, "ustar"sv, "it is a tar archive; unpack it first"},
};

} // namespace

FileRefusal::FileRefusal(std::filesystem::path path, std::string format)
    : m_path(std::move(path)), m_format(std::move(format))
{
}

void FileRefusal::refuse(const std::string& why, ErrorCode code) const
{
    const std::string problem =
        code == ErrorCode::CorruptData ? " is not a valid " + m_format + " file: " : " cannot be read: ";
    throw Error(code, sentence("%1%2%3.", m_path.string(), problem, why));
}

std::string quotedName(std::string_view name)
{
    constexpr std::size_t kMost = 120;
    std::size_t length = std::min(name.size(), kMost);
    while (length < name.size() && length > 0 && (static_cast<unsigned char>(name[length]) & 0xc0) == 0x80)
        --length; // no half characters
    std::string text = "\"";
    const bool printable = isUtf8(name.substr(0, length));
    for (const char c : name.substr(0, length)) {
        const auto byte = static_cast<unsigned char>(c);
        text += byte < 0x20 || byte == 0x7f || (byte >= 0x80 && !printable) ? '?' : c;
    }
    return text + (name.size() > length ? "...\"" : "\"");
}

std::string foreignFileName(std::span<const std::byte> file)
{
    const std::string_view text(reinterpret_cast<const char*>(file.data()), std::min<std::size_t>(file.size(), 512));
    for (const Signature& signature : kForeignFiles)
        if (text.size() >= signature.offset && text.substr(signature.offset).starts_with(signature.bytes))
            return std::string(signature.what);
    return {};
}

} // namespace vbs
