#include "core/base/base64.h"

#include <climits>
#include <openssl/evp.h>

namespace vbs {

std::string toBase64(std::span<const std::byte> bytes)
{
    // OpenSSL counts with int: a multiple of three joins without padding in between.
    constexpr std::size_t kPiece = 3u << 20;
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4 + 1);
    while (!bytes.empty()) {
        const auto piece = bytes.first(std::min(bytes.size(), kPiece));
        bytes = bytes.subspan(piece.size());
        const std::size_t before = text.size();
        text.resize(before + (piece.size() + 2) / 3 * 4 + 1); // it ends its text with a zero
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data() + before),
                        reinterpret_cast<const unsigned char*>(piece.data()), static_cast<int>(piece.size()));
        text.pop_back();
    }
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.empty())
        return std::string();
    if (text.size() % 4 != 0 || text.size() > std::size_t(INT_MAX))
        return std::nullopt;
    // OpenSSL strips white space at the ends, stops at '-' and takes '=' for a zero anywhere.
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    const std::size_t foreign =
        text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    if (foreign != std::string_view::npos && foreign != text.size() - padding)
        return std::nullopt;
    std::string bytes(text.size() / 4 * 3, '\0');
    const int count =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    if (count != static_cast<int>(bytes.size()))
        return std::nullopt;
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace vbs
