#include "core/image/decoding.h"
#include "core/image/picture_decoders.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <vector>

// jpeglib.h uses FILE and size_t without declaring them.
#include <jerror.h>
#include <jpeglib.h>

namespace vbs {

namespace {

/// libjpeg leaves by longjmp, so everything that needs a destructor lives here, outside of the function that it leaves.
struct JpegReader {
    std::span<const std::uint8_t> bytes;
    jpeg_decompress_struct codec{};
    jpeg_error_mgr errors{};
    jpeg_source_mgr source{};
    jpeg_progress_mgr progress{};
    std::stop_token stop;
    std::jmp_buf leave{};
    int error = 0; ///< libjpeg's number, after it gave up
    bool stopped = false;
    bool ranOut = false;      ///< the file ended without an end marker
    bool lacksPixels = false; ///< and before the last pixel was there
    bool hasRows = false;     ///< but some pixels were
    std::vector<JSAMPLE> row;
    RgbImage image;

    ~JpegReader() { jpeg_destroy_decompress(&codec); }
};

JpegReader& readerOf(j_common_ptr codec)
{
    return *static_cast<JpegReader*>(codec->client_data);
}

void onJpegError(j_common_ptr codec)
{
    JpegReader& reader = readerOf(codec);
    reader.error = codec->err->msg_code;
    std::longjmp(reader.leave, 1);
}

void onJpegMessage(j_common_ptr codec, int level)
{
    JpegReader& reader = readerOf(codec);
    if (level < 0 && reader.ranOut && codec->err->msg_code == JWRN_HIT_MARKER && !reader.lacksPixels) {
        reader.lacksPixels = true;
        reader.hasRows = reader.codec.input_scan_number > 1 || reader.codec.input_iMCU_row > 0;
    }
}

/// libjpeg calls this between rows, also of scans before the first row comes out.
void onJpegProgress(j_common_ptr codec)
{
    JpegReader& reader = readerOf(codec);
    if (!reader.stop.stop_requested())
        return;
    reader.stopped = true;
    std::longjmp(reader.leave, 1);
}

void nothing(j_decompress_ptr) {}
void nothingToSay(j_common_ptr) {}

/// At the end of the file: an end marker, as libjpeg's own sources do.
boolean endOfJpeg(j_decompress_ptr codec)
{
    static constexpr JOCTET end[] = {0xff, JPEG_EOI};
    readerOf(reinterpret_cast<j_common_ptr>(codec)).ranOut = true;
    codec->src->next_input_byte = end;
    codec->src->bytes_in_buffer = sizeof end;
    return TRUE;
}

void skipInJpeg(j_decompress_ptr codec, long count)
{
    if (count <= 0)
        return;
    if (static_cast<std::size_t>(count) > codec->src->bytes_in_buffer) {
        endOfJpeg(codec);
        return;
    }
    codec->src->next_input_byte += count;
    codec->src->bytes_in_buffer -= static_cast<std::size_t>(count);
}

/// Adobe's inverted CMYK, without a colour profile.
void cmykToRgb(const JSAMPLE* from, std::uint8_t* to, int width)
{
    for (int x = 0; x < width; ++x, from += 4, to += 3)
        for (int c = 0; c < 3; ++c)
            to[c] = static_cast<std::uint8_t>(from[3] - ((255 - from[c]) * from[3] >> 8));
}

/// @return whether libjpeg went through; the picture may still lack its end.
bool readJpeg(JpegReader& reader, int reduction)
{
    jpeg_decompress_struct& codec = reader.codec;
    if (setjmp(reader.leave))
        return false;
    jpeg_create_decompress(&codec);
    codec.client_data = &reader;
    codec.src = &reader.source;
    codec.progress = &reader.progress;
    jpeg_read_header(&codec, TRUE);
    const bool isCmyk = codec.num_components == 4;
    codec.out_color_space = isCmyk ? JCS_CMYK : JCS_RGB;
    codec.scale_num = 1;
    codec.scale_denom = static_cast<unsigned>(reduction);
    jpeg_start_decompress(&codec);
    reader.image = RgbImage(static_cast<int>(codec.output_width), static_cast<int>(codec.output_height));
    if (isCmyk)
        reader.row.resize(std::size_t(codec.output_width) * 4);
    while (codec.output_scanline < codec.output_height) {
        std::uint8_t* const to = reader.image.row(static_cast<int>(codec.output_scanline));
        JSAMPROW row = isCmyk ? reader.row.data() : to;
        jpeg_read_scanlines(&codec, &row, 1);
        if (isCmyk)
            cmykToRgb(row, to, reader.image.width);
    }
    // Some cameras leave the end marker out and write on behind the picture. With one scan all pixels are there then;
    // of several, later ones may be missing.
    if (reader.ranOut && jpeg_has_multiple_scans(&codec) && !reader.lacksPixels)
        reader.lacksPixels = reader.hasRows = true;
    return true;
}

} // namespace

RgbImage decodeJpeg(std::span<const std::uint8_t> bytes, const std::string& name, int reduction,
                    const DecodeControl& control)
{
    JpegReader reader;
    reader.bytes = bytes;
    reader.stop = control.stop;
    reader.progress.progress_monitor = onJpegProgress;
    reader.codec.err = jpeg_std_error(&reader.errors);
    reader.codec.client_data = &reader;
    reader.errors.error_exit = onJpegError;
    reader.errors.emit_message = onJpegMessage;
    reader.errors.output_message = nothingToSay;
    reader.source = {bytes.data(), bytes.size(), nothing, endOfJpeg, skipInJpeg, jpeg_resync_to_restart, nothing};
    const bool isDone = readJpeg(reader, reduction);
    const bool isCutOff = reader.lacksPixels || (!isDone && reader.ranOut);
    if (reader.stopped)
        throwStopped();
    if (isDone && !isCutOff)
        return std::move(reader.image);
    if (reader.error == JERR_OUT_OF_MEMORY)
        throwNoMemory(name);
    if (!isDone)
        reader.hasRows = !reader.image.empty() && reader.codec.output_scanline > 0;
    if (control.ifBroken == IfBroken::Show && reader.hasRows) {
        // Where a file ends, libjpeg itself goes on in grey; it may also have given up.
        const auto done = static_cast<std::ptrdiff_t>(reader.codec.output_scanline) * reader.image.width * 3;
        std::fill(reader.image.pixels.begin() + done, reader.image.pixels.end(), kMissing);
        reader.image.flaw = isCutOff ? cutOffText(name) : damagedText(name);
        return std::move(reader.image);
    }
    if (isCutOff)
        throwCutOff(name, "JPEG");
    throwDamaged(name, "JPEG");
}

} // namespace vbs
