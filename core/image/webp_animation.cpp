#include "core/image/webp_animation.h"

#include "core/base/error.h"

#include <memory>
#include <webp/encode.h>
#include <webp/mux.h>

namespace vbs {
namespace {

constexpr float kQuality = 85; ///< texts stay clear; a quarter of what is kept without loss

void requireFrames(std::span<const RgbImage> frames, int milliseconds, int rest)
{
    if (frames.empty() || frames.front().empty())
        throw Error(ErrorCode::InvalidArgument, sentence("An animation needs at least one frame."));
    if (milliseconds < 1 || rest < 1)
        throw Error(ErrorCode::InvalidArgument, sentence("A frame is shown for at least one millisecond."));
    for (const RgbImage& frame : frames)
        if (frame.width != frames.front().width || frame.height != frames.front().height)
            throw Error(ErrorCode::InvalidArgument, sentence("The frames of an animation are of different sizes."));
    if (frames.front().width > WEBP_MAX_DIMENSION || frames.front().height > WEBP_MAX_DIMENSION)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The animation is too large for WebP: at most 16383 pixels a side."));
}

class Picture {
public:
    explicit Picture(const RgbImage& image)
    {
        m_good = WebPPictureInit(&m_picture) != 0;
        m_picture.use_argb = 1;
        m_picture.width = image.width;
        m_picture.height = image.height;
        m_good = m_good && WebPPictureImportRGB(&m_picture, image.pixels.data(), image.width * 3) != 0;
    }
    ~Picture() { WebPPictureFree(&m_picture); }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    WebPPicture* get() { return m_good ? &m_picture : nullptr; }

private:
    WebPPicture m_picture;
    bool m_good = false;
};

void require(bool good)
{
    if (!good)
        throw Error(ErrorCode::Internal, sentence("The animation could not be written as WebP."));
}

} // namespace

std::string webpAnimation(std::span<const RgbImage> frames, int milliseconds, int rest)
{
    requireFrames(frames, milliseconds, rest);
    WebPAnimEncoderOptions options;
    require(WebPAnimEncoderOptionsInit(&options) != 0);
    options.anim_params.loop_count = 0; // without end
    const std::unique_ptr<WebPAnimEncoder, decltype(&WebPAnimEncoderDelete)> encoder(
        WebPAnimEncoderNew(frames.front().width, frames.front().height, &options), &WebPAnimEncoderDelete);
    WebPConfig config;
    require(encoder && WebPConfigInit(&config) != 0);
    config.quality = kQuality;
    int time = 0;
    for (const RgbImage& frame : frames) {
        Picture picture(frame);
        require(picture.get() && WebPAnimEncoderAdd(encoder.get(), picture.get(), time, &config) != 0);
        time += milliseconds;
    }
    time += rest - milliseconds;
    require(WebPAnimEncoderAdd(encoder.get(), nullptr, time, nullptr) != 0);
    WebPData data;
    WebPDataInit(&data);
    const bool good = WebPAnimEncoderAssemble(encoder.get(), &data) != 0;
    std::string bytes(reinterpret_cast<const char*>(data.bytes), data.size);
    WebPDataClear(&data);
    require(good);
    return bytes;
}

} // namespace vbs
