#pragma once

#include "core/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace vbs {

/// What a file's content must hash to: SHA-256 (64 hex digits), or git's SHA-1 of a blob (40), as the hub names small
/// files. Both can be computed from the content, so that a found file is proven without a network.
struct ContentHash {
    std::string hex; ///< lower case; empty: not known; 8 to 39 digits: the beginning of a SHA-256, as torchvision names

    bool isKnown() const { return !hex.empty(); }
    bool isGitBlob() const { return hex.size() == 40; }
    /// Whether a whole hash of a file is this one, or begins so.
    bool fits(const ContentHash& whole) const
    {
        return hex.size() < 40 ? isKnown() && whole.hex.size() == 64 && whole.hex.starts_with(hex) : *this == whole;
    }
    friend bool operator==(const ContentHash&, const ContentHash&) = default;
};

/// Whether these are 40 or 64 lower-case hex digits.
bool isContentHash(std::string_view hex);

/// SHA-256 or git's blob SHA-1 of bytes that come piece by piece.
class ContentHasher {
public:
    /// @param kind a hash of the kind that is wanted. @param bytes of the whole content; counts for a git blob only.
    ContentHasher(const ContentHash& kind, std::uintmax_t bytes);
    ~ContentHasher();
    ContentHasher(const ContentHasher&) = delete;
    ContentHasher& operator=(const ContentHasher&) = delete;

    void add(std::string_view bytes);
    /// The hash; nothing may be added any more.
    ContentHash take();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Hashes a file in pieces. @param kind a hash of the kind that is wanted. @param onBytes gets how many were read.
/// @throws Error (FileNotFound, FileUnreadable, Cancelled).
ContentHash hashOfFile(const std::filesystem::path& path, const ContentHash& kind, const JobControl& control = {},
                       const std::function<void(std::uintmax_t)>& onBytes = {});

} // namespace vbs
