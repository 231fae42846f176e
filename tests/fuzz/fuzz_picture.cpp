#include "core/base/error.h"
#include "core/image/image_io.h"
#include "core/image/opencv_log.h"
#include "core/image/picture_header.h"

#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    vbs::silenceOpenCv();
    return 0;
}

/// Pictures of every format, up to a megapixel: larger ones only cost time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    try {
        const auto format = vbs::formatOf(bytes);
        const auto pixels = format ? vbs::sizeInHeader(*format, bytes) : std::nullopt;
        if (pixels && std::int64_t(pixels->width) * pixels->height > 1'000'000)
            return 0;
        vbs::decodeImageToShow(bytes, "input");
        vbs::decodeImage(bytes, "input");
    } catch (const vbs::Error&) {
    }
    return 0;
}
