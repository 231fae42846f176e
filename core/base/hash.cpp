#include "core/base/hash.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <vector>

namespace vbs {

namespace {

class Sha256 {
public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        check(m_context != nullptr && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1);
    }
    void add(const void* data, std::size_t size) { check(EVP_DigestUpdate(m_context.get(), data, size) == 1); }
    std::string hex()
    {
        unsigned char digest[EVP_MAX_MD_SIZE];
        unsigned length = 0;
        check(EVP_DigestFinal_ex(m_context.get(), digest, &length) == 1);
        static const char digits[] = "0123456789abcdef";
        std::string text;
        for (unsigned i = 0; i < length; ++i) {
            text += digits[digest[i] >> 4];
            text += digits[digest[i] & 15];
        }
        return text;
    }

private:
    static void check(bool fine)
    {
        if (!fine)
            throw Error(ErrorCode::Internal, sentence("The SHA-256 of OpenSSL failed."));
    }
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

} // namespace

std::string sha256(std::span<const std::byte> bytes)
{
    Sha256 hash;
    hash.add(bytes.data(), bytes.size());
    return hash.hex();
}

std::string sha256(std::string_view bytes)
{
    return sha256(std::as_bytes(std::span(bytes.data(), bytes.size())));
}

std::string sha256OfFile(const std::filesystem::path& path)
{
    std::ifstream stream = openForReading(path);
    Sha256 hash;
    std::vector<char> buffer(64 << 10);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.add(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad())
        throw Error(ErrorCode::FileUnreadable, sentence("%1 cannot be read completely.", path.string()));
    return hash.hex();
}

} // namespace vbs
