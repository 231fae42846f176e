#pragma once

#include "core/base/error.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace vbs {

/// What the decoders share.

/// A channel of a transparent pixel over white; alpha 255 is opaque.
inline std::uint8_t overWhite(int value, int alpha)
{
    return static_cast<std::uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

/// The same where the value was multiplied by alpha already.
inline std::uint8_t premultipliedOverWhite(int value, int alpha)
{
    return static_cast<std::uint8_t>(std::min(255, value + 255 - alpha));
}

inline constexpr std::uint8_t kMissing = 128; ///< each channel of a pixel that could not be decoded

/// What is said of a picture that is shown as far as it goes.
inline std::string cutOffText(const std::string& name)
{
    return name + " is cut off: what is missing is grey. Copy or download it again.";
}

inline std::string damagedText(const std::string& name)
{
    return name + " is damaged: what cannot be decoded is grey. Copy or download it again.";
}

[[noreturn]] inline void throwStopped()
{
    throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
}

[[noreturn]] inline void throwCutOff(const std::string& name, std::string_view format)
{
    throw Error(
        ErrorCode::CorruptData,
        sentence("%1 is cut off: the end of the %2 picture is missing; copy or download it again.", name, format));
}

[[noreturn]] inline void throwDamaged(const std::string& name, std::string_view format)
{
    throw Error(ErrorCode::CorruptData,
                sentence("%1 is damaged: its %2 data cannot be decoded; copy or download it again.", name, format));
}

[[noreturn]] inline void throwNoMemory(const std::string& name)
{
    throw Error(ErrorCode::TooLarge,
                sentence("%1 needs more memory than is free: close other programs, or make a smaller copy.", name));
}

} // namespace vbs
