#include "core/picture_book/scenes/scene_drawing.h"

#include "core/base/splitmix.h"
#include "core/picture_book/scenes/background.h"
#include "core/picture_book/scenes/figures.h"
#include "core/picture_book/scenes/opencv_color.h"

#include <opencv2/imgproc.hpp>

namespace vbs {

namespace {

// In the order of kSceneColors.
constexpr std::array<Rgb, kSceneColors.size()> kBodyColors = {Rgb{214, 45, 45},   Rgb{242, 133, 30}, Rgb{247, 212, 50},
                                                              Rgb{62, 160, 68},   Rgb{48, 104, 214}, Rgb{132, 62, 178},
                                                              Rgb{246, 138, 186}, Rgb{246, 246, 244}};
constexpr Rgb kNearBlack{20, 16, 24};

/// The object's colour as it is painted this time: a little brighter or darker, a little off in hue.
Rgb bodyColor(int color, Rng& rng)
{
    const double brightness = rng.uniform(.9, 1.06);
    const Rgb& named = kBodyColors.at(std::size_t(color));
    const auto channel = [&](double v) { return std::clamp(v * brightness + rng.uniform(-9, 9), 0., 255.); };
    const double r = channel(named.r), g = channel(named.g);
    return {r, g, channel(named.b)};
}

FigurePaint paintFor(const SceneObject& object, const Rgb& body)
{
    return {body, mix(body, kWhite, .35), mix(body, {30, 16, 40}, .24), object.variation};
}

bool standsOnGround(const Scene& scene, const SceneObject& object)
{
    const std::string_view place = kScenePlaces[std::size_t(scene.place)];
    return (place == "meadow" || place == "room") && !isSkyCategory(object.category);
}

/// A soft dark ellipse under the object.
void castShadow(cv::Mat& canvas, const SceneObject& object)
{
    const Box& box = object.box;
    const cv::Point centre{int(box.centreX() * kSupersampling), int((box.y2 - 1.5f) * kSupersampling)};
    const int halfWidth = std::max(4, int(box.width() * .42f * kSupersampling));
    const int halfHeight = std::max(5, halfWidth / 7);
    const cv::Rect area =
        cv::Rect(centre.x - halfWidth - 3, centre.y - halfHeight - 3, 2 * halfWidth + 6, 2 * halfHeight + 6) &
        cv::Rect(0, 0, canvas.cols, canvas.rows);
    if (area.empty())
        return;
    cv::Mat region = canvas(area);
    for (const double part : {1., .72}) {
        cv::Mat dark = region.clone();
        cv::ellipse(dark, centre - area.tl(), {int(halfWidth * part), int(halfHeight * part)}, 0, 0, 360,
                    toScalar({36, 40, 44}), cv::FILLED, cv::LINE_AA);
        // 3/16 each time, in whole numbers: the same everywhere.
        for (int y = 0; y < region.rows; ++y) {
            std::uint8_t* to = region.ptr<std::uint8_t>(y);
            const std::uint8_t* from = dark.ptr<std::uint8_t>(y);
            for (int i = 0; i < region.cols * 3; ++i)
                to[i] = std::uint8_t((to[i] * 13 + from[i] * 3 + 8) >> 4);
        }
    }
}

/// Brightness x .88-1.08, +-8 grey levels, grain of deviation 1-5, in whole numbers.
void exposeOnto(const cv::Mat& picture, Rng& rng, RgbImage& image)
{
    constexpr int kOne = 1 << 12;
    const int gain = int(rng.uniform(.88, 1.08) * kOne), offset = int(rng.uniform(-8, 8) * kOne) + kOne / 2;
    constexpr double kDeviationOfEightBytes = 209.0;
    const int grain = int(rng.uniform(1, 5) / kDeviationOfEightBytes * kOne);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* from = picture.ptr<std::uint8_t>(y);
        std::uint8_t* to = image.row(y);
        for (int x = 0; x < image.width; ++x) {
            // The sum of eight random bytes is near enough to normal, and one draw a pixel is fast.
            const std::uint64_t bits = rng.next();
            const std::uint64_t pairs = (bits & 0x00FF00FF00FF00FF) + ((bits >> 8) & 0x00FF00FF00FF00FF);
            const int sum = int((pairs * 0x0001000100010001) >> 48);
            const int shift = offset + (sum - 1020) * grain;
            for (int c = 0; c < 3; ++c)
                to[3 * x + c] = std::uint8_t(std::clamp((from[3 * x + c] * gain + shift) >> 12, 0, 255));
        }
    }
}

} // namespace

RgbImage drawScene(const Scene& scene)
{
    // Own streams for the background, each object and the exposure: adding an object changes nothing else.
    Rng backgroundRng(splitMix(scene.drawSeed, 1)), exposureRng(splitMix(scene.drawSeed, 2));
    cv::Mat canvas(kSceneHeight * kSupersampling, kSceneWidth * kSupersampling, CV_8UC3);
    paintBackground(canvas, scene.place, backgroundRng);

    std::vector<std::size_t> order(scene.objects.size()); // what stands lower is nearer
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scene.objects[a].box.y2 < scene.objects[b].box.y2; });
    for (const std::size_t i : order) {
        const SceneObject& object = scene.objects[i];
        Rng objectRng(splitMix(scene.drawSeed, 3 + i));
        const Rgb body = bodyColor(object.color, objectRng);
        if (standsOnGround(scene, object))
            castShadow(canvas, object);
        Pen pen(object, mix(body, kNearBlack, .72), &canvas);
        drawFigure(pen, object.category, paintFor(object, body));
    }

    cv::Mat small;
    cv::resize(canvas, small, {kSceneWidth, kSceneHeight}, 0, 0, cv::INTER_AREA);
    RgbImage image(kSceneWidth, kSceneHeight);
    exposeOnto(small, exposureRng, image);
    return image;
}

Box drawnExtent(const SceneObject& object)
{
    Pen pen(object, kNearBlack, nullptr);
    drawFigure(pen, object.category, paintFor(object, {}));
    return pen.extent();
}

} // namespace vbs
