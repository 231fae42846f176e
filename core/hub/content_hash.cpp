#include "core/hub/content_hash.h"

#include "core/base/file_io.h"

#include <algorithm>
#include <fstream>
#include <openssl/evp.h>
#include <vector>

namespace vbs {

struct ContentHasher::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

namespace {

void requireHashed(bool fine)
{
    if (!fine)
        throw Error(ErrorCode::Internal, sentence("A checksum of OpenSSL failed."));
}

} // namespace

bool isContentHash(std::string_view hex)
{
    return (hex.size() == 40 || hex.size() == 64) &&
           hex.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

ContentHasher::ContentHasher(const ContentHash& kind, std::uintmax_t bytes) : m_state(std::make_unique<State>())
{
    requireHashed(m_state->context != nullptr);
    EVP_MD_CTX* context = m_state->context.get();
    requireHashed(EVP_DigestInit_ex(context, kind.isGitBlob() ? EVP_sha1() : EVP_sha256(), nullptr) == 1);
    if (kind.isGitBlob()) {
        const std::string header = "blob " + std::to_string(bytes);
        add(std::string_view(header.c_str(), header.size() + 1)); // with its final zero
    }
}

ContentHasher::~ContentHasher() = default;

void ContentHasher::add(std::string_view bytes)
{
    requireHashed(EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()) == 1);
}

ContentHash ContentHasher::take()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    requireHashed(EVP_DigestFinal_ex(m_state->context.get(), digest, &length) == 1);
    static const char digits[] = "0123456789abcdef";
    ContentHash hash;
    for (unsigned i = 0; i < length; ++i) {
        hash.hex += digits[digest[i] >> 4];
        hash.hex += digits[digest[i] & 15];
    }
    return hash;
}

ContentHash hashOfFile(const std::filesystem::path& path, const ContentHash& kind, const JobControl& control,
                       const std::function<void(std::uintmax_t)>& onBytes)
{
    std::ifstream stream = openForReading(path);
    std::error_code code;
    ContentHasher hasher(kind, std::filesystem::file_size(path, code));
    std::vector<char> buffer(1 << 20);
    std::uintmax_t done = 0;
    while (stream) {
        control.throwIfStopped();
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto count = static_cast<std::size_t>(stream.gcount());
        hasher.add({buffer.data(), count});
        done += count;
        if (onBytes)
            onBytes(done);
    }
    if (stream.bad())
        throw Error(ErrorCode::FileUnreadable, sentence("%1 cannot be read completely.", path.string()));
    return hasher.take();
}

} // namespace vbs
