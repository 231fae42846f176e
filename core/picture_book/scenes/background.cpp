#include "core/picture_book/scenes/background.h"

#include "core/picture_book/scenes/opencv_color.h"
#include "core/picture_book/scenes/pen.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace vbs {

namespace {

constexpr int kWidth = kSceneWidth * kSupersampling;
constexpr int kHeight = kSceneHeight * kSupersampling;
constexpr Rgb kSnow{255, 255, 255};

int whole(double v)
{
    return int(std::floor(v + 0.5));
}

Rgb scaled(const Rgb& c, double factor)
{
    return {c.r * factor, c.g * factor, c.b * factor};
}

/// The colour with every channel moved by up to distance.
Rgb jittered(Rng& rng, const Rgb& c, double distance = 14)
{
    const double r = rng.uniform(-distance, distance), g = rng.uniform(-distance, distance);
    return {c.r + r, c.g + g, c.b + rng.uniform(-distance, distance)};
}

/// Rows top to bottom - 1 in a vertical gradient.
void gradient(cv::Mat& canvas, int top, int bottom, const Rgb& from, const Rgb& to)
{
    for (int y = top; y < bottom; ++y)
        canvas.row(y).setTo(toScalar(mix(from, to, double(y - top) / std::max(1, bottom - top - 1))));
}

/// The upper half of an ellipse on a base line.
void hill(cv::Mat& canvas, int x, int base, int halfWidth, int height, const Rgb& color)
{
    cv::ellipse(canvas, {x, base}, {halfWidth, height}, 0, 180, 360, toScalar(color), cv::FILLED, cv::LINE_AA);
}

void cloud(cv::Mat& canvas, Rng& rng, int horizon, const Rgb& color)
{
    const int x = rng.between(20, kWidth - 20), y = rng.between(24, std::max(30, horizon / 2));
    const int size = rng.between(14, 24);
    for (const auto& [dx, dy, part] :
         {std::tuple{-1.1, .15, .7}, {0., -.15, 1.}, {1., .1, .75}, {2., .25, .5}, {-2., .3, .45}})
        cv::ellipse(canvas, {x + whole(dx * size), y + whole(dy * size)},
                    {whole(size * part * 1.2), whole(size * part * .62)}, 0, 0, 360, toScalar(color), cv::FILLED,
                    cv::LINE_AA);
}

void paintMeadow(cv::Mat& canvas, Rng& rng)
{
    const int horizon = whole(kHeight * rng.uniform(.45, .62));
    const Rgb sky = jittered(rng, {120, 186, 238}), haze = jittered(rng, {214, 236, 248});
    gradient(canvas, 0, horizon, sky, haze);
    for (int i = rng.between(0, 2); i > 0; --i)
        cloud(canvas, rng, horizon, mix(haze, kSnow, .45));
    const Rgb grass = jittered(rng, {150, 204, 110}), near = jittered(rng, {104, 170, 80});
    for (const double distance : {.42, .2}) {
        const int x = rng.between(0, kWidth);
        hill(canvas, x, horizon + 14, rng.between(160, 320), rng.between(44, 96),
             mix(jittered(rng, {138, 194, 120}, 8), haze, distance));
    }
    gradient(canvas, horizon, kHeight, grass, near);
    const Rgb blade = mix(near, {60, 120, 50}, .45);
    for (int i = 0; i < 26; ++i) {
        const int x = rng.between(0, kWidth), y = rng.between(horizon + 18, kHeight);
        const int tall = 6 + 8 * (y - horizon) / (kHeight - horizon);
        for (const int lean : {-tall / 2, 0, tall / 2})
            cv::line(canvas, {x, y}, {x + lean, y - tall + std::abs(lean) / 3}, toScalar(blade), 1, cv::LINE_AA);
    }
}

void paintSea(cv::Mat& canvas, Rng& rng)
{
    const int horizon = whole(kHeight * rng.uniform(.45, .62));
    const Rgb haze = jittered(rng, {244, 236, 220});
    gradient(canvas, 0, horizon, jittered(rng, {160, 212, 240}), haze);
    for (int i = rng.between(0, 2); i > 0; --i)
        cloud(canvas, rng, horizon, mix(haze, kSnow, .5));
    const Rgb far = jittered(rng, {92, 170, 205}), deep = jittered(rng, {40, 112, 165});
    gradient(canvas, horizon, kHeight, far, deep);
    cv::line(canvas, {0, horizon}, {kWidth, horizon}, toScalar(mix(far, kSnow, .4)), 2, cv::LINE_AA);
    const Rgb foam = jittered(rng, {176, 218, 232});
    for (int i = 0; i < 18; ++i) {
        const int x = rng.between(0, kWidth), y = rng.between(horizon + 12, kHeight);
        const double closeness = double(y - horizon) / (kHeight - horizon);
        const int half = 9 + whole(11 * closeness), height = 3 + whole(4 * closeness);
        const cv::Scalar color = toScalar(mix(mix(far, deep, closeness), foam, .65));
        for (const int side : {-half, half})
            cv::ellipse(canvas, {x + side, y}, {half, height}, 0, 0, 180, color, 2, cv::LINE_AA);
    }
}

void paintRoom(cv::Mat& canvas, Rng& rng)
{
    const Rgb wall =
        rng.pick({Rgb{238, 220, 190}, Rgb{214, 226, 214}, Rgb{226, 212, 226}, Rgb{240, 226, 170}, Rgb{205, 220, 235}});
    const int floor = whole(kHeight * rng.uniform(.6, .72));
    gradient(canvas, 0, floor, jittered(rng, wall, 8), jittered(rng, scaled(wall, .95), 6));
    const Rgb pattern = scaled(wall, .92);
    const int step = rng.between(52, 88), first = rng.between(0, step - 1);
    const double kind = rng.uniform();
    if (kind < .45) {
        for (int x = first; x < kWidth; x += step)
            cv::rectangle(canvas, {x, 0}, {x + step / 4, floor}, toScalar(pattern), cv::FILLED);
    } else if (kind < .7) {
        for (int row = 0, y = step / 2; y < floor; ++row, y += step / 2)
            for (int x = first - step + (row % 2) * step / 2; x < kWidth; x += step)
                cv::circle(canvas, {x, y}, 4, toScalar(pattern), cv::FILLED, cv::LINE_AA);
    }
    const Rgb boards = jittered(rng, {190, 145, 98}), near = jittered(rng, {150, 106, 66});
    gradient(canvas, floor, kHeight, boards, near);
    const cv::Scalar joint = toScalar(mix(near, {110, 74, 44}, .6));
    int previous = floor;
    for (int i = 0; previous < kHeight; ++i) {
        const int y = floor + 16 + 10 * i * i + 20 * i;
        cv::line(canvas, {0, y}, {kWidth, y}, joint, 2, cv::LINE_AA);
        for (int x = rng.between(0, 120); x < kWidth; x += rng.between(150, 320))
            cv::line(canvas, {x, previous}, {x, y}, joint, 2, cv::LINE_AA);
        previous = y;
    }
    cv::rectangle(canvas, {0, floor - 10}, {kWidth, floor}, toScalar({248, 244, 236}), cv::FILLED);
    cv::line(canvas, {0, floor - 11}, {kWidth, floor - 11}, toScalar(scaled(wall, .82)), 1, cv::LINE_AA);
    cv::line(canvas, {0, floor + 1}, {kWidth, floor + 1}, joint, 2, cv::LINE_AA);
}

void paintNight(cv::Mat& canvas, Rng& rng)
{
    const int horizon = whole(kHeight * rng.uniform(.45, .62));
    const Rgb glow = jittered(rng, {66, 70, 132}, 10);
    gradient(canvas, 0, horizon, jittered(rng, {20, 26, 66}, 8), glow);
    for (int i = 0; i < 44; ++i) {
        const double shine = rng.uniform(.4, 1);
        const cv::Point at{rng.between(0, kWidth), rng.between(0, horizon - 6)};
        cv::circle(canvas, at, rng.chance(.3) ? 2 : 1, toScalar(mix(glow, {240, 238, 210}, shine)), cv::FILLED,
                   cv::LINE_AA);
    }
    const Rgb ground = jittered(rng, {38, 70, 64}, 8), near = jittered(rng, {26, 48, 46}, 8);
    for (const double distance : {.4, .2}) {
        const int x = rng.between(0, kWidth);
        hill(canvas, x, horizon + 12, rng.between(180, 320), rng.between(36, 80),
             mix(scaled(ground, .85), glow, distance));
    }
    gradient(canvas, horizon, kHeight, ground, near);
    for (int i = 0; i < 20; ++i) {
        const int x = rng.between(0, kWidth), y = rng.between(horizon + 18, kHeight);
        for (const int lean : {-4, 0, 4})
            cv::line(canvas, {x, y}, {x + lean, y - 9}, toScalar(scaled(near, .78)), 1, cv::LINE_AA);
    }
}

void paintPaper(cv::Mat& canvas, Rng& rng)
{
    const Rgb base =
        rng.pick({Rgb{250, 246, 232}, Rgb{226, 240, 248}, Rgb{240, 232, 246}, Rgb{232, 246, 232}, Rgb{252, 232, 222}});
    gradient(canvas, 0, kHeight, jittered(rng, base, 6), jittered(rng, scaled(base, .93), 6));
    const cv::Scalar mark = toScalar(jittered(rng, scaled(base, .89), 4));
    const int step = rng.between(44, 72);
    const double kind = rng.uniform();
    for (int row = 0, y = step / 2; kind < .6 && y < kHeight; ++row, y += step)
        for (int x = row % 2 ? step : step / 2; x < kWidth; x += step)
            cv::circle(canvas, {x, y}, 4, mark, cv::FILLED, cv::LINE_AA);
    for (int x = step / 2; kind >= .85 && x < kWidth; x += step)
        cv::line(canvas, {x, 0}, {x, kHeight}, mark, 1, cv::LINE_AA);
    for (int y = step / 2; kind >= .85 && y < kHeight; y += step)
        cv::line(canvas, {0, y}, {kWidth, y}, mark, 1, cv::LINE_AA);
}

// In the order of kScenePlaces.
constexpr std::array<void (*)(cv::Mat&, Rng&), kScenePlaces.size()> kBackgrounds = {paintMeadow, paintSea, paintRoom,
                                                                                    paintNight, paintPaper};

} // namespace

void paintBackground(cv::Mat& canvas, int place, Rng& rng)
{
    kBackgrounds.at(std::size_t(place))(canvas, rng);
}

} // namespace vbs
