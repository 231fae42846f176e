#include "core/image/decoder_versions.h"

#include "core/base/program_version.h"

#include <cstdio> // jpeglib.h wants it first

#include <jpeglib.h>
#include <opencv2/core/utility.hpp>
#include <png.h>
#include <tiffio.h>
#include <webp/decode.h>

namespace vbs {

std::string decoderVersions()
{
#ifdef LIBJPEG_TURBO_VERSION_NUMBER
    const int jpeg = LIBJPEG_TURBO_VERSION_NUMBER;
#else
    const int jpeg = JPEG_LIB_VERSION;
#endif
    return "program " + programVersion() + " jpeg " + std::to_string(jpeg) + " png " + png_get_libpng_ver(nullptr) +
           " webp " + std::to_string(WebPGetDecoderVersion()) + " tiff " + TIFFGetVersion() + " opencv " +
           cv::getVersionString();
}

} // namespace vbs
