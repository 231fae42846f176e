#include "core/image/webp_animation.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cstdlib>
#include <webp/demux.h>

using namespace vbs;

namespace {

RgbImage plain(int width, int height, std::uint8_t red, std::uint8_t blue)
{
    RgbImage image(width, height);
    for (std::size_t i = 0; i < image.pixels.size(); i += 3) {
        image.pixels[i] = red;
        image.pixels[i + 2] = blue;
    }
    return image;
}

} // namespace

class WebpAnimationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFrameComesInItsTime()
    {
        const std::vector<RgbImage> frames{plain(40, 30, 255, 0), plain(40, 30, 128, 128), plain(40, 30, 0, 255)};
        const std::string bytes = webpAnimation(frames, 50, 700);
        const std::span data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        QCOMPARE(decodeImage(data, "a.webp").frames, 3);
        WebPAnimDecoderOptions options;
        QVERIFY(WebPAnimDecoderOptionsInit(&options));
        const WebPData webp{data.data(), data.size()};
        WebPAnimDecoder* decoder = WebPAnimDecoderNew(&webp, &options);
        QVERIFY(decoder != nullptr);
        WebPAnimInfo info;
        QVERIFY(WebPAnimDecoderGetInfo(decoder, &info));
        QCOMPARE(info.loop_count, 0u);
        const int ends[] = {50, 100, 800};
        for (std::size_t i = 0; i < frames.size(); ++i) {
            std::uint8_t* rgba = nullptr;
            int end = 0;
            QVERIFY(WebPAnimDecoderGetNext(decoder, &rgba, &end));
            QCOMPARE(end, ends[i]);
            QVERIFY(std::abs(rgba[0] - frames[i].pixels[0]) < 6 && std::abs(rgba[2] - frames[i].pixels[2]) < 6);
        }
        QVERIFY(!WebPAnimDecoderHasMoreFrames(decoder));
        WebPAnimDecoderDelete(decoder);
    }

    void whatIsNoAnimationIsRefused()
    {
        const std::vector<RgbImage> odd{plain(4, 4, 1, 1), plain(5, 4, 1, 1)}, huge{plain(17000, 1, 1, 1)};
        QVERIFY_THROWS_EXCEPTION(Error, webpAnimation({}, 50, 50));
        QVERIFY_THROWS_EXCEPTION(Error, webpAnimation(odd, 50, 50));
        QVERIFY_THROWS_EXCEPTION(Error, webpAnimation(huge, 50, 50));
        QVERIFY_THROWS_EXCEPTION(Error, webpAnimation(std::span(odd).first(1), 0, 50));
    }
};

VBS_TEST_MAIN(WebpAnimationTest)
#include "webp_animation_test.moc"
